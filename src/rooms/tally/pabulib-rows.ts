import { Malformed } from './pabulib-fault.ts';

/** One record of the file: its cells between semicolons, and the line where it starts (from 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads semicolon-separated rows with CSV quoting: a cell that begins with `"` runs to the next
 * single `"`, over several lines if need be, and `""` stands for a quote. As in the tools of the
 * collection a quote inside an unquoted cell is an ordinary character. Lines end by LF or CRLF;
 * a byte order mark is skipped.
 */
export function* readRows(text: string): Generator<Row> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const bare = text.slice(at, dropReturn(text, at, end));
    if (bare.includes('"')) {
      const row = readQuotedRow(text, at, line);
      yield { line, cells: row.cells };
      line = row.nextLine;
      at = row.next;
    } else {
      yield { line, cells: bare.split(';') };
      line += 1;
      at = end + 1;
    }
  }
}

function readQuotedRow(text: string, start: number, line: number) {
  const cells: string[] = [];
  let nextLine = line + 1;
  let at = start;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, line);
      cell = quoted.content;
      nextLine += quoted.content.split('\n').length - 1;
      at = quoted.next;
    }
    let end = at;
    while (end < text.length && text[end] !== ';' && text[end] !== '\n') end += 1;
    const closesRow = text[end] !== ';';
    cells.push(cell + text.slice(at, closesRow ? dropReturn(text, at, end) : end));
    at = end + 1;
    if (closesRow) return { cells, next: at, nextLine };
  }
}

function readQuoted(text: string, start: number, line: number) {
  let content = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      throw new Malformed(line, 'unclosed-quote', { found: text.slice(start, start + 60) });
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { content, next: quote + 1 };
    content += '"';
    at = quote + 2;
  }
}

function dropReturn(text: string, from: number, end: number): number {
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}
