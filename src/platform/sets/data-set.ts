import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { type Locale, withLocale } from '../locale/locale.ts';
import { VERSION } from '../version.ts';
import type { RowCount, RowSource, Survey } from './row-source.ts';

/** A cell: text, number, yes or no, an instant (UTC), a day `YYYY-MM-DD`; null: there is none. */
export type Value = string | number | boolean | Date | { day: string } | null;

export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean' | 'day' | 'instant' | 'address';

/** A line of the dictionary. */
export interface ColumnFact {
  /** Heading in every format and every language: who reads the file by a program finds it again. */
  key: string;
  type: ColumnType;
  unit?: 'euro' | 'degree';
  example: string;
  meaning(): string;
}

/** A column is written by hand, one by one: nothing of a table gets into a file by being there. */
export interface DataColumn<Row> extends ColumnFact {
  write(row: Row, around: Around): Value;
}

interface DataEdition {
  id: string;
  slug: string;
  title: string;
  categories: readonly { id: string; name: string }[];
}

export interface DataAsked {
  organisationId: string;
  /** `https://host`, for the addresses of pages. */
  origin: string;
  /** Language of words such as the name of a stage: that of the organisation, whoever reads. */
  locale: Locale;
  /** Whose rows are asked for. */
  editions: readonly DataEdition[];
}

/** What a line needs besides its row. */
interface Around {
  origin: string;
  editions: ReadonlyMap<string, DataEdition>;
  /** By id: of whatever the set asks for (`names`). */
  names: ReadonlyMap<string, string>;
}

/** What a room publishes as files: rows in a stable order, written as they are sent. */
export interface DataSet {
  /** In its addresses: « idees ». */
  key: string;
  /** `public`: what everybody may see already, without anybody's name. `office`: for officers. */
  audience: 'public' | 'office';
  /** Names, addresses or words of people are inside. */
  isPersonal: boolean;
  /** false: of the whole organisation, whatever editions are asked for. */
  ofEditions: boolean;
  title(): string;
  meaning(): string;
  columns: readonly ColumnFact[];
  /** How many rows, and their last dated change. */
  count(db: Database, asked: DataAsked): Promise<RowCount>;
  /** The same, and a mark that changes whenever a byte of its files would. */
  survey(db: Database, asked: DataAsked): Promise<Survey>;
  /** Some hundreds of rows at a time, cells in the order of `columns`. */
  read(db: Database, asked: DataAsked): AsyncIterable<readonly Value[][]>;
}

interface SetTerms<Row> extends Pick<DataSet, 'key' | 'title' | 'meaning'> {
  audience?: DataSet['audience'];
  isPersonal?: boolean;
  ofEditions?: boolean;
  columns: readonly DataColumn<Row>[];
  source: RowSource<Row>;
  names?: (db: Database, organisationId: string) => Promise<ReadonlyMap<string, string>>;
}

/**
 * Cells of rows in the order of the columns, in the language that is asked for, from wherever the rows come: a set, or a
 * list that somebody filtered.
 */
export async function* writeRows<Row>(
  { columns, names }: Pick<SetTerms<Row>, 'columns' | 'names'>,
  db: Database,
  asked: DataAsked,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Value[][]> {
  const around: Around = {
    origin: asked.origin,
    editions: new Map(asked.editions.map((edition) => [edition.id, edition])),
    names: (await names?.(db, asked.organisationId)) ?? new Map(),
  };
  for await (const rows of batches)
    yield withLocale(asked.locale, () =>
      rows.map((row) => columns.map((column) => column.write(row, around))),
    );
}

export function describeSet<Row>(terms: SetTerms<Row>): DataSet {
  const { columns, source } = terms;
  return {
    key: terms.key,
    audience: terms.audience ?? 'public',
    isPersonal: terms.isPersonal ?? false,
    ofEditions: terms.ofEditions ?? true,
    title: terms.title,
    meaning: terms.meaning,
    columns,
    count: (db, asked) => source.count(db, asked),
    async survey(db, asked) {
      const [found, names = new Map<string, string>()] = await Promise.all([
        source.survey(db, asked),
        terms.names?.(db, asked.organisationId),
      ]);
      const { origin, locale, editions } = asked;
      const all = [VERSION, found.mark, found.rows, [...names], origin, locale, editions];
      const keys = columns.map(({ key }) => key);
      const mark = createHash('sha256')
        .update(JSON.stringify([...all, keys]))
        .digest('hex');
      return { ...found, mark: mark.slice(0, 32) };
    },
    read: (db, asked) => writeRows(terms, db, asked, source.read(db, asked)),
  };
}
