/** The beginning of a page: where one is, its h1, one sentence, and the gestures that concern it all. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon } from './icon.tsx';

export type PageHeaderProps = {
  /** The h1: the same words as the Shell's `title`. */
  title: string;
  /** A line above the title: "Budget participatif 2026". */
  kicker?: ComponentChildren;
  /** One or two sentences under the title. */
  lead?: ComponentChildren;
  breadcrumb?: Crumb[];
  /** Tags, badges, dates: one quiet line under the lead. */
  meta?: ComponentChildren;
  /** Buttons. */
  actions?: ComponentChildren;
  /** Language of the title, when it is not the page's (a contribution). */
  lang?: string;
};

export function PageHeader(props: PageHeaderProps) {
  return (
    <div class="page-header">
      {props.breadcrumb && <Breadcrumb crumbs={props.breadcrumb} />}
      {props.kicker && <p class="kicker">{props.kicker}</p>}
      <h1 lang={props.lang}>{props.title}</h1>
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.meta && <div class="meta">{props.meta}</div>}
      {props.actions && <div class="actions">{props.actions}</div>}
    </div>
  );
}

type Crumb = { label: string; href: string };

/** The pages above this one, nearest last. The current page is not repeated: its h1 follows. */
function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label={m.ui_breadcrumb()}>
      <ol class="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            <Icon name="chevron-right" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
