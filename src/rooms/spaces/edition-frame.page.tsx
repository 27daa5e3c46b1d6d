import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type Edition, hasBegun } from './edition.ts';
import { EditionPhaseLine } from './edition-phase-line.page.tsx';

type EditionSection =
  | 'edition'
  | 'rules'
  | 'ideas'
  | 'kits'
  | 'press'
  | 'survey'
  | 'feedback'
  | 'projects'
  | 'vote'
  | 'results'
  | 'delivery'
  | 'report';

interface Props {
  edition: Edition;
  now: Date;
  current: EditionSection;
  children: ComponentChildren;
}

/**
 * What opens every page of an edition: its name, where it stands and for how long, its tabs; of a space's vote its name,
 * which leads to the space, and what a vote has. The page itself brings its h1, which stays above the fold on a phone: the line is in brief there.
 */
export function EditionFrame({ edition, now, current, children }: Props) {
  return (
    <>
      <div class="edition-frame">
        <p class="edition-name">
          {current !== 'edition' && (
            <a href={urls.edition({ edition: edition.slug })}>
              <bdi>{edition.title}</bdi>
            </a>
          )}
          {edition.spaceId === null && (
            <a class="edition-others" href={urls.editions()}>
              {m.setup_other_editions()}
            </a>
          )}
        </p>
        {edition.archivedAt !== null && (
          <p>
            <StateBadge icon="archive">{m.spaces_archived()}</StateBadge>
          </p>
        )}
        {edition.archivedAt === null && edition.openedAt === null && (
          <p>
            <StateBadge tone="warning" icon="eye-off">
              {m.spaces_not_public()}
            </StateBadge>
          </p>
        )}
        {edition.spaceId === null && <EditionPhaseLine edition={edition} now={now} compact />}
        <Tabs edition={edition} now={now} current={current} />
      </div>
      {children}
    </>
  );
}

function Tabs({ edition, now, current }: Omit<Props, 'children'>) {
  const at = { edition: edition.slug };
  const live = edition.archivedAt === null;
  const ofBudget = edition.spaceId === null;
  // an archived one without a calendar came in with its realisations: no vote was held here
  const realised = !live && edition.phases.length === 0;
  const tabs: { section: EditionSection; label: string; href: string; shown: boolean }[] = [
    {
      section: 'ideas',
      label: m.spaces_tab_ideas(),
      href: urls.ideas(at),
      shown: live && ofBudget,
    },
    {
      section: 'feedback',
      label: m.spaces_tab_feedback(),
      href: urls.feedback(at),
      shown: live && hasBegun(edition, 'study', now),
    },
    {
      section: 'projects',
      label: m.spaces_tab_projects(),
      href: urls.projects(at),
      shown: hasBegun(edition, 'campaign', now),
    },
    {
      section: 'vote',
      label: m.spaces_tab_vote(),
      href: urls.vote(at),
      shown: live && hasBegun(edition, 'vote', now),
    },
    {
      section: 'results',
      label: m.spaces_tab_results(),
      href: urls.results(at),
      shown: hasBegun(edition, 'vote', now) && !realised,
    },
    {
      section: 'delivery',
      label: m.spaces_tab_delivery(),
      href: urls.deliveries(at),
      shown: realised || (live && hasBegun(edition, 'delivery', now)),
    },
  ];
  const shown = tabs.filter((tab) => tab.shown);
  if (shown.length === 0) return null;
  return (
    <nav class="edition-tabs" aria-label={edition.title}>
      <ul>
        {shown.map((tab) => (
          <li key={tab.section}>
            <a href={tab.href} aria-current={tab.section === current ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
