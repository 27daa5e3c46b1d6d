import { parse } from 'csv-parse/sync';
import readSpreadsheet from 'read-excel-file/node';
import { isZip } from '../../../platform/files/documents/document.ts';
import { openZip } from '../../../platform/files/documents/zip.ts';
import { cleanText } from '../../../platform/http/form.ts';
import { decodeText } from '../../../platform/text/decode.ts';
import { type FileRefusal, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from './import.ts';

/** A file of cells, its empty lines left out; `row` as a spreadsheet counts them. */
export interface Table {
  kind: 'csv' | 'xlsx';
  encoding: string;
  separator: string;
  sheet: string;
  columns: string[];
  rows: { row: number; cells: string[] }[];
}

export type ReadTable =
  | { ok: true; table: Table }
  | { ok: false; refusal: FileRefusal; rows?: number };

const refuse = (refusal: FileRefusal): ReadTable => ({ ok: false, refusal });

/** A CSV or a spreadsheet, told by its bytes. Nothing of it but words of cells is kept. */
export async function readTable(bytes: Buffer): Promise<ReadTable> {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.subarray(0, 4).toString('latin1') === '\u00d0\u00cf\u0011\u00e0')
    return refuse('file-old');
  return isZip(bytes) ? readXlsx(bytes) : readCsv(bytes);
}

async function readXlsx(bytes: Buffer): Promise<ReadTable> {
  // bounds first: the reader of spreadsheets unfolds whatever it is given
  const zip = openZip(bytes);
  if (!zip.ok) return refuse(zip.refusal === 'file-damaged' ? 'file-damaged' : 'file-too-complex');
  const kind = zip.entries.find(({ name }) => name === 'mimetype');
  if (kind) return refuse('file-ods');
  if (!zip.entries.some(({ name }) => name === 'xl/workbook.xml')) return refuse('file-kind');
  try {
    // sizes are held to what was announced
    for (const entry of zip.entries)
      if (/\.(xml|rels)$/i.test(entry.name) && hasDocumentType(entry.unpack()))
        return refuse('file-damaged');
    const sheets = await readSpreadsheet(bytes);
    const sheet = sheets.find(({ data }) => data.length > 0);
    if (!sheet) return refuse('no-line');
    const rows = sheet.data.map((cells, index) => ({ row: index + 1, cells: cells.map(asWords) }));
    return asTable({ kind: 'xlsx', encoding: '', separator: '', sheet: sheet.sheet }, rows);
  } catch {
    return refuse('file-damaged');
  }
}

const hasDocumentType = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2000)).includes('<!DOCTYPE');

/** A day of a spreadsheet is a day; a number is written as people would. */
function asWords(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}

function readCsv(bytes: Buffer): ReadTable {
  const { encoding, text } = decodeText(bytes);
  if (
    /[\u0000-\u0008\u000e-\u001f]{4}/.test(text.slice(0, 20_000)) ||
    /^\s*(%PDF-|<!doctype|<html)/i.test(text)
  )
    return refuse('file-kind');
  if (text.trim() === '') return refuse('file-empty');
  const separator = findSeparator(text);
  let records: string[][];
  try {
    records = split(text, separator);
  } catch (error) {
    const code = (error as { code?: string }).code;
    return refuse(code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-never-closed' : 'file-damaged');
  }
  const rows = records.map((cells, index) => ({ row: index + 1, cells }));
  return asTable({ kind: 'csv', encoding, separator, sheet: '' }, rows);
}

const split = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    ...(to !== undefined && { to }),
  }) as string[][];

const SEPARATORS = [';', ',', '\t', '|'] as const;

/** The one that parts most of the first records into as many cells as the first, at least two. */
function findSeparator(text: string): string {
  let best = { separator: ';', weight: 0 };
  for (const separator of SEPARATORS) {
    let records: string[][];
    try {
      records = split(text, separator, 30);
    } catch {
      continue;
    }
    const width = records[0]?.length ?? 0;
    if (width < 2) continue;
    const weight =
      (records.filter((cells) => cells.length === width).length / records.length) * 1000 +
      Math.min(width, 50);
    if (weight > best.weight) best = { separator, weight };
  }
  return best.separator;
}

/** The first line that holds something names the columns. */
function asTable(shape: Omit<Table, 'columns' | 'rows'>, lines: Table['rows']): ReadTable {
  const full = lines
    .map(({ row, cells }) => ({ row, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [headings, ...rows] = full;
  if (!headings || rows.length === 0) return refuse('no-line');
  const columns = headings.cells.map((name) => name.slice(0, 100));
  while (columns.length > 0 && columns.at(-1) === '') columns.pop();
  if (columns.length < 2) return refuse('one-column');
  if (columns.length > MOST_COLUMNS) return refuse('too-many-columns');
  if (rows.length > MOST_ROWS) return { ok: false, refusal: 'too-many-rows', rows: rows.length };
  const width = columns.length;
  return {
    ok: true,
    table: {
      ...shape,
      columns,
      rows: rows.map(({ row, cells }) => ({
        row,
        cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
      })),
    },
  };
}

/** One sign more than may be kept tells that it was longer. */
const cleanCell = (cell: string): string =>
  cleanText(cell.slice(0, LONGEST_CELL + 1))
    .trim()
    .padEnd(cell.length > LONGEST_CELL ? LONGEST_CELL + 1 : 0, '…');
