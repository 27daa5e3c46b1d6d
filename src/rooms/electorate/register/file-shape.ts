/** How a file is written, found out from its bytes: nobody who exports a list knows these words. */
import { guessMapping } from './columns.ts';
import { CsvReader } from './csv-reader.ts';
import { nameKey } from './name-key.ts';
import { isNationalColumn } from './national-number.ts';
import { cutValue, type FileRefusal, type FileShape } from './register.ts';

/** Bytes of the beginning that are looked at closely. */
export const SAMPLE = 65_536;
const MOST_COLUMNS = 100;
const SEPARATORS = [';', '\t', '|', ','] as const;

/** Looks at all the bytes of a file as they pass: an accent may come at line 100,000 only. */
export class ByteWatch {
  #decoder = new TextDecoder();
  #sample: Uint8Array[] = [];
  #sampled = 0;
  /** Sequences beyond ASCII that are UTF-8, and that are not. */
  #good = 0;
  #bad = 0;
  /** Ends of lines. */
  lines = 0;

  see(chunk: Uint8Array): void {
    if (this.#sampled < SAMPLE) {
      this.#sample.push(chunk.slice(0, SAMPLE - this.#sampled));
      this.#sampled += Math.min(chunk.length, SAMPLE - this.#sampled);
    }
    const text = this.#decoder.decode(chunk, { stream: true });
    let ends = 0;
    let carriages = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === 10) ends += 1;
      else if (sign === 13) carriages += 1;
      else if (sign === 0xfffd) this.#bad += 1;
      else if (sign > 0x7f) this.#good += 1;
    }
    this.lines += Math.max(ends, carriages);
  }

  get sample(): Uint8Array {
    const joined = new Uint8Array(this.#sampled);
    let at = 0;
    for (const piece of this.#sample) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }

  get encoding(): FileShape['encoding'] {
    const [first = 0, second = 0] = this.sample;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const zeros = [0, 0];
    for (const [at, byte] of this.sample.subarray(0, 4000).entries())
      if (byte === 0) zeros[at % 2]! += 1;
    const half = Math.min(this.#sampled, 4000) / 2;
    if (zeros[1]! > half * 0.6) return 'utf-16le';
    if (zeros[0]! > half * 0.6) return 'utf-16be';
    return this.#bad > 0 && this.#bad >= this.#good ? 'windows-1252' : 'utf-8';
  }
}

/** The shape of a file, or why it is not taken as a whole. `bytes`: its beginning. */
export function readShape(
  bytes: Uint8Array,
  encoding: FileShape['encoding'],
): { ok: true; shape: FileShape } | { ok: false; refusal: FileRefusal; column?: string } {
  if (bytes.length === 0) return { ok: false, refusal: 'file-empty' };
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  // a zip (xlsx, ods) or an old xls
  if (/^PK\u0003\u0004|^\u00d0\u00cf\u0011\u00e0/.test(beginning))
    return { ok: false, refusal: 'file-spreadsheet' };
  const decoded = new TextDecoder(encoding).decode(bytes, { stream: true });
  // all of a small file: its last line may have no end
  const text = bytes.length < SAMPLE ? `${decoded}\n` : decoded;
  if (text.trim() === '') return { ok: false, refusal: 'file-empty' };
  if (isNoText(text)) return { ok: false, refusal: 'file-not-text' };
  const separator = findSeparator(text);
  const rows = readFirstRows(text, separator);
  const first = rows[0];
  if (!first || first.length < 2) return { ok: false, refusal: 'one-column' };
  if (first.length > MOST_COLUMNS) return { ok: false, refusal: 'too-many-columns' };
  const known = Object.keys(guessMapping(first)).length;
  const headed = known > 0 || !first.some((cell) => /\d{4}/.test(cell));
  const columns = headed ? first.map(cutValue) : first.map(() => '');
  const lines = headed ? rows.slice(1) : rows;
  for (const [at, name] of columns.entries())
    if (
      isNationalColumn(
        nameKey(name),
        lines.map((cells) => cells[at] ?? ''),
      )
    )
      return { ok: false, refusal: 'national-numbers', column: name || String(at + 1) };
  return { ok: true, shape: { encoding, separator, headed, columns } };
}

/** The first rows of a sample, those that can be read; the last of them may be cut. */
export function readFirstRows(text: string, separator: string): string[][] {
  return new CsvReader(separator)
    .push(text.replace(/^\ufeff/, ''))
    .flatMap((row) => ('cells' in row ? [row.cells] : []))
    .slice(0, 500);
}

/** The one that parts most rows into as many cells as the first, at least two; the most cells win a tie. */
function findSeparator(text: string): FileShape['separator'] {
  let best: { separator: FileShape['separator']; weight: number } = { separator: ';', weight: 0 };
  for (const separator of SEPARATORS) {
    const rows = readFirstRows(text, separator).slice(0, 50);
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const alike = rows.filter((cells) => cells.length === width).length;
    const weight = (alike / rows.length) * 1000 + Math.min(width, 50);
    if (weight > best.weight) best = { separator, weight };
  }
  return best.separator;
}

/** More controls than a torn line explains. */
function isNoText(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return controls > 20 && controls * 50 > text.length;
}
