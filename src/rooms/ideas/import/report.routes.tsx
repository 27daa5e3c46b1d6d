import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { listOddities } from './import.store.ts';
import type { IdeaImport, Oddity } from './import.ts';
import { readLines } from './import-lines.store.ts';
import { loadImport } from './load.routes.ts';
import { UndoPage } from './report.page.tsx';
import { undoImport } from './undo.store.ts';
import { columnWords, oddWords } from './words.page.ts';

/** After an import: taken back, and its odd cells as a file. */
export const reportRoutes: readonly Route[] = [
  get(urls.adminIdeaImportUndo, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    return undoPage(edition, run);
  }),

  post(urls.adminIdeaImportUndo, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const undone = await undoImport(visit.db, run, visit.visitor.id, visit.releaseIdeas);
    if (!undone.ok) return undoPage(edition, run, undone);
    const at = { edition: edition.slug, import: run.id };
    return seeOther(visit, urls.adminIdeaImport(at), 'idea-import-undone');
  }),

  get(urls.adminIdeaImportOddities, 'officer', async (visit) => {
    const { edition, run } = await loadImport(visit);
    const body = Readable.toWeb(Readable.from(writeOddities(visit, edition, run)));
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.imports_odd_file()}-${edition.slug}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  }),
];

function undoPage(
  edition: Edition,
  run: IdeaImport,
  refusal?: Parameters<typeof UndoPage>[0]['refusal'],
): Answer {
  return page({
    title: m.imports_undo_question(),
    section: 'admin',
    ...(refusal && { status: 409 }),
    body: <UndoPage edition={edition} run={run} {...(refusal && { refusal })} />,
  });
}

const BATCH = 2000;

/** Every odd cell, read as the file is sent: before the import as it would be, after it as it was. */
async function* writeOddities(
  { db, locale }: SignedInVisit,
  edition: Edition,
  run: IdeaImport,
): AsyncGenerator<Buffer> {
  const write = (oddities: readonly Oddity[]) =>
    withLocale(locale, () =>
      oddities
        .map((one) =>
          writeCsvLine([one.row, columnWords(one), one.value, oddWords(one.reason, edition)]),
        )
        .join(''),
    );
  yield Buffer.from(
    CSV_MARK +
      withLocale(locale, () =>
        writeCsvLine([
          m.imports_row(),
          m.imports_odd_column(),
          m.imports_odd_value(),
          m.imports_odd_why(),
        ]),
      ),
  );
  if (run.stage === 'uploaded' && run.mapping) {
    for await (const line of readLines(db, run, edition))
      if (line.kind === 'odd') yield Buffer.from(write(line.oddities));
    return;
  }
  for (let after: { row: number; field: string } | null = null; ; ) {
    const oddities: Oddity[] = await listOddities(db, run, after, BATCH);
    const last = oddities.at(-1);
    if (!last) return;
    after = { row: last.row, field: last.field };
    yield Buffer.from(write(oddities));
  }
}
