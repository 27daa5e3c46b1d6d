import * as m from '../paraglide/messages.js';
import type { Assets } from '../platform/http/assets.ts';
import { mayProveRight } from '../platform/http/route.ts';
import type { Page, Visit, Visitor } from '../platform/http/visit.ts';
import type { FlashNotice } from '../platform/room.ts';
import { renderDocument } from '../ui/document.ts';
import { Shell } from '../ui/shell.tsx';
import type { Account, NavigationLink } from '../ui/site-header.tsx';
import { urls } from '../urls.ts';
import { isUnclaimed } from './unclaimed.ts';

const LANGUAGES = [
  { code: 'fr', label: 'Français' },
  { code: 'en', label: 'English' },
] as const;

/** A page in the site's shell: the same frame around every room. */
export function renderPage(
  assets: Assets,
  visit: Visit,
  page: Page,
  notice: FlashNotice | undefined,
): Buffer {
  const { organisation, visitor, locale, url } = visit;
  const here = url.pathname + url.search;
  return renderDocument(
    <Shell
      title={page.title}
      {...(page.description && { description: page.description })}
      address={visit.origin + url.pathname}
      indexed={(page.status ?? 200) === 200 && !url.pathname.startsWith('/administration')}
      hasProblems={page.faulty ?? false}
      {...(notice && { flash: { tone: notice.tone, words: notice.words() } })}
      organisation={{
        name: organisation.name,
        homeHref: urls.home(),
        tagline: organisation.tagline,
      }}
      {...(isUnclaimed(organisation)
        ? { navigation: [] }
        : { navigation: navigationOf(page), account: accountOf(visitor, page) })}
      languages={LANGUAGES.map(({ code, label }) => ({
        code,
        label,
        href: urls.language({ locale: code }, { vers: here }),
        current: code === locale,
      }))}
      brandHref={urls.brand({ file: `${organisation.colour.slice(1)}.css` })}
      assets={{
        stylesheet: assets.href('site.css'),
        icon: assets.href('favicon.svg'),
        scripts: ['site.js', ...(page.scripts ?? [])].map((name) => assets.href(name)),
      }}
      footer={{
        links: isUnclaimed(organisation)
          ? []
          : [
              { label: m.site_footer_charter(), href: urls.charter() },
              { label: m.site_footer_privacy(), href: urls.privacy() },
              { label: m.site_footer_legal(), href: urls.legal() },
            ],
        accessibility: { state: 'none', href: urls.accessibility() },
      }}
    >
      {page.body}
    </Shell>,
  );
}

function navigationOf(page: Page): NavigationLink[] {
  return [
    { label: m.site_nav_home(), href: urls.home(), current: page.section === 'home' },
    { label: m.site_nav_editions(), href: urls.editions(), current: page.section === 'editions' },
  ];
}

function accountOf(visitor: Visitor | null, page: Page): Account {
  if (!visitor) return { kind: 'visitor', signInHref: urls.signIn(), signUpHref: urls.signUp() };
  const desk = { label: m.site_nav_admin(), href: urls.admin(), current: page.section === 'admin' };
  return {
    kind: 'member',
    nickname: visitor.nickname,
    accountHref: urls.account(),
    signOutHref: urls.signOut(),
    // also before the second factor is proven: the way there leads through it
    desks: mayProveRight('officer', visitor) ? [desk] : [],
  };
}
