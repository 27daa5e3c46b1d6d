import { parse } from 'csv-parse/sync';
import { cleanText } from '../../../platform/http/form.ts';
import { decodeText } from '../../../platform/text/decode.ts';
import {
  FIELDS,
  type FileRefusal,
  findColumns,
  MOST_LINES,
  type TypedLine,
} from './mandate-import.ts';

export type ReadFile = { ok: true; lines: TypedLine[] } | { ok: false; refusal: FileRefusal };

const refuse = (refusal: FileRefusal): ReadFile => ({ ok: false, refusal });

/** A CSV as spreadsheets write it, whatever its letters and its separator. Nothing but words is kept. */
export function readMandateFile(bytes: Buffer): ReadFile {
  const { text } = decodeText(bytes);
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 20_000))) return refuse('file-unreadable');
  const head = text.split('\n', 1)[0] ?? '';
  const count = (separator: string) => head.split(separator).length;
  const delimiter = [';', ',', '\t'].toSorted((one, other) => count(other) - count(one))[0]!;
  let records: string[][];
  try {
    const options = { delimiter, relax_quotes: true, relax_column_count: true };
    records = parse(text, options) as string[][];
  } catch {
    return refuse('file-unreadable');
  }
  const rows = records
    .map((cells, index) => ({ row: index + 1, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [headings, ...lines] = rows;
  if (!headings || lines.length === 0) return refuse('no-line');
  const columns = findColumns(headings.cells);
  if (!columns) return refuse('column-missing');
  if (lines.length > MOST_LINES) return refuse('too-many-lines');
  const typed = lines.map(({ row, cells }) => ({
    row,
    ...Object.fromEntries(FIELDS.map((field) => [field, cells[columns[field]] ?? ''])),
  }));
  return { ok: true, lines: typed as TypedLine[] };
}

/** As the preview hands them back; null: it was not ours. */
export function readKeptLines(kept: string): TypedLine[] | null {
  try {
    const rows = JSON.parse(kept) as unknown;
    if (!Array.isArray(rows) || rows.length === 0 || rows.length > MOST_LINES) return null;
    return rows.map((row: unknown) => {
      if (!Array.isArray(row) || row.length !== FIELDS.length + 1) throw new Error('not a line');
      const [number, ...cells] = row as [unknown, ...unknown[]];
      const fields = FIELDS.map((field, at) => [field, cleanCell(String(cells[at]))]);
      return { row: Number(number), ...Object.fromEntries(fields) } as TypedLine;
    });
  } catch {
    return null;
  }
}

export const keepLines = (lines: readonly TypedLine[]): string =>
  JSON.stringify(lines.map((line) => [line.row, ...FIELDS.map((field) => line[field])]));

const cleanCell = (cell: string): string =>
  cleanText(cell.slice(0, 400)).replaceAll(/\s+/g, ' ').trim();
