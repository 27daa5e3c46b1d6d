import * as m from '../../paraglide/messages.js';
import { type FactRow, factRows } from '../../platform/journal/fact-rows.ts';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import { column } from '../../platform/sets/columns.ts';
import { describeSet } from '../../platform/sets/data-set.ts';
import { listNicknames } from '../identity/index.ts';
import { listVotedEditions } from '../spaces/index.ts';
import { tellFact } from './fact-words.page.ts';

/** What a person supports or when they joined is nobody's business, and would bury the acts of the office. */
export const LEFT_OUT: readonly string[] = [
  'idea.supported',
  'idea.support-withdrawn',
  'person.joined',
  'guide.acknowledged',
];

interface ToldFact {
  recordedAt: Date;
  kind: string;
  actor: string | null;
  sentence: string;
}

const facts = factRows(LEFT_OUT);

/** For the office: who did what, in the sentences of the journal's page. */
export const journalSet = describeSet<ToldFact>({
  key: 'journal',
  audience: 'office',
  isPersonal: true,
  ofEditions: false,
  title: m.opendata_journal,
  meaning: m.opendata_journal_meaning,
  source: {
    count: facts.count,
    survey: facts.survey,
    async *read(db, asked) {
      const editions = await listVotedEditions(db, asked.organisationId);
      const byId = new Map(editions.map((edition) => [edition.id, edition]));
      for await (const rows of facts.read(db, asked)) {
        const told = rows.map(asFact);
        const nicknames = await listNicknames(db, asked.organisationId, listPeople(told));
        yield withLocale(asked.locale, () =>
          told.map((fact) => ({
            recordedAt: fact.recordedAt,
            kind: fact.kind,
            actor: nicknames.get(fact.actorId ?? '') ?? null,
            sentence: tellFact(fact, { editions: byId, nicknames }),
          })),
        );
      }
    },
  },
  columns: [
    column(
      'le',
      'instant',
      m.opendata_column_recorded,
      '2026-03-02T09:30:00.000Z',
      (fact) => fact.recordedAt,
    ),
    column('fait', 'text', m.opendata_column_fact_kind, 'edition.opened', ({ kind }) => kind),
    column('par', 'text', m.opendata_column_actor, 'Agathe', ({ actor }) => actor),
    column(
      'phrase',
      'text',
      m.opendata_column_sentence,
      'a ouvert l’édition 2026',
      ({ sentence }) => sentence,
    ),
  ],
});

const asFact = ({ subjectKind, subjectId, ...fact }: FactRow): RecordedFact => ({
  ...fact,
  subject: { kind: subjectKind, id: subjectId },
});

/** Whom sentences name. */
export const listPeople = (facts: readonly RecordedFact[]): string[] => [
  ...new Set(
    facts
      .flatMap(({ actorId, subject, detail }) => [
        actorId,
        typeof detail.personId === 'string' ? detail.personId : null,
        subject.kind === 'person' ? subject.id : null,
      ])
      .filter((id): id is string => id !== null),
  ),
];
