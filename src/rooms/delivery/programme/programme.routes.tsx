import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { countHit } from '../../../platform/http/limits.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { receiveFile } from '../../../platform/http/streamed-upload.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { CSV_MARK } from '../../../platform/text/csv.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { fileProblem } from '../../ideas/index.page.ts';
import { type ReadTable, readTable } from '../../ideas/index.ts';
import { guessColumns, guessStages, USUAL_PRIORITY } from './guess.ts';
import { previewProgramme } from './import.store.ts';
import { ImportsPage } from './imports.page.tsx';
import { MappingPage } from './mapping.page.tsx';
import { checkMapping, type ProgrammeMapping } from './mapping.ts';
import { PreviewPage } from './preview.page.tsx';
import type { ProgrammeRun } from './programme.ts';
import { ProgressPage, ReportPage } from './report.page.tsx';
import { reportHeadings, reportLine } from './report-lines.page.ts';
import {
  endRun,
  findRun,
  insertRun,
  listRuns,
  programmeRows,
  saveMapping,
  startRun,
} from './run.store.ts';
import { countNotes, listNotes } from './run-lines.store.ts';
import { MOST_NAMES, MOST_STAGES, readForm } from './typed-mapping.routes.ts';
import { mappingWords } from './words.page.ts';

const LARGEST = 20 * 1024 * 1024;
const FILES_AN_HOUR = 60;
const SAMPLE_ROWS = 3;
const SHOWN = { realisations: 10, notes: 50 };
const AT_ONCE = 2000;

const isFaulty = (problems: Problems) => Object.keys(problems).length > 0;

/** A file of realisations: sent, its columns named, looked at, imported, reported on (issue 6). */
export const programmeRoutes: readonly Route[] = [
  get(urls.adminProgrammeImports, 'officer', (visit) => importsPage(visit)),

  post(
    urls.adminProgrammeImports,
    'officer',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      await countHit(db, { key: `programme:${visitor.id}`, hits: FILES_AN_HOUR, seconds: 3600 });
      const received = await receive(visit);
      if (!received.read.ok)
        return importsPage(visit, {
          fichier: fileProblem(received.read.refusal, received.read.rows),
        });
      const id = await insertRun(db, {
        organisationId: organisation.id,
        by: visitor.id,
        fileName: received.name,
        sha256: received.sha256,
        table: received.read.table,
      });
      return seeOther(visit, urls.adminProgrammeImport({ import: id }));
    },
    { bodyLimit: LARGEST },
  ),

  get(urls.adminProgrammeImport, 'officer', async (visit) => {
    const run = await loadRun(visit);
    if (run.stage === 'uploaded') return mappingPage(visit, run, run.mapping);
    if (run.endedAt === null)
      return page({
        title: m.programme_progress_title({ file: run.fileName }),
        section: 'admin',
        passing: true,
        body: <ProgressPage run={run} />,
      });
    return page({
      title: m.programme_report_title({ file: run.fileName }),
      section: 'admin',
      body: (
        <ReportPage
          run={run}
          counts={await countNotes(visit.db, run)}
          notes={await listNotes(visit.db, run, null, SHOWN.notes)}
        />
      ),
    });
  }),

  post(urls.adminProgrammeImport, 'officer', async (visit) => {
    const run = await loadRun(visit);
    if (run.stage !== 'uploaded')
      return seeOther(visit, urls.adminProgrammeImport({ import: run.id }));
    const form = await visit.form();
    const mapping = readForm(form, run);
    const problems: Problems = {};
    for (const { at, refusal } of checkMapping(mapping)) {
      const field = { 'edition.title': 'editionTitle', 'edition.slug': 'editionSlug' }[at];
      problems[field ?? at.replace('columns.', '')] ??= mappingWords[refusal]();
    }
    const { stage } = mapping.columns;
    // its values were never shown: they are to be looked at first
    if (stage !== undefined && form.text('stages-of') !== String(stage + 1)) {
      const values = await programmeRows.listValues(visit.db, run, stage, MOST_STAGES);
      mapping.stages = guessStages(values.map(({ value }) => value));
      problems.stages = m.programme_mapping_look();
    }
    const shown =
      mapping.columns.district === undefined ? '' : String(mapping.columns.district + 1);
    if (shown !== '' && form.has('districts-of') && form.text('districts-of') !== shown)
      problems.districts = m.programme_mapping_districts_look();
    if (isFaulty(problems)) return mappingPage(visit, run, mapping, problems);
    await saveMapping(visit.db, run, mapping);
    return seeOther(visit, urls.adminProgrammeImportPreview({ import: run.id }));
  }),

  get(urls.adminProgrammeImportPreview, 'officer', async (visit) => {
    const run = await loadRun(visit);
    return run.stage === 'uploaded' && run.mapping
      ? previewPage(visit, run)
      : seeOther(visit, urls.adminProgrammeImport({ import: run.id }));
  }),

  post(urls.adminProgrammeImportPreview, 'officer', async (visit) => {
    const run = await loadRun(visit);
    const here = urls.adminProgrammeImport({ import: run.id });
    if (run.stage !== 'uploaded' || !run.mapping) return seeOther(visit, here);
    const started = await startRun(visit.db, run, visit.visitor.id);
    return started.ok
      ? seeOther(visit, here)
      : previewPage(visit, run, { form: m.programme_under_way() });
  }),

  post(urls.adminProgrammeImportStop, 'officer', async (visit) => {
    const run = await loadRun(visit);
    const stopped = await endRun(visit.db, run, 'stopped', visit.visitor.id);
    return seeOther(
      visit,
      // of a file that was only looked at there is nothing to report
      run.stage === 'uploaded'
        ? urls.adminProgrammeImports()
        : urls.adminProgrammeImport({ import: run.id }),
      stopped ? 'programme-import-stopped' : undefined,
    );
  }),

  get(urls.adminProgrammeImportReport, 'officer', async (visit) => {
    const run = await loadRun(visit);
    const body = Readable.toWeb(Readable.from(writeReport(visit, run)));
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="rapport.csv"',
        'cache-control': 'private, no-store',
      },
    });
  }),
];

