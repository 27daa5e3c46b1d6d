import * as m from '../../../paraglide/messages.js';
import { Section } from '../../../ui/layout.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { SheetPanel } from '../sheet/sheet-panel.routes.ts';
import { findMergesOf } from './merge.store.ts';
import { stateOf } from './merge.ts';
import { stateTones, stateWords } from './merge-words.page.ts';

/** The merge that an idea stands in, on the page of its file; nothing where it stands alone. */
export const mergesPanel: SheetPanel = {
  id: 'regroupement',
  name: m.merges_title,
  async load({ visit, edition, idea }) {
    const merges = await findMergesOf(visit.db, visit.organisation.id, [idea.id]);
    const merge = merges.get(idea.id);
    if (!merge) return null;
    const state = stateOf(merge);
    return (
      <Section id="regroupement" title={m.merges_title()}>
        <p>
          <a href={urls.adminMerge({ edition: edition.slug, merge: merge.id })}>
            <bdi>{merge.title}</bdi>
          </a>{' '}
          <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>
        </p>
      </Section>
    );
  },
};
