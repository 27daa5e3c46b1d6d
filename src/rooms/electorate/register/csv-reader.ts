/** Lines of a file of cells, read as it comes: of a file of any size only a piece is held. */

export type CsvRow =
  | { line: number; cells: string[] }
  | { line: number; fault: 'line-too-long' | 'quote-never-closed'; text: string };

/** Characters of a row, and lines that one in quotes may run over: beyond, a quote was never closed. */
const LONGEST_ROW = 20_000;
const MOST_LINES = 20;

/**
 * Splits text into rows (RFC 4180, any end of line, quotes in the middle of a cell taken as they are). A
 * row that cannot be read costs itself only: reading goes on at the next line.
 */
export class CsvReader {
  readonly #separator: string;
  #held = '';
  /** Of the row that comes next, from 1. */
  #line = 1;
  /** In the middle of a line that is too long. */
  #skipping = false;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** The rows that end in this piece. */
  push(text: string): CsvRow[] {
    this.#held = this.#held === '' ? text : this.#held + text;
    return this.#take(false);
  }

  /** What is left at the end of the file. */
  end(): CsvRow[] {
    return this.#take(true);
  }

  #take(last: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    const held = this.#held;
    const quotes = new Places(held, '"');
    const ends = { feeds: new Places(held, '\n'), carriages: new Places(held, '\r') };
    let at = 0;
    while (at < held.length) {
      const end = findLineEnd(held, at, ends, last);
      if (end === null && !last) {
        if (held.length - at <= LONGEST_ROW) break;
        if (!this.#skipping) rows.push(this.#tooLong(held, at));
        this.#skipping = true;
        at = held.endsWith('\r') ? held.length - 1 : held.length;
        break;
      }
      const stop = end?.at ?? held.length;
      const next = end?.next ?? held.length;
      if (this.#skipping) {
        this.#skipping = false;
        this.#line += 1;
        at = next;
        continue;
      }
      if (stop - at > LONGEST_ROW) {
        rows.push(this.#tooLong(held, at));
        this.#line += 1;
        at = next;
        continue;
      }
      if (quotes.next(at) >= stop) {
        if (stop > at)
          rows.push({ line: this.#line, cells: held.slice(at, stop).split(this.#separator) });
        this.#line += 1;
        at = next;
        continue;
      }
      const read = readQuoted(held, at, this.#separator, last);
      if (read === 'more') break;
      if (read === 'never-closed') {
        const text = held.slice(at, stop);
        rows.push({ line: this.#line, fault: 'quote-never-closed', text });
        this.#line += 1;
        at = next;
        continue;
      }
      rows.push({ line: this.#line, cells: read.cells });
      this.#line += read.lines;
      at = read.next;
    }
    this.#held = held.slice(at);
    return rows;
  }

  #tooLong(held: string, at: number): CsvRow {
    return { line: this.#line, fault: 'line-too-long', text: held.slice(at, at + 200) };
  }
}

/** Where a sign stands in a text, asked from left to right: each stretch is searched once. */
class Places {
  readonly #text: string;
  readonly #sign: string;
  #at = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** Infinity: nowhere any more. */
  next(from: number): number {
    if (this.#at < from) {
      const at = this.#text.indexOf(this.#sign, from);
      this.#at = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#at;
  }
}

/** Null: it does not end here yet. A CR that ends a piece may be half of CR LF. */
function findLineEnd(
  held: string,
  from: number,
  { feeds, carriages }: { feeds: Places; carriages: Places },
  last: boolean,
): { at: number; next: number } | null {
  const feed = feeds.next(from);
  const carriage = carriages.next(from);
  if (carriage < feed) {
    if (carriage === held.length - 1 && !last) return null;
    return { at: carriage, next: carriage + (feed === carriage + 1 ? 2 : 1) };
  }
  return feed < held.length ? { at: feed, next: feed + 1 } : null;
}

function readQuoted(
  held: string,
  from: number,
  separator: string,
  last: boolean,
): { cells: string[]; next: number; lines: number } | 'more' | 'never-closed' {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    let cell = '';
    if (held[at] === '"') {
      at += 1;
      for (;;) {
        const close = held.indexOf('"', at);
        const piece = held.slice(at, close === -1 ? held.length : close);
        cell += piece;
        lines += countEnds(piece);
        if (lines > MOST_LINES || at - from + piece.length > LONGEST_ROW) return 'never-closed';
        if (close === -1) return last ? 'never-closed' : 'more';
        // the quote that ends a piece may be half of a doubled one
        if (close === held.length - 1 && !last) return 'more';
        at = close + 1;
        if (held[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const start = at;
    while (at < held.length && held[at] !== separator && held[at] !== '\n' && held[at] !== '\r')
      at += 1;
    if (at >= held.length - 1 && !last && held[at] !== '\n') return 'more';
    cells.push(cell + held.slice(start, at));
    if (held[at] !== separator) break;
    at += 1;
  }
  const next = held[at] === '\r' && held[at + 1] === '\n' ? at + 2 : at + 1;
  return { cells, next: Math.min(next, held.length), lines };
}

function countEnds(text: string): number {
  let ends = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) ends += 1;
  }
  return ends;
}
