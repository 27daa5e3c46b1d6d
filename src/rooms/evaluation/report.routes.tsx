import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, mayIn, type Route } from '../../platform/http/route.ts';
import { page, type Visit } from '../../platform/http/visit.ts';
import { pdfAnswer } from '../../platform/pdf/pdf-answer.ts';
import { CSV_MARK, writeCsvLine } from '../../platform/text/csv.ts';
import { type Cell, writeXlsx, XLSX_TYPE } from '../../platform/text/xlsx.ts';
import { urls } from '../../urls.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { type Edition, findEdition } from '../spaces/index.ts';
import type { Chapter } from './chapter.ts';
import { describeChapters } from './chapters.page.ts';
import { shareFigures } from './figures.routes.ts';
import { ReportPage, reportTitle } from './report.page.tsx';
import { writeReport } from './report.pdf.ts';
import { findReport } from './report.store.ts';
import type { EditionReport } from './report.ts';
import { REPORT_FILES, type ReportFile, readReportFile } from './report-files.ts';
import { writeReportJson } from './report-json.page.ts';
import { writeDictionary, writeReportRows } from './report-rows.page.ts';

/** The report of an edition: a page, a PDF and files of the same figures (R64, R88, R188). */
export const reportRoutes: readonly Route[] = [
  get(
    urls.report,
    'anyone',
    async (visit) => {
      const { edition, report, officer } = await loadReport(visit);
      const { db, organisation } = visit;
      const [now, figures, pause] = await Promise.all([
        readNow(db),
        shareFigures(visit, edition, report),
        findPromotionPause(db, organisation.id),
      ]);
      return page({
        title: reportTitle(edition),
        section: 'editions',
        description: m.evaluation_report_lead(),
        scripts: ['print-page.js'],
        body: (
          <ReportPage
            edition={edition}
            now={now}
            report={report}
            chapters={describeChapters(figures)}
            officer={officer}
            pause={pause}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(urls.reportFile, 'anyone', async (visit) => {
    const kind = found(readReportFile(visit.params.file), 'file');
    const { edition, report } = await loadReport(visit);
    if (kind === 'pdf') return answerPdf(visit, edition, report);
    const chapters = async () => describeChapters(await shareFigures(visit, edition, report));
    if (kind === 'columns') return answerCsv(kind, edition, writeDictionary());
    if (kind === 'json') return answerJson(visit, edition, report, await chapters());
    if (kind === 'csv') return answerCsv(kind, edition, writeReportRows(await chapters()));
    return answerXlsx(edition, [
      { name: m.evaluation_sheet_figures(), rows: writeReportRows(await chapters()) },
      { name: m.evaluation_sheet_columns(), rows: writeDictionary() },
    ]);
  }),
];

/** A draft is there for the officers of this very edition; to all others it is not (404). */
async function loadReport(visit: Visit<'edition'>) {
  const { db, organisation, params, visitor } = visit;
  const edition = found(await findEdition(db, organisation.id, params.edition), 'edition');
  const report = await findReport(db, organisation.id, edition.id);
  const officer = visitor !== null && mayIn('officer', visitor, edition.id);
  found(report.publishedAt ?? (officer || null), 'report');
  return { edition, report, officer };
}

/** Written once for all who ask at the same time, as the list of projects is. */
async function answerPdf(visit: Visit, edition: Edition, report: EditionReport): Promise<Response> {
  const { db, organisation, config, locale } = visit;
  const state = report.publishedAt ? 'published' : 'draft';
  const name = `report pdf ${edition.id} ${report.version} ${state} ${locale}`;
  const file = await visit.share(name, async () => {
    const [now, figures, pause] = await Promise.all([
      readNow(db),
      shareFigures(visit, edition, report),
      findPromotionPause(db, organisation.id),
    ]);
    return writeReport({
      root: config.root,
      organisation,
      edition,
      report,
      chapters: describeChapters(figures),
      silent: pause ? m.evaluation_pdf_pause() : null,
      now,
    });
  });
  return pdfAnswer(file, `bilan-${edition.slug}`);
}

const attached = (kind: ReportFile, edition: Edition, type: string) => ({
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${REPORT_FILES[kind].replace('.', `-${edition.slug}.`)}"`,
    'cache-control': 'private, no-store',
  },
});

function answerCsv(kind: ReportFile, edition: Edition, rows: readonly Cell[][]): Response {
  const text = rows
    .map((row) => writeCsvLine(row.map((cell) => (typeof cell === 'object' ? cell.day : cell))))
    .join('');
  return new Response(CSV_MARK + text, attached(kind, edition, 'text/csv; charset=utf-8'));
}

const answerJson = (
  { organisation, locale }: Visit,
  edition: Edition,
  { publishedAt }: EditionReport,
  chapters: readonly Chapter[],
): Response =>
  new Response(
    JSON.stringify(
      writeReportJson(chapters, {
        organisation: organisation.name,
        edition: edition.slug,
        title: edition.title,
        publishedAt,
        locale,
      }),
      null,
      2,
    ),
    attached('json', edition, 'application/json; charset=utf-8'),
  );

async function answerXlsx(
  edition: Edition,
  sheets: Parameters<typeof writeXlsx>[0],
): Promise<Response> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(sheets)) pieces.push(piece);
  return new Response(
    Buffer.concat(pieces) as unknown as BodyInit,
    attached('xlsx', edition, XLSX_TYPE),
  );
}
