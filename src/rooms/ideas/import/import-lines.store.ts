import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, readNow } from '../../../platform/database/database.ts';
import type { FileLine } from '../../../platform/text/file-rows.store.ts';
import { readEmail } from '../../identity/index.ts';
import { dayInParis, type Edition } from '../../spaces/index.ts';
import { ideaRows } from './import.store.ts';
import { type Field, foldWords, type IdeaImport, type Oddity } from './import.ts';
import { type LineTerms, type ReadIdea, readLine } from './line.ts';

/** The same line again, in whatever file: by its number there, or by what it says. */
function keyOf(idea: ReadIdea): string {
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

export const LINES_AT_ONCE = 1000;

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

export interface NewLine {
  kind: 'new';
  row: number;
  key: string;
  idea: ReadIdea;
}

export type JudgedLine =
  | NewLine
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
    const lines = await ideaRows.list(db, run, after, LINES_AT_ONCE);
    const last = lines.at(-1);
    if (!last) return;
    after = last.row;
    yield* await judgeLines(db, run, terms, lines, seen);
  }
}

/** `seen`: keys of lines of this file that came before, with what they said. */
export async function judgeLines(
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

export const nameOf = (run: IdeaImport, field: Field): string => {
  const column = run.mapping!.columns[field];
  return column === undefined ? '' : run.columns[column]!;
};
