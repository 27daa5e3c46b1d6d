import * as m from '../../../paraglide/messages.js';
import { column, editionColumn, pageColumn } from '../../../platform/sets/columns.ts';
import { describeSet } from '../../../platform/sets/data-set.ts';
import { urls } from '../../../urls.ts';
import { type DecisionRow, decisionRows } from './decision-rows.store.ts';
import { outcomeWords } from './words.page.tsx';

/** What was decided about ideas, with the reason (R45, R77). */
export const decisionSet = describeSet<DecisionRow>({
  key: 'decisions',
  title: m.opendata_decisions,
  meaning: m.opendata_decisions_meaning,
  source: decisionRows,
  columns: [
    editionColumn(),
    column('numero_idee', 'integer', m.opendata_column_idea_number, '12', ({ number }) => number),
    column('titre', 'text', m.opendata_column_title, 'Un verger partagé', ({ title }) => title),
    column('decision', 'text', m.opendata_column_decision, 'Soumise au vote', ({ outcome }) =>
      outcomeWords[outcome](),
    ),
    column(
      'motif',
      'text',
      m.opendata_column_reason,
      'Hors des compétences de la ville',
      ({ reason }) => reason,
    ),
    column(
      'explication',
      'text',
      m.opendata_column_public_text,
      'La rue appartient au département.',
      (row) => row.publicText || null,
    ),
    column(
      'publiee_le',
      'instant',
      m.opendata_column_decision_published,
      '2026-06-01T08:00:00.000Z',
      (row) => row.changedAt,
    ),
    pageColumn(
      ({ number }, slug) => urls.idea({ edition: slug, idea: number }),
      ({ editionId }) => editionId,
    ),
  ],
});
