import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { dayInParis, type Edition } from '../../spaces/index.ts';
import { guessCategories, guessColumns } from './guess.ts';
import { endImport, ideaRows, listOddities, saveMapping, startImport } from './import.store.ts';
import {
  checkMapping,
  FIELDS,
  FIXABLE,
  foldWords,
  type IdeaImport,
  type Mapping,
  MOST_VALUES,
} from './import.ts';
import { previewImport } from './import-lines.store.ts';
import { isOpenToImports } from './imports.routes.tsx';
import { readDay } from './line.ts';
import { loadImport } from './load.routes.ts';
import { MappingPage } from './mapping.page.tsx';
import { PreviewPage } from './preview.page.tsx';
import { ProgressPage, ReportPage } from './report.page.tsx';
import { mappingWords } from './words.page.ts';

const SAMPLE_ROWS = 4;
const IDEAS_SHOWN = 20;
const ODDITIES_SHOWN = 50;

/** One file of ideas: its columns named, looked at, imported, stopped. */
export const importRoutes: readonly Route[] = [
  get(urls.adminIdeaImport, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    if (run.stage === 'uploaded') return mappingPage(visit, edition, run, run.mapping);
    if (run.endedAt === null)
      return page({
        title: m.imports_report_title({ file: run.fileName }),
        section: 'admin',
        passing: true,
        body: <ProgressPage edition={edition} run={run} />,
      });
    const oddities = await listOddities(visit.db, run, null, ODDITIES_SHOWN);
    return page({
      title: m.imports_report_title({ file: run.fileName }),
      section: 'admin',
      body: <ReportPage edition={edition} run={run} oddities={oddities} />,
    });
  }),

  post(urls.adminIdeaImport, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const at = { edition: edition.slug, import: run.id };
    if (run.stage !== 'uploaded') return seeOther(visit, urls.adminIdeaImport(at));
    const form = await visit.form();
    const mapping = readMapping(form, run, edition, {
      signature: m.imports_signature({}, { locale: visit.organisation.defaultLocale }),
      lang: visit.organisation.defaultLocale,
    });
    const today = dayInParis(await readNow(visit.db));
    const problems: Problems = Object.fromEntries(
      Object.entries(checkMapping(mapping, (typed) => readDay(typed, today))).map(
        ([field, refusal]) => [field, mappingWords[refusal]()],
      ),
    );
    const { category } = mapping.columns;
    // its values were never shown: they are to be looked at first
    const seen = category === undefined || form.text('category-of') === String(category);
    if (!seen && !problems.category) {
      const guessed = await guessValues(visit, run, edition, category);
      mapping.categories = guessed;
      problems.category = m.imports_mapping_look();
    }
    if (Object.keys(problems).length > 0)
      return mappingPage(visit, edition, run, mapping, problems);
    await saveMapping(visit.db, run, mapping);
    return seeOther(visit, urls.adminIdeaImportPreview(at));
  }),

  get(urls.adminIdeaImportPreview, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    if (run.stage !== 'uploaded' || !run.mapping)
      return seeOther(visit, urls.adminIdeaImport({ edition: edition.slug, import: run.id }));
    return previewPage(visit, edition, run);
  }),

  post(urls.adminIdeaImportPreview, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const here = urls.adminIdeaImport({ edition: edition.slug, import: run.id });
    if (run.stage !== 'uploaded' || !run.mapping) return seeOther(visit, here);
    if (!(await isOpenToImports(visit, edition))) return previewPage(visit, edition, run);
    const consents = (await visit.form()).text('consent') === 'oui';
    if (!consents)
      return previewPage(visit, edition, run, { consent: m.imports_consent_missing() });
    const started = await startImport(visit.db, run, visit.visitor.id);
    return started.ok
      ? seeOther(visit, here)
      : previewPage(visit, edition, run, { form: m.imports_under_way() });
  }),

  post(urls.adminIdeaImportStop, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const stopped = await endImport(visit.db, run, 'stopped', visit.visitor.id);
    const at = { edition: edition.slug };
    return seeOther(
      visit,
      // of a file that was only looked at there is nothing to report
      run.stage === 'uploaded'
        ? urls.adminIdeaImports(at)
        : urls.adminIdeaImport({ ...at, import: run.id }),
      stopped ? 'idea-import-stopped' : undefined,
    );
  }),
];

/** Columns are counted from 1 on the page; what is no column, or no category of this edition, is left out. */
function readMapping(
  form: Form,
  run: IdeaImport,
  edition: Edition,
  terms: Pick<Mapping, 'signature' | 'lang'>,
): Mapping {
  const mapping: Mapping = { columns: {}, fixed: {}, categoryId: null, categories: {}, ...terms };
  const known = new Set(edition.categories.map(({ id }) => id));
  for (const field of FIELDS) {
    const typed = form.text(field);
    const column = /^\d{1,3}$/.test(typed) ? Number(typed) - 1 : -1;
    if (column >= 0 && column < run.columns.length) mapping.columns[field] = column;
  }
  for (const field of FIXABLE)
    if (form.text(field) === 'same')
      mapping.fixed[field] = form.text(`${field}-same`).slice(0, 200);
  const same = form.text('category-same');
  if (form.text('category') === 'same' && known.has(same)) mapping.categoryId = same;
  for (let index = 0; index < MOST_VALUES && form.has(`value-${index}`); index += 1) {
    const chosen = form.text(`category-${index}`);
    if (known.has(chosen)) mapping.categories[foldWords(form.text(`value-${index}`))] = chosen;
  }
  return mapping;
}

async function guessValues(
  { db }: SignedInVisit,
  run: IdeaImport,
  edition: Edition,
  column: number,
) {
  const values = await ideaRows.listValues(db, run, column, MOST_VALUES);
  return guessCategories(
    values.map(({ value }) => value),
    edition.categories,
  );
}

/** `mapping` null: what the headings suggest. */
async function mappingPage(
  visit: SignedInVisit,
  edition: Edition,
  run: IdeaImport,
  mapping: Mapping | null,
  problems: Problems = {},
): Promise<Answer> {
  const columns = guessColumns(run.columns);
  const guessed: Mapping = mapping ?? {
    columns,
    fixed: {},
    categoryId: null,
    categories:
      columns.category === undefined
        ? {}
        : await guessValues(visit, run, edition, columns.category),
    signature: '',
    lang: 'fr',
  };
  const { category } = guessed.columns;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.imports_mapping_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <MappingPage
        edition={edition}
        run={run}
        mapping={guessed}
        sample={await ideaRows.list(visit.db, run, 0, SAMPLE_ROWS)}
        values={
          category === undefined
            ? []
            : await ideaRows.listValues(visit.db, run, category, MOST_VALUES)
        }
        problems={problems}
      />
    ),
  });
}

async function previewPage(
  visit: SignedInVisit,
  edition: Edition,
  run: IdeaImport,
  problems: Problems = {},
): Promise<Answer> {
  const shown = { ideas: IDEAS_SHOWN, oddities: ODDITIES_SHOWN };
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.imports_preview_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <PreviewPage
        edition={edition}
        run={run}
        open={await isOpenToImports(visit, edition)}
        preview={await previewImport(visit.db, run, edition, shown)}
        problems={problems}
      />
    ),
  });
}
