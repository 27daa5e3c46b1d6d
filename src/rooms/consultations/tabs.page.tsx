import { Icon } from '../../ui/icon.tsx';

interface Tab {
  key: string;
  href: string;
  title: string;
  isCurrent: boolean;
}

/** More than these are folded on a phone, so that the page itself is in sight. */
const MOST_IN_SIGHT = 4;

/** Pages beside each other: in a row where there is room, under one word where there is none. */
export function Tabs({
  label,
  folded,
  tabs,
  current = 'page',
}: {
  label: string;
  /** What the folded ones are called, before the one that is open. */
  folded: string;
  tabs: readonly Tab[];
  /** `true`: what the page stands in, which is not the page itself. */
  current?: 'page' | 'true';
}) {
  const list = (
    <ul>
      {tabs.map(({ key, href, title, isCurrent }) => (
        <li key={key}>
          <a href={href} aria-current={isCurrent ? current : undefined}>
            <bdi>{title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="edition-tabs" aria-label={label}>
      {tabs.length > MOST_IN_SIGHT ? (
        <details class="filters-more">
          <summary>
            {folded} <Icon name="chevron-down" class="turn" />
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  );
}
