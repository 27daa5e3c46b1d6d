import * as m from '../../paraglide/messages.js';
import { column, editionColumn, euros, pageColumn } from '../../platform/sets/columns.ts';
import { type DataAsked, describeSet } from '../../platform/sets/data-set.ts';
import { fromList, latestOf } from '../../platform/sets/row-source.ts';
import { urls } from '../../urls.ts';
import { listEditions } from '../spaces/index.ts';
import { describeEditionLines } from './edition-lines.routes.ts';
import type { EditionLine } from './figures.ts';
import { findPopulation } from './population.store.ts';
import { listPublishedReports, type PublishedReport } from './report.store.ts';
import { REPORT_FILES } from './report-files.ts';

type ReportRow = PublishedReport & EditionLine & { committed: number | null };

const idsOf = ({ editions }: DataAsked) => editions.map(({ id }) => id);

/** Making a row adds up an edition: only a file asks for it. */
const reportRows = fromList<ReportRow>(
  async (db, asked) => {
    const { organisationId } = asked;
    const [reports, opened, population] = await Promise.all([
      listPublishedReports(db, organisationId, idsOf(asked)),
      listEditions(db, organisationId),
      findPopulation(db, organisationId),
    ]);
    const editions = opened.filter(({ id }) => reports.some(({ editionId }) => editionId === id));
    if (editions.length === 0) return [];
    const inhabitants = population?.inhabitants ?? null;
    const lines = await describeEditionLines(db, organisationId, editions, inhabitants);
    return editions.map((edition) => {
      const delivery = lines.deliveries.get(edition.id);
      return {
        ...reports.find(({ editionId }) => editionId === edition.id)!,
        ...lines.describe(edition),
        committed: delivery && delivery.withCommitted > 0 ? delivery.committed : null,
      };
    });
  },
  ({ publishedAt }) => publishedAt,
  async (db, asked) => {
    const reports = await listPublishedReports(db, asked.organisationId, idsOf(asked));
    const moments = reports.map(({ publishedAt }) => publishedAt);
    return { rows: reports.length, changedAt: latestOf(moments) };
  },
);

const count = (
  key: string,
  meaning: () => string,
  example: string,
  of: (row: ReportRow) => number | null,
) => column<ReportRow>(key, 'integer', meaning, example, of);

/** Ratios of 0 to 1, days: as many decimals as mean something. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;

/** What editions amounted to, one line for each published report; all the rest is in the file of the report. */
export const reportSet = describeSet<ReportRow>({
  key: 'bilans',
  title: m.opendata_reports,
  meaning: m.opendata_reports_meaning,
  source: reportRows,
  columns: [
    editionColumn(),
    count('idees', m.opendata_column_report_ideas, '412', ({ ideas }) => ideas),
    count('auteurs', m.opendata_column_report_authors, '356', ({ authors }) => authors),
    count('projets', m.opendata_column_report_projects, '48', ({ projects }) => projects),
    count('votants', m.opendata_column_report_voters, '3120', ({ voters }) => voters),
    column('participation', 'decimal', m.opendata_column_report_turnout, '0.0837', (row) =>
      rounded(row.turnout),
    ),
    count('laureats', m.opendata_column_report_winners, '14', ({ winners }) => winners),
    column('part_realisee', 'decimal', m.opendata_column_report_delivered, '0.6429', (row) =>
      rounded(row.deliveredShare),
    ),
    column('delai_median_jours', 'decimal', m.opendata_column_report_delay, '23.5', (row) =>
      rounded(row.medianDelay),
    ),
    euros('enveloppe_euros', m.opendata_column_envelope, '1000000', ({ envelope }) => envelope),
    euros('engage_euros', m.opendata_column_committed, '912000', ({ committed }) => committed),
    euros(
      'fonctionnement_euros',
      m.opendata_column_report_running,
      '12000',
      ({ runningCost }) => runningCost,
    ),
    column(
      'publie_le',
      'instant',
      m.opendata_column_report_published,
      '2027-12-01T08:00:00.000Z',
      ({ publishedAt }) => publishedAt,
    ),
    column(
      'chiffres',
      'address',
      m.opendata_column_report_file,
      'https://…/editions/2026/bilan/bilan.csv',
      ({ slug }, { origin }) => origin + urls.reportFile({ edition: slug, file: REPORT_FILES.csv }),
    ),
    pageColumn<ReportRow>(
      (_, edition) => urls.report({ edition }),
      ({ editionId }) => editionId,
    ),
  ],
});
