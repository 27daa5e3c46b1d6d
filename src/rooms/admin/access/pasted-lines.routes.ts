import { parse } from 'csv-parse/sync';

/** One line of what was pasted or sent, as its cells and as it was typed. */
export interface PastedLine {
  /** From 1, as a spreadsheet counts. */
  line: number;
  cells: string[];
  text: string;
}

/** More than a town has services and agents; a longer list is sent in parts. */
export const MOST_LINES = 500;

/** Bytes of a file of lines. */
export const LINES_LIMIT = 256 * 1024;

/**
 * Lines of cells as spreadsheets write them, or as people type them: semicolons, tabs or commas, whichever the first
 * line holds. Where quotes do not close, quotes are signs like others: no line is lost with another's.
 */
export function readLines(text: string): PastedLine[] {
  const clean = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const first = clean.split('\n').find((line) => line.trim() !== '') ?? '';
  const delimiter = first.includes(';') ? ';' : first.includes('\t') ? '\t' : ',';
  try {
    const records = parse(clean, {
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
      raw: true,
      info: true,
    }) as unknown as { info: { lines: number }; raw: string; record: string[] }[];
    return records
      .map(({ info, raw, record }) => ({ line: info.lines, cells: record, text: raw.trim() }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    return clean
      .split('\n')
      .map((one, index) => ({
        line: index + 1,
        cells: one.split(delimiter).map((cell) => cell.trim()),
        text: one.trim(),
      }))
      .filter(({ text: typed }) => typed !== '');
  }
}

/** A file as text: UTF-8, or what older spreadsheets write in French. */
export async function readTextFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
