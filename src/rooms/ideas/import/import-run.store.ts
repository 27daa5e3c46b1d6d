import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { findEditionById } from '../../spaces/index.ts';
import { enterIdea } from '../entry/entry.store.ts';
import { asImport, endImport, imports } from './import.store.ts';
import type { IdeaImport, Oddity } from './import.ts';
import {
  type JudgedLine,
  judgeLines,
  LINES_AT_ONCE,
  listLines,
  nameOf,
  openTerms,
} from './import-lines.store.ts';
import type { LineTerms, ReadIdea } from './line.ts';

/** Lines written in one transaction: the edition's numbers are held as long. */
const BATCH = 40;

/** An import that was stopped, or that another process has taken over. */
class ImportGone extends Error {}

/**
 * Imports the lines of a run, some at a time: killed in the middle, the next one goes on after the last lines
 * written. A line is an idea once, whoever runs it and however often: its key is unique in the edition.
 */
export async function importLines(
  db: Database,
  asked: { organisationId: string; id: string },
  { onBatch }: { onBatch?: (lastRow: number) => void } = {},
): Promise<IdeaImport | null> {
  const row = await db
    .updateTable('idea_import')
    .set({ stage: 'importing' })
    .where('organisation_id', '=', asked.organisationId)
    .where('id', '=', asked.id)
    .where('stage', 'in', ['waiting', 'importing'])
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  const run = asImport(row);
  const edition = (await findEditionById(db, run.organisationId, run.editionId))!;
  // what came before in this file, also before a process was killed
  const seen = new Map<string, ReadIdea>();
  const terms = await openTerms(db, run, edition);
  if (run.lastRow > 0) await readAgain(db, run, terms, seen);
  try {
    for (let after = run.lastRow; ; ) {
      const lines = await listLines(db, run, after, BATCH);
      if (lines.length === 0) break;
      const judged = await judgeLines(db, run, terms, lines, seen);
      await db.transaction().execute((tx) => writeBatch(tx, run, judged, after));
      after = lines.at(-1)!.row;
      onBatch?.(after);
    }
  } catch (error) {
    if (error instanceof ImportGone) return null;
    throw error;
  }
  return endImport(db, run, 'done', null);
}

async function readAgain(db: Db, run: IdeaImport, terms: LineTerms, seen: Map<string, ReadIdea>) {
  for (let after = 0; after < run.lastRow; ) {
    const lines = (await listLines(db, run, after, LINES_AT_ONCE)).filter(
      ({ row }) => row <= run.lastRow,
    );
    if (lines.length === 0) return;
    after = lines.at(-1)!.row;
    await judgeLines(db, run, terms, lines, seen);
  }
}

async function writeBatch(tx: Tx, run: IdeaImport, judged: readonly JudgedLine[], after: number) {
  const { organisationId, editionId, id } = run;
  const mine = await imports(tx, organisationId)
    .where('id', '=', id)
    .where('stage', '=', 'importing')
    .where('last_row', '=', after)
    .forUpdate()
    .executeTakeFirst();
  if (!mine) throw new ImportGone();
  const counts = { added: 0, odd: 0, known: 0 };
  let closed = false;
  const oddities: Oddity[] = [];
  for (const line of judged) {
    if (line.kind === 'known') counts.known += 1;
    else if (line.kind === 'odd') {
      counts.odd += 1;
      oddities.push(...line.oddities);
    } else {
      const { row, key, idea } = line;
      const entered = await enterIdea(tx, {
        organisationId,
        editionId,
        by: run.uploadedBy,
        isOfficer: true,
        title: idea.title,
        body: idea.body,
        categoryId: idea.categoryId,
        lang: idea.lang,
        signature: run.mapping!.signature,
        place: { words: idea.place, point: null },
        origin: { channel: 'import', locale: idea.lang === 'en' ? 'en' : 'fr', ...idea },
      });
      if (entered.ok) {
        counts.added += 1;
        await tx
          .insertInto('idea_import_entry')
          .values({
            organisation_id: organisationId,
            edition_id: editionId,
            key,
            import_id: id,
            idea_id: entered.id,
            row,
          })
          .execute();
      } else if (entered.refusal === 'too-many-ideas') {
        counts.odd += 1;
        oddities.push({
          row,
          field: 'email',
          columnName: nameOf(run, 'email'),
          value: idea.email,
          reason: 'too-many-ideas',
        });
      } else {
        closed = true;
        break;
      }
    }
  }
  if (oddities.length > 0)
    await tx
      .insertInto('idea_import_oddity')
      .values(
        oddities.map(({ columnName, ...one }) => ({
          ...one,
          organisation_id: organisationId,
          import_id: id,
          column_name: columnName,
        })),
      )
      .execute();
  await tx
    .updateTable('idea_import')
    .set((eb) => ({
      last_row: judged.at(-1)!.row,
      added: eb('added', '+', counts.added),
      odd: eb('odd', '+', counts.odd),
      known: eb('known', '+', counts.known),
    }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  // nothing is entered any more once the collection is over
  if (closed) await endImport(tx, run, 'stopped', null);
}
