/** The whole document around a page: head, header, flash notice, main, footer. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { Icon } from './icon.tsx';
import { Notice, type NoticeTone } from './notice.tsx';
import { SiteFooter, type SiteFooterProps } from './site-footer.tsx';
import { SiteHeader, type SiteHeaderProps } from './site-header.tsx';

type Assets = {
  /** Hashed address of site.css. */
  stylesheet: string;
  /** Hashed address of the text font, asked for early; leave out to let the stylesheet ask. */
  font?: string;
  /** Hashed addresses of module scripts: site.ts first, then those of this page. */
  scripts: string[];
  /** Address of the favicon (svg or png). */
  icon?: string;
};

export type ShellProps = SiteHeaderProps & {
  /** The words of the page's h1; the document's title begins with them. */
  title: string;
  /** One sentence for search engines and shared links. */
  description?: string;
  /** This page's own full address (canonical, og:url). */
  address?: string;
  /** What is shown when the page is shared: full address, and words for those who do not see it. */
  picture?: { address: string; alt: string };
  /** Atom feeds of this page: full addresses. */
  feeds?: readonly { title: string; href: string }[];
  /** False on pages that search engines must not keep. */
  indexed?: boolean;
  /** True when a form came back with problems: the title then begins with "Erreur : ". */
  hasProblems?: boolean;
  /** Words shown once after an act ("Votre idée est publiée."). */
  flash?: { tone: NoticeTone; words: ComponentChildren };
  /** Address of the organisation's own stylesheet (its colour), after the site's. */
  brandHref?: string;
  assets: Assets;
  footer: SiteFooterProps;
  children: ComponentChildren;
};

type HeadProps = Pick<
  ShellProps,
  | 'title'
  | 'description'
  | 'address'
  | 'picture'
  | 'feeds'
  | 'indexed'
  | 'hasProblems'
  | 'brandHref'
  | 'assets'
> & { organisation: { name: string }; children?: ComponentChildren };

/** What a document says of itself to browsers and search engines. */
export function ShellHead(props: HeadProps) {
  const { title, organisation, assets, description, address, picture } = props;
  const named = title === organisation.name ? title : `${title} · ${organisation.name}`;
  const fullTitle = props.hasProblems ? m.ui_error_title({ title: named }) : named;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#141816" media="(prefers-color-scheme: dark)" />
      {props.indexed === false && <meta name="robots" content="noindex" />}
      <meta name="format-detection" content="telephone=no" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={organisation.name} />
      <meta property="og:locale" content={getLocale() === 'fr' ? 'fr_FR' : 'en_GB'} />
      {description && <meta property="og:description" content={description} />}
      {address && <meta property="og:url" content={address} />}
      {picture && <meta property="og:image" content={picture.address} />}
      {picture && <meta property="og:image:alt" content={picture.alt} />}
      {address && <link rel="canonical" href={address} />}
      {props.feeds?.map(({ title: name, href }) => (
        <link key={href} rel="alternate" type="application/atom+xml" title={name} href={href} />
      ))}
      {assets.icon && <link rel="icon" href={assets.icon} />}
      {assets.font && (
        <link
          rel="preload"
          href={assets.font}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      )}
      <link rel="stylesheet" href={assets.stylesheet} />
      {props.brandHref && <link rel="stylesheet" href={props.brandHref} />}
      {assets.scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  );
}

export function Shell(props: ShellProps) {
  const { organisation } = props;
  return (
    <html lang={getLocale()}>
      <ShellHead {...props}>{null}</ShellHead>
      <body>
        <a class="skip-link" href="#contenu">
          {m.ui_skip_to_content()}
          <Icon name="chevron-down" />
        </a>
        <SiteHeader
          organisation={organisation}
          navigation={props.navigation}
          account={props.account}
          languages={props.languages}
        />
        <div class="flash wrap" role="status">
          {props.flash && <Notice tone={props.flash.tone}>{props.flash.words}</Notice>}
        </div>
        <main class="wrap" id="contenu" tabIndex={-1}>
          {props.children}
        </main>
        <SiteFooter {...props.footer} />
      </body>
    </html>
  );
}
