import { readCamt053 } from './camt-053.ts';
import { type ReadStatements, STATEMENT_BYTES, UnreadableStatement } from './statement.ts';
import { type NamedColumns, readStatementCsv } from './statement-csv.ts';

/** A file of a bank, told by its bytes: statements in XML, or movements for spreadsheets. */
export function readStatements(bytes: Buffer, named: NamedColumns = {}): ReadStatements {
  if (bytes.length === 0) return { ok: false, refusal: 'file-empty' };
  if (bytes.length > STATEMENT_BYTES) return { ok: false, refusal: 'file-too-large' };
  try {
    if (looksLikeXml(bytes))
      return { ok: true, format: 'camt.053', statements: readCamt053(bytes) };
    const read = readStatementCsv(bytes, named);
    return 'statement' in read
      ? { ok: true, format: 'csv', statements: [read.statement] }
      : { ok: false, refusal: 'unknown-columns', columns: read.columns };
  } catch (error) {
    if (!(error instanceof UnreadableStatement)) throw error;
    const { refusal, row } = error;
    return { ok: false, refusal, ...(row !== undefined && { row }) };
  }
}

function looksLikeXml(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 400).toString('latin1').replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:\?xml|!|[\w:]*Document\b)/i.test(start);
}
