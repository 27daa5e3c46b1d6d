import { Readable } from 'node:stream';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { type Cell, XLSX_TYPE } from '../../../platform/text/xlsx.ts';

/** Rows of an export, the headings first, as files that are written while they are sent. */
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: XLSX_TYPE,
} as const;
export type Format = keyof typeof TYPES;

export const isFormat = (word: string): word is Format => Object.hasOwn(TYPES, word);

/** Bytes of one piece. */
const PIECE = 65_536;

const plain = (cell: Cell) => (typeof cell === 'object' ? cell.day : cell);

/** A list of objects under the stable names of the columns, whatever the reader's language. */
export async function* writeJson(
  keys: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  let text = '';
  let number = -1;
  for await (const row of rows) {
    number += 1;
    // the first are the headings
    if (number === 0) continue;
    const cells = row.map((cell, at) => [keys[at], plain(cell)]);
    text += `${number === 1 ? '[' : ','}\n${JSON.stringify(Object.fromEntries(cells))}`;
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${number > 0 ? text : '['}\n]\n`);
}

export async function* writeCsv(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_MARK);
  let text = '';
  for await (const row of rows) {
    text += writeCsvLine(row.map(plain));
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

export function sendFile(
  request: Request,
  name: string,
  format: Format,
  bytes: AsyncIterable<Uint8Array>,
): Response {
  const body = request.method === 'HEAD' ? null : Readable.toWeb(Readable.from(bytes));
  return new Response(body as unknown as BodyInit, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}
