import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

const titled =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: said(detail.title) });

const ofItem =
  (words: (inputs: { title: string; item: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: said(detail.title), item: said(detail.item) });

/** Sentences of every fact of this room. */
export const assemblyFactWords: Record<string, (fact: RecordedFact) => string> = {
  'assembly.prepared': titled(m.assembly_fact_prepared),
  'assembly.changed': titled(m.assembly_fact_changed),
  'assembly.convened': titled(m.assembly_fact_convened),
  'assembly.opened': titled(m.assembly_fact_opened),
  'assembly.closed': titled(m.assembly_fact_closed),
  'assembly.roll-changed': titled(m.assembly_fact_roll),
  'assembly.roll-completed': titled(m.assembly_fact_roll),
  'assembly.item-added': ofItem(m.assembly_fact_item_added),
  'assembly.item-changed': ofItem(m.assembly_fact_item_changed),
  'assembly.item-removed': ofItem(m.assembly_fact_item_removed),
  'assembly.vote-opened': ofItem(m.assembly_fact_vote_opened),
  'assembly.vote-closed': titled(m.assembly_fact_vote_closed),
  'assembly.minutes-written': titled(m.assembly_fact_minutes),
  'assembly.minutes-published': titled(m.assembly_fact_minutes_published),
};
