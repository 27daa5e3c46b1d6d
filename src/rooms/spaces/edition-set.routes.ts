import * as m from '../../paraglide/messages.js';
import { toLocalTime } from '../../platform/clock/paris.ts';
import { column, euros } from '../../platform/sets/columns.ts';
import { type DataColumn, describeSet } from '../../platform/sets/data-set.ts';
import { fromList } from '../../platform/sets/row-source.ts';
import { urls } from '../../urls.ts';
import { listEditions } from './edition.store.ts';
import { type Edition, findPhase, type Step } from './edition.ts';

const starts = (key: string, step: Step, meaning: () => string): DataColumn<Edition> =>
  column(key, 'day', meaning, '2026-03-02', (edition) => dayOf(findPhase(edition, step)?.startsAt));

const ends = (key: string, step: Step, meaning: () => string): DataColumn<Edition> =>
  column(key, 'instant', meaning, '2026-04-30T21:59:00.000Z', (edition) => {
    return findPhase(edition, step)?.endsAt ?? null;
  });

const dayOf = (at: Date | undefined) => (at ? { day: toLocalTime(at).day } : null);

/** Public editions, with what each announced. */
export const editionSet = describeSet<Edition>({
  key: 'editions',
  title: m.opendata_editions,
  meaning: m.opendata_editions_meaning,
  source: fromList(
    async (db, { organisationId, editions }) => {
      const asked = new Set(editions.map(({ id }) => id));
      // an edition is listed by the same reading that its page is found by
      return (await listEditions(db, organisationId)).filter(({ id }) => asked.has(id));
    },
    ({ openedAt }) => openedAt,
  ),
  columns: [
    column(
      'edition',
      'text',
      m.opendata_column_edition,
      'budget-participatif-2026',
      ({ slug }) => slug,
    ),
    column(
      'titre',
      'text',
      m.opendata_column_edition_title,
      'Budget participatif 2026',
      ({ title }) => title,
    ),
    column(
      'resume',
      'text',
      m.opendata_column_summary,
      'Un million d’euros pour vos idées.',
      ({ summary }) => summary || null,
    ),
    euros('enveloppe_euros', m.opendata_column_envelope, '1000000', ({ envelope }) => envelope),
    starts('depot_du', 'collection', m.opendata_column_collection_from),
    ends('depot_jusqu_au', 'collection', m.opendata_column_collection_to),
    starts('vote_du', 'vote', m.opendata_column_vote_from),
    ends('vote_jusqu_au', 'vote', m.opendata_column_vote_to),
    column(
      'archivee',
      'boolean',
      m.opendata_column_archived,
      'false',
      ({ archivedAt }) => archivedAt !== null,
    ),
    column(
      'adresse',
      'address',
      m.opendata_column_address,
      'https://…/editions/2026',
      ({ slug }, { origin }) => origin + urls.edition({ edition: slug }),
    ),
  ],
});
