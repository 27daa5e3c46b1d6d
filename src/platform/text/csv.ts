/** Lines of a file for spreadsheets: semicolons, as those of French offices read it (RFC 4180 otherwise). */

/** Tells a spreadsheet that the file is UTF-8: written once, before its first line. */
export const CSV_MARK = '\ufeff';

/**
 * One line with its end. A text that a spreadsheet would take for a formula is held by an apostrophe
 * (OWASP, CSV injection; ASVS 1.2.10); numbers stay numbers.
 */
export function writeCsvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(writeCell).join(';')}\r\n`;
}

function writeCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const held = /^[\s\p{C}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(held) || held !== held.trim() ? `"${held.replaceAll('"', '""')}"` : held;
}
