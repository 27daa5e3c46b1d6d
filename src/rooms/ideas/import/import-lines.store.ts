import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { readEmail } from '../../identity/index.ts';
import { dayInParis, type Edition, findEditionById } from '../../spaces/index.ts';
import { enterIdea } from '../entry/entry.store.ts';
import { asImport, endImport, imports } from './import.store.ts';
import { type Field, foldWords, type IdeaImport, type Oddity } from './import.ts';
import { type LineTerms, type ReadIdea, readLine } from './line.ts';

export interface FileLine {
  row: number;
  cells: readonly string[];
}

/** Lines after a row, in the order of the file. */
export async function listLines(
  db: Db,
  { organisationId, id }: Pick<IdeaImport, 'organisationId' | 'id'>,
  after: number,
  limit: number,
): Promise<FileLine[]> {
  return db
    .selectFrom('idea_import_row')
    .select(['row', 'cells'])
    .where('organisation_id', '=', organisationId)
    .where('import_id', '=', id)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .execute();
}

/** What a column holds, the most frequent first. */
export async function listValues(
  db: Db,
  { organisationId, id }: IdeaImport,
  column: number,
  limit: number,
): Promise<{ value: string; lines: number }[]> {
  const { rows } = await sql<{ value: string; lines: number }>`
    select left(cells[${column + 1}], 200) as value, count(*)::int as lines from idea_import_row
    where organisation_id = ${organisationId} and import_id = ${id} and cells[${column + 1}] <> ''
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(db);
  return rows;
}

/** The same line again, in whatever file: by its number there, or by what it says. */
export function keyOf(idea: ReadIdea): string {
  if (idea.sourceId !== '') return `id:${idea.sourceId}`;
  const said = [idea.title, idea.body, idea.name, idea.mailbox].map(foldWords).join('\n');
  return `text:${createHash('sha256').update(said).digest('hex')}`;
}

export async function openTerms(db: Db, run: IdeaImport, edition: Edition): Promise<LineTerms> {
  return {
    mapping: run.mapping!,
    edition,
    today: dayInParis(await readNow(db)),
    readEmail(typed) {
      const read = readEmail(typed);
      return typeof read === 'string' ? null : read;
    },
  };
}

async function listKnownKeys(
  db: Db,
  run: IdeaImport,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('idea_import_entry')
    .select('key')
    .where('organisation_id', '=', run.organisationId)
    .where('edition_id', '=', run.editionId)
    .where(sql<boolean>`key = any(${[...keys]}::text[])`)
    .execute();
  return new Set(rows.map(({ key }) => key));
}

export interface Preview {
  toAdd: number;
  odd: number;
  known: number;
  /** The first ideas as they will be. */
  ideas: { row: number; idea: ReadIdea }[];
  /** The first odd cells. */
  oddities: Oddity[];
}

const LINES_AT_ONCE = 1000;

/** What an import would come to, by the same readings as the import itself. Nothing is written. */
export async function previewImport(
  db: Db,
  run: IdeaImport,
  edition: Edition,
  shown: { ideas: number; oddities: number },
): Promise<Preview> {
  const preview: Preview = { toAdd: 0, odd: 0, known: 0, ideas: [], oddities: [] };
  for await (const line of readLines(db, run, edition)) {
    if (line.kind === 'known') preview.known += 1;
    else if (line.kind === 'odd') {
      preview.odd += 1;
      for (const oddity of line.oddities)
        if (preview.oddities.length < shown.oddities) preview.oddities.push(oddity);
    } else {
      preview.toAdd += 1;
      if (preview.ideas.length < shown.ideas) preview.ideas.push(line);
    }
  }
  return preview;
}

export type JudgedLine =
  | { kind: 'new'; row: number; key: string; idea: ReadIdea }
  | { kind: 'known'; row: number }
  | { kind: 'odd'; row: number; oddities: Oddity[] };

/** Every line with what is to be said of it. */
export async function* readLines(
  db: Db,
  run: IdeaImport,
  edition: Edition,
): AsyncGenerator<JudgedLine> {
  const terms = await openTerms(db, run, edition);
  const seen = new Map<string, ReadIdea>();
  for (let after = 0; ; ) {
    const lines = await listLines(db, run, after, LINES_AT_ONCE);
    const last = lines.at(-1);
    if (!last) return;
    after = last.row;
    yield* await judgeLines(db, run, terms, lines, seen);
  }
}

/** `seen`: keys of lines of this file that came before, with what they said. */
async function judgeLines(
  db: Db,
  run: IdeaImport,
  terms: LineTerms,
  lines: readonly FileLine[],
  seen: Map<string, ReadIdea>,
): Promise<JudgedLine[]> {
  const read = lines.map(({ row, cells }) => ({ row, line: readLine(cells, terms) }));
  const keys = read.flatMap(({ line }) => (line.ok ? keyOf(line.idea) : []));
  const known = await listKnownKeys(db, run, keys);
  return read.map(({ row, line }): JudgedLine => {
    if (!line.ok)
      return {
        kind: 'odd',
        row,
        oddities: line.oddities.map((one) => ({ row, ...one, columnName: nameOf(run, one.field) })),
      };
    const key = keyOf(line.idea);
    const before = seen.get(key);
    if (before && !saysTheSame(before, line.idea))
      return {
        kind: 'odd',
        row,
        oddities: [
          {
            row,
            field: 'sourceId',
            columnName: nameOf(run, 'sourceId'),
            value: line.idea.sourceId,
            reason: 'source-twice',
          },
        ],
      };
    seen.set(key, line.idea);
    return before || known.has(key)
      ? { kind: 'known', row }
      : { kind: 'new', row, key, idea: line.idea };
  });
}

const saysTheSame = (one: ReadIdea, other: ReadIdea): boolean =>
  foldWords(one.title + one.body) === foldWords(other.title + other.body);

const nameOf = (run: IdeaImport, field: Field): string => {
  const column = run.mapping!.columns[field];
  return column === undefined ? '' : run.columns[column]!;
};

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
