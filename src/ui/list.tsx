/** Lists that are read, what stands in their place when they are empty, and how one turns their pages. */
import { type ComponentChildren, toChildArray } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon, type IconName } from './icon.tsx';

export type ListProps = {
  /** `cards` when things are compared, `rows` when they are read. */
  look?: 'cards' | 'rows';
  /** Name of the list for screen readers. */
  label?: string;
  /** True when the order matters (a ranking, a numbered list of projects). */
  ordered?: boolean;
  /** Each child becomes one item. */
  children: ComponentChildren;
};

export function List({ look = 'rows', label, ordered, children }: ListProps) {
  const Kind = ordered ? 'ol' : 'ul';
  return (
    <Kind class={`list list-${look}`} aria-label={label}>
      {toChildArray(children).map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </Kind>
  );
}

export type PaginationProps = {
  /** Addresses that carry a key, not a page number: nothing repeats or skips while others write. */
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** "Idées 21 à 40 sur 93". */
  summary?: string;
};

/** Previous and next; nothing at all when there is one page only. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  if (!previousHref && !nextHref) return summary ? <p class="page-summary">{summary}</p> : null;
  return (
    <nav class="pagination" aria-label={m.ui_pagination()}>
      {previousHref && (
        <a class="button button-secondary" href={previousHref} rel="prev">
          <Icon name="arrow-left" />
          <span>{m.ui_previous_page()}</span>
        </a>
      )}
      {summary && <p class="page-summary">{summary}</p>}
      {nextHref && (
        <a class="button button-secondary" href={nextHref} rel="next">
          <span>{m.ui_next_page()}</span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}

export type EmptyStateProps = {
  icon?: IconName;
  title: string;
  /** What will be here, and why it is not yet. */
  children: ComponentChildren;
  /** The first gesture. */
  actions?: ComponentChildren;
  level?: 2 | 3;
};

/** An empty list is an invitation. */
export function EmptyState({
  icon = 'sparkles',
  title,
  children,
  actions,
  level = 2,
}: EmptyStateProps) {
  const Title = `h${level}` as 'h2';
  return (
    <div class="empty">
      <Icon name={icon} />
      <Title>{title}</Title>
      <div class="empty-words">{children}</div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}