async function loadRun({ db, organisation, params }: SignedInVisit<'import'>) {
  return found(await findRun(db, organisation.id, params.import), 'programme-import');
}

interface Received {
  name: string;
  sha256: string;
  read: ReadTable;
}

async function receive({ request }: SignedInVisit): Promise<Received> {
  const pieces: Buffer[] = [];
  let name = '';
  try {
    const upload = await receiveFile(request, LARGEST);
    if (!upload) return { name, sha256: '', read: { ok: false, refusal: 'file-missing' } };
    name = upload.name;
    for await (const piece of upload.bytes) pieces.push(Buffer.from(piece));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    return { name, sha256: '', read: { ok: false, refusal: 'file-too-large' } };
  }
  const bytes = Buffer.concat(pieces);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, read: await readTable(bytes) };
}

async function importsPage({ db, organisation }: SignedInVisit, problems: Problems = {}) {
  return page({
    title: m.programme_imports_title(),
    section: 'admin',
    ...(isFaulty(problems) && { status: 422, faulty: true }),
    body: <ImportsPage runs={await listRuns(db, organisation.id)} problems={problems} />,
  });
}

/** `mapping` null: what the headings suggest. */
async function mappingPage(
  { db }: SignedInVisit,
  run: ProgrammeRun,
  mapping: ProgrammeMapping | null,
  problems: Problems = {},
): Promise<Answer> {
  const columns = mapping?.columns ?? guessColumns(run.columns);
  const stages =
    columns.stage === undefined
      ? []
      : await programmeRows.listValues(db, run, columns.stage, MOST_STAGES);
  const districts =
    columns.district === undefined
      ? []
      : await programmeRows.listValues(db, run, columns.district, MOST_NAMES);
  return page({
    title: m.programme_mapping_title(),
    section: 'admin',
    ...(isFaulty(problems) && { status: 422, faulty: true }),
    body: (
      <MappingPage
        run={run}
        mapping={
          mapping ?? {
            columns,
            editionTitle: 'Budget participatif {edition}',
            editionSlug: '{edition}',
            stages: guessStages(stages.map(({ value }) => value)),
            districts: {},
            priority: USUAL_PRIORITY,
          }
        }
        sample={await programmeRows.list(db, run, 0, SAMPLE_ROWS)}
        stages={stages}
        districts={districts}
        problems={problems}
      />
    ),
  });
}

async function previewPage(
  { db }: SignedInVisit,
  run: ProgrammeRun,
  problems: Problems = {},
): Promise<Answer> {
  return page({
    title: m.programme_preview_title(),
    section: 'admin',
    ...(isFaulty(problems) && { status: 422, faulty: true }),
    body: (
      <PreviewPage run={run} preview={await previewProgramme(db, run, SHOWN)} problems={problems} />
    ),
  });
}

/** Every cell that is told of: before the import as it would be, after it as it was. */
async function* writeReport(
  { db, locale }: SignedInVisit,
  run: ProgrammeRun,
): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK + withLocale(locale, reportHeadings));
  if (run.stage === 'uploaded') {
    if (!run.mapping) return;
    const all = { realisations: 0, notes: Number.POSITIVE_INFINITY };
    const { notes } = await previewProgramme(db, run, all);
    yield Buffer.from(withLocale(locale, () => notes.map(reportLine).join('')));
    return;
  }
  for (let after: { row: number; position: number } | null = null; ; ) {
    const notes: Awaited<ReturnType<typeof listNotes>> = await listNotes(db, run, after, AT_ONCE);
    const last = notes.at(-1);
    if (!last) return;
    after = { row: last.row, position: last.position };
    yield Buffer.from(withLocale(locale, () => notes.map(reportLine).join('')));
  }
}
