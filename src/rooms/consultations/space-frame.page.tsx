import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { FamilyNav, type FamilyProps } from './family.page.tsx';
import type { ShownComponent } from './shown.ts';
import type { Space, Theme } from './space.ts';
import { Tabs } from './tabs.page.tsx';

interface Props {
  space: Pick<Space, 'slug' | 'title' | 'isPrivate' | 'openedAt' | 'closedAt'> &
    Pick<FamilyProps, 'family'>;
  /** Where the page stands; null: in what concerns the whole space. */
  theme: Pick<Theme, 'slug' | 'title'> | null;
  /** Components of that theme, or of the whole space, in order. */
  tabs: readonly Pick<ShownComponent, 'id' | 'href' | 'title'>[];
  /** Id of the component that this page is of; null: the presentation itself. */
  current: string | null;
  /** The page brings its h1. */
  children: ComponentChildren;
}

/** What opens every page of a space, its first one apart: its name and standing, and the tabs of the theme. */
export function SpaceFrame({ space, theme, tabs, current, children }: Props) {
  const at = { space: space.slug };
  const title = theme?.title ?? space.title;
  const presentation = theme ? urls.theme({ ...at, theme: theme.slug }) : urls.space(at);
  return (
    <>
      <div class="edition-frame">
        <FamilyNav space={space} family={space.family} />
        <p class="edition-name">
          <a href={urls.space(at)}>
            <bdi>{space.title}</bdi>
          </a>
          <a class="edition-others" href={urls.spaces()}>
            {m.participation_all_spaces()}
          </a>
        </p>
        {(space.isPrivate || space.closedAt || !space.openedAt) && (
          <p>
            <SpaceBadges space={space} quiet />
          </p>
        )}
        {tabs.length > 0 && (
          <Tabs
            label={m.participation_tabs_of({ title })}
            folded={m.participation_parts({ title })}
            tabs={[
              {
                key: 'presentation',
                href: presentation,
                title: theme?.title ?? m.participation_presentation(),
                isCurrent: current === null,
              },
              ...tabs.map((tab) => ({
                key: tab.id,
                href: tab.href,
                title: tab.title,
                isCurrent: tab.id === current,
              })),
            ]}
          />
        )}
      </div>
      {children}
    </>
  );
}

/** How a space stands and who sees it. `quiet`: only what is not as usual. */
export function SpaceBadges({ space, quiet }: { space: Props['space']; quiet?: boolean }) {
  return (
    <>
      {space.closedAt ? (
        <StateBadge icon="archive">{m.participation_closed()}</StateBadge>
      ) : space.openedAt ? (
        !quiet && <StateBadge tone="now">{m.participation_open()}</StateBadge>
      ) : (
        <StateBadge tone="warning" icon="eye-off">
          {m.participation_prepared()}
        </StateBadge>
      )}{' '}
      {space.isPrivate && (
        <StateBadge tone="info" icon="lock">
          {m.participation_private()}
        </StateBadge>
      )}
    </>
  );
}
