import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { findEditionById } from '../../spaces/index.ts';
import { type EnteredIdea, type Entry, enterIdeas } from '../entry/entry.store.ts';
import { asImport, endImport, ideaRows, imports } from './import.store.ts';
import type { IdeaImport, Oddity } from './import.ts';
import {
  type JudgedLine,
  judgeLines,
  LINES_AT_ONCE,
  type NewLine,
  nameOf,
  openTerms,
} from './import-lines.store.ts';
import type { LineTerms, ReadIdea } from './line.ts';

/** Lines written in one transaction: the edition's numbers are held as long. */
const BATCH = 200;

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
      const lines = await ideaRows.list(db, run, after, BATCH);
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
    const lines = (await ideaRows.list(db, run, after, LINES_AT_ONCE)).filter(
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
  const fresh = judged.filter((line) => line.kind === 'new');
  const entered = await enterIdeas(
    tx,
    { organisationId, editionId, isOfficer: true },
    fresh.map((line) => asEntered(run, line)),
  );
  const added = fresh.flatMap(({ key, row }, at) => {
    const entry = entered[at]!;
    return entry.ok ? { key, row, ideaId: entry.id } : [];
  });
  const tooMany = fresh.filter((_, at) => isTooMany(entered[at]!));
  // nothing is entered any more once the collection is over
  if (added.length + tooMany.length < fresh.length) {
    await endImport(tx, run, 'stopped', null);
    return;
  }
  const oddities: Oddity[] = [
    ...judged.flatMap((line) => (line.kind === 'odd' ? line.oddities : [])),
    ...tooMany.map(({ row, idea }) => ({
      row,
      field: 'email' as const,
      columnName: nameOf(run, 'email'),
      value: idea.email,
      reason: 'too-many-ideas' as const,
    })),
  ];
  if (added.length > 0)
    await tx
      .insertInto('idea_import_entry')
      .values(
        added.map(({ key, row, ideaId }) => ({
          organisation_id: organisationId,
          edition_id: editionId,
          key,
          import_id: id,
          idea_id: ideaId,
          row,
        })),
      )
      .execute();
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
      added: eb('added', '+', added.length),
      odd: eb('odd', '+', judged.filter(({ kind }) => kind === 'odd').length + tooMany.length),
      known: eb('known', '+', judged.filter(({ kind }) => kind === 'known').length),
    }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

const isTooMany = (entry: Entry): boolean => !entry.ok && entry.refusal === 'too-many-ideas';

const asEntered = (run: IdeaImport, { idea }: NewLine): EnteredIdea => ({
  organisationId: run.organisationId,
  editionId: run.editionId,
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
