import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { openStorage } from '../../../platform/files/index.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeVote } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { checkMapping, guessMapping } from './columns.ts';
import { MappingPage, ProgressPage, ReportPage } from './import.page.tsx';
import { findImport, listRefusals, type RegisterImport } from './import.store.ts';
import { endImport, startImport } from './import-run.store.ts';
import { actOf } from './register.routes.tsx';
import { FIELDS, type Mapping } from './register.ts';
import { readSample } from './upload.store.ts';
import { mappingProblems, rowWords, valueWords } from './words.page.ts';

/** Lines of the file shown before it is imported, and refused lines shown after. */
const SAMPLE_ROWS = 4;
const REFUSALS_SHOWN = 50;

/** One import: its columns named, followed, stopped, reported. */
export const importRoutes: readonly Route[] = [
  get(urls.adminRegisterImport, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    if (run.stage === 'uploaded')
      return mappingPage(visit, { edition, run, mapping: guessMapping(run.shape.columns) });
    if (run.endedAt === null)
      return page({
        title: m.register_report_title({ file: run.fileName }),
        section: 'admin',
        passing: true,
        body: <ProgressPage edition={edition} run={run} />,
      });
    const refusals = await listRefusals(visit.db, run, 0, REFUSALS_SHOWN);
    return page({
      title: m.register_report_title({ file: run.fileName }),
      section: 'admin',
      body: <ReportPage edition={edition} run={run} refusals={refusals} />,
    });
  }),

  post(urls.adminRegisterImport, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const here = urls.adminRegisterImport({ edition: edition.slug, import: run.id });
    if (run.stage !== 'uploaded') return seeOther(visit, here);
    const mapping = readMapping(await visit.form(), run.shape.columns.length);
    const problems: Problems = Object.fromEntries(
      Object.entries(checkMapping(mapping)).map(([field, refusal]) => [
        field,
        mappingProblems[refusal](),
      ]),
    );
    if (Object.keys(problems).length > 0)
      return mappingPage(visit, { edition, run, mapping, problems });
    const started = await startImport(visit.db, run, mapping);
    return started.ok
      ? seeOther(visit, here)
      : mappingPage(visit, {
          edition,
          run,
          mapping,
          problems: { form: m.register_under_way() },
        });
  }),

  post(urls.adminRegisterStop, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const stopped = await endImport(visit.db, run, 'stopped', visit.visitor.id);
    const at = { edition: edition.slug };
    return seeOther(
      visit,
      // of a file that was only looked at there is nothing to report
      run.stage === 'uploaded'
        ? urls.adminRegister(at)
        : urls.adminRegisterImport({ ...at, import: run.id }),
      stopped ? 'register-import-stopped' : undefined,
    );
  }),

  get(urls.adminRegisterRefusals, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const body = Readable.toWeb(Readable.from(writeRefusals(visit, run)));
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.register_csv_name()}-${edition.slug}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  }),
];

async function loadImport(visit: SignedInVisit<'edition' | 'import'>) {
  const edition = await findOfficeVote(visit);
  const of = { organisationId: actOf(visit).organisationId, editionId: edition.id };
  const run = found(await findImport(visit.db, of, visit.params.import), 'register-import');
  return { edition, run };
}

/** Columns are counted from 1 on the page; what is no column of the file is left out. */
function readMapping(form: Form, width: number): Mapping {
  const mapping: Mapping = {};
  for (const field of FIELDS) {
    const typed = form.text(field);
    const column = /^\d{1,3}$/.test(typed) ? Number(typed) - 1 : -1;
    if (column >= 0 && column < width) mapping[field] = column;
  }
  return mapping;
}

async function mappingPage(
  { config }: SignedInVisit,
  {
    problems = {},
    ...shown
  }: { edition: Edition; run: RegisterImport; mapping: Mapping; problems?: Problems },
) {
  const sample = await readSample(openStorage(config), shown.run, SAMPLE_ROWS);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.register_mapping_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <MappingPage {...shown} sample={sample} problems={problems} />,
  });
}

/** Lines read at once. */
const BATCH = 5000;

/** Every refused line, read as the file is sent: of a long report only a part is ever held. */
async function* writeRefusals(
  { db, locale }: SignedInVisit,
  run: RegisterImport,
): AsyncGenerator<Buffer> {
  yield Buffer.from(
    CSV_MARK +
      withLocale(locale, () =>
        writeCsvLine([m.register_line(), m.register_reason(), m.register_value()]),
      ),
  );
  let after = 0;
  for (;;) {
    const rows = await listRefusals(db, run, after, BATCH);
    const last = rows.at(-1);
    if (!last) return;
    const lines = withLocale(locale, () =>
      rows
        .map((row) => writeCsvLine([row.line, rowWords[row.refusal](), valueWords(row)]))
        .join(''),
    );
    yield Buffer.from(lines);
    after = last.line;
  }
}
