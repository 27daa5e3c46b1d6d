import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { urls } from '../../urls.ts';
import { type Edition, hasBegun } from './edition.ts';

export type EditionSection = 'edition' | 'ideas' | 'projects' | 'vote' | 'results' | 'delivery';

interface Props {
  edition: Edition;
  now: Date;
  current: EditionSection;
  children: ComponentChildren;
}

/** What opens every page of an edition: its name, its phase line, its tabs. The page itself brings its h1. */
export function EditionFrame({ edition, now, current, children }: Props) {
  const at = { edition: edition.slug };
  const tabs: { section: EditionSection; label: string; href: string; shown: boolean }[] = [
    { section: 'edition', label: m.spaces_tab_edition(), href: urls.edition(at), shown: true },
    {
      section: 'ideas',
      label: m.spaces_tab_ideas(),
      href: urls.ideas(at),
      shown: edition.archivedAt === null,
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
      shown: edition.archivedAt === null && hasBegun(edition, 'vote', now),
    },
    {
      section: 'results',
      label: m.spaces_tab_results(),
      href: urls.results(at),
      shown: hasBegun(edition, 'vote', now),
    },
    {
      section: 'delivery',
      label: m.spaces_tab_delivery(),
      href: urls.deliveries(at),
      shown: edition.archivedAt === null && hasBegun(edition, 'delivery', now),
    },
  ];
  return (
    <>
      <nav class="edition-tabs" aria-label={edition.title}>
        <ul>
          {tabs
            .filter((tab) => tab.shown)
            .map((tab) => (
              <li key={tab.section}>
                <a href={tab.href} aria-current={tab.section === current ? 'page' : undefined}>
                  {tab.label}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
