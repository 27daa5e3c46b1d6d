import { CSV_MARK, writeCsvLine } from '../text/csv.ts';
import { type Cell, writeXlsx, XLSX_TYPE } from '../text/xlsx.ts';
import type { ColumnFact, Value } from './data-set.ts';
import { DICTIONARY_HEADINGS, describeColumns, dictionaryRow } from './dictionary.ts';

/** What a file is made from: its columns and rows, and what stands around them. */
export interface FileTerms {
  title: string;
  columns: readonly ColumnFact[];
  rows: AsyncIterable<readonly Value[][]>;
  /** What a JSON or GeoJSON file says of itself before its rows: licence, address. */
  about: Readonly<Record<string, string>>;
}

export const FORMATS = ['csv', 'xlsx', 'json', 'jsonl', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

export const FORMAT_TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX_TYPE,
  json: 'application/json',
  jsonl: 'application/jsonl',
  geojson: 'application/geo+json',
};

/** Those that a set can be had in: a map needs places. */
export const formatsOf = (columns: readonly ColumnFact[]): Format[] =>
  FORMATS.filter((format) => format !== 'geojson' || findPlace(columns) !== null);

/** Pieces of a file, written while its rows are read. */
export function writeFile(format: Format, terms: FileTerms): AsyncIterable<Uint8Array> {
  switch (format) {
    case 'csv':
      return inPieces(writeCsv(terms));
    case 'xlsx':
      return writeXlsx([
        { name: terms.title, rows: writeCells(terms) },
        {
          name: 'Dictionnaire',
          rows: [DICTIONARY_HEADINGS, ...describeColumns(terms.columns).map(dictionaryRow)],
        },
      ]);
    case 'json':
      return inPieces(writeJson(terms));
    case 'jsonl':
      return inPieces(writeJsonLines(terms));
    case 'geojson':
      return inPieces(writeGeoJson(terms));
  }
}

async function* writeCsv({ columns, rows }: FileTerms): AsyncGenerator<string> {
  yield CSV_MARK + writeCsvLine(columns.map(({ key }) => key));
  for await (const some of rows)
    yield some.map((row) => writeCsvLine(row.map((value) => plain(value) ?? ''))).join('');
}

async function* writeCells({ columns, rows }: FileTerms): AsyncGenerator<readonly Cell[]> {
  yield columns.map(({ key }) => key);
  for await (const some of rows) for (const row of some) yield row.map(asCell);
}

async function* writeJson(terms: FileTerms): AsyncGenerator<string> {
  const { columns, rows, title, about } = terms;
  const dictionary = describeColumns(columns).map(({ key, ...line }) => ({ name: key, ...line }));
  yield `${JSON.stringify({ title, ...about, columns: dictionary }).slice(0, -1)},"rows":[`;
  let first = true;
  for await (const some of rows) {
    if (some.length === 0) continue;
    yield `${first ? '' : ','}\n${some.map((row) => JSON.stringify(asObject(columns, row))).join(',\n')}`;
    first = false;
  }
  yield '\n]}\n';
}

async function* writeJsonLines({ columns, rows }: FileTerms): AsyncGenerator<string> {
  for await (const some of rows)
    yield some.map((row) => `${JSON.stringify(asObject(columns, row))}\n`).join('');
}

/** RFC 7946: longitude, latitude, in WGS 84; what the file says of itself are foreign members (6.1). A row without a place is a feature without a geometry. */
async function* writeGeoJson({ columns, rows, about }: FileTerms): AsyncGenerator<string> {
  const place = findPlace(columns)!;
  const feature = (row: readonly Value[]) => {
    const coordinates = [row[place.longitude], row[place.latitude]];
    const geometry = coordinates.includes(null) ? null : { type: 'Point', coordinates };
    return JSON.stringify({ type: 'Feature', geometry, properties: asObject(columns, row) });
  };
  yield `${JSON.stringify({ type: 'FeatureCollection', ...about }).slice(0, -1)},"features":[`;
  let first = true;
  for await (const some of rows) {
    if (some.length === 0) continue;
    yield `${first ? '' : ','}\n${some.map(feature).join(',\n')}`;
    first = false;
  }
  yield '\n]}\n';
}

function findPlace(columns: readonly ColumnFact[]) {
  const at = (name: string) => columns.findIndex(({ key }) => key === name);
  const [latitude, longitude] = [at('latitude'), at('longitude')];
  return latitude < 0 || longitude < 0 ? null : { latitude, longitude };
}

const asObject = (columns: readonly ColumnFact[], row: readonly Value[]) =>
  Object.fromEntries(row.map((value, at) => [columns[at]!.key, asJson(value)]));

const asJson = (value: Value): string | number | boolean | null =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'object' && value !== null
      ? value.day
      : value;

/** Dates as ISO 8601 writes them; yes and no as `true` and `false`. */
function plain(value: Value): string | number | null {
  const written = asJson(value);
  return typeof written === 'boolean' ? String(written) : written;
}

function asCell(value: Value): Cell {
  if (typeof value === 'object' && value !== null && 'day' in value) return value;
  return plain(value) ?? '';
}

/** Characters that are sent at once. */
const PIECE = 64 * 1024;

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const more of texts) {
    text += more;
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
