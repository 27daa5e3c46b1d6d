/** A file of mandates that the team brings in: what its columns are, and what is wrong with a line. */
import {
  checkMandate,
  type Level,
  type MandateRefusal,
  nameOfMandate,
  type WrittenMandate,
} from '../mandate.ts';

/** Bytes and lines of a file. */
export const LARGEST_FILE = 2_000_000;
export const MOST_LINES = 2000;

export const FIELDS = [
  'email',
  'level',
  'office',
  'delegation',
  'body',
  'territory',
  'code',
  'began',
  'ends',
] as const;
type ImportField = (typeof FIELDS)[number];
const OPTIONAL: readonly ImportField[] = ['delegation', 'code', 'ends'];

/** A line as it was written; `row` counts from the first line of the file. */
export type TypedLine = { row: number } & Record<ImportField, string>;

/** A line that makes a mandate, and whose it is. */
export interface ImportedMandate {
  row: number;
  written: WrittenMandate;
  email: string;
  mailbox: string;
}

export type FileRefusal =
  | 'file-missing'
  | 'file-too-large'
  | 'file-unreadable'
  | 'no-line'
  | 'too-many-lines'
  | 'column-missing';
export type LineRefusal =
  | MandateRefusal
  | 'not-a-day'
  | 'email-unreadable'
  | 'twice-in-file'
  | 'there-already';

/** A line that cannot be taken, and why. */
export interface FaultyLine {
  row: number;
  name: string;
  refusal: LineRefusal;
}

/** Words alone, without accents. */
const foldWords = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

const HEADINGS: Record<ImportField, readonly string[]> = {
  email: ['courriel', 'email', 'mail', 'adresse'],
  level: ['strate', 'niveau', 'level'],
  office: ['fonction', 'office', 'mandat'],
  delegation: ['delegation'],
  body: ['assemblee', 'instance', 'body'],
  territory: ['territoire', 'commune', 'territory'],
  code: ['code', 'codeinsee', 'insee', 'siren'],
  began: ['debut', 'datededebut', 'depuis', 'began'],
  ends: ['fin', 'datedefin', 'jusquau', 'ends'],
};

/** In which column each field stands, -1 for one that may be left out; null: one that must be there is not. */
export function findColumns(headings: readonly string[]): Record<ImportField, number> | null {
  const folded = headings.map(foldWords);
  const columns = Object.fromEntries(
    FIELDS.map((field) => [field, folded.findIndex((one) => HEADINGS[field].includes(one))]),
  ) as Record<ImportField, number>;
  return FIELDS.some((field) => columns[field] === -1 && !OPTIONAL.includes(field))
    ? null
    : columns;
}

const LEVEL_WORDS: Record<string, Level> = {
  municipal: 'municipal',
  municipale: 'municipal',
  commune: 'municipal',
  intercommunal: 'intercommunal',
  intercommunale: 'intercommunal',
  intercommunalite: 'intercommunal',
  departemental: 'departmental',
  departementale: 'departmental',
  departement: 'departmental',
  departmental: 'departmental',
  regional: 'regional',
  regionale: 'regional',
  region: 'regional',
  national: 'national',
  nationale: 'national',
  europeen: 'european',
  europeenne: 'european',
  european: 'european',
};

/** `2020-07-04` or `04/07/2020`, as `YYYY-MM-DD`; null: no day. */
function readDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed);
  const parts = iso ? iso.slice(1) : french ? [french[3], french[2], french[1]] : null;
  if (!parts) return null;
  const [year, month, date] = parts.map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1, date));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === date && year >= 1900;
  return isDay && year < 2200 ? at.toISOString().slice(0, 10) : null;
}

type ReadEmail = (typed: string) => { email: string; mailbox: string } | null;

/** Every line read: the mandates it makes, and those that cannot be taken. */
export function readLines(
  lines: readonly TypedLine[],
  today: string,
  readEmail: ReadEmail,
): { mandates: ImportedMandate[]; faulty: FaultyLine[] } {
  const mandates: ImportedMandate[] = [];
  const faulty: FaultyLine[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const read = readLine(line, today, readEmail);
    const key = typeof read === 'string' ? '' : keyOf(read);
    const refusal = typeof read === 'string' ? read : seen.has(key) ? 'twice-in-file' : null;
    if (refusal) faulty.push({ row: line.row, name: line.email, refusal });
    else if (typeof read !== 'string') mandates.push(read);
    seen.add(key);
  }
  return { mandates, faulty };
}

const keyOf = ({ mailbox, written }: ImportedMandate) =>
  [mailbox, written.level, foldWords(nameOfMandate(written)), written.beganOn].join(' ');

function readLine(
  line: TypedLine,
  today: string,
  readEmail: ReadEmail,
): ImportedMandate | LineRefusal {
  const level = LEVEL_WORDS[foldWords(line.level)];
  if (!level) return 'level-missing';
  const beganOn = readDay(line.began);
  const endsOn = line.ends === '' ? null : readDay(line.ends);
  if (!beganOn || (line.ends !== '' && !endsOn)) return 'not-a-day';
  const { office, delegation, body, territory } = line;
  const code = line.code.replaceAll(' ', '').toUpperCase();
  const written = { level, office, delegation, body, territory, code, beganOn, endsOn };
  const [refusal] = Object.values(checkMandate(written, today));
  if (refusal) return refusal;
  const address = readEmail(line.email);
  return address ? { row: line.row, written, ...address } : 'email-unreadable';
}
