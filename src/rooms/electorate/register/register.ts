/** The register (registre): the imported list of residents, electors or members of an edition, by name. It is not the roll. */

/** What a column of the file can hold, in the order in which the mapping asks. */
export const FIELDS = [
  'lastName',
  'usedName',
  'firstNames',
  'birthDate',
  'number',
  'address',
  'postcode',
  'town',
  'district',
  'email',
] as const;
export type Field = (typeof FIELDS)[number];

/** Which column (from 0) holds what. */
export type Mapping = Partial<Record<Field, number>>;

/** A line of the register as an officer reads it; '' where the file said nothing. */
export interface Entry {
  id: string;
  /** Of birth; the one in use where the file has no other. */
  lastName: string;
  usedName: string;
  firstNames: string;
  /** `YYYY-MM-DD`; null: the list holds none. */
  birthDate: string | null;
  address: string;
  postcode: string;
  town: string;
  district: string;
  number: string;
  email: string;
}

/** A whole file that is not taken. */
export type FileRefusal =
  | 'file-missing'
  | 'file-empty'
  | 'file-spreadsheet'
  | 'file-not-text'
  | 'one-column'
  | 'too-many-columns'
  | 'national-numbers';

/** A line that is not taken. */
export type RowRefusal =
  | 'unreadable'
  | 'control-sign'
  | 'cell-count'
  | 'line-too-long'
  | 'quote-never-closed'
  | 'value-too-long'
  | 'name-missing'
  | 'first-name-missing'
  | 'name-unreadable'
  | 'mixed-alphabets'
  | 'birth-date-missing'
  | 'birth-date-unreadable'
  | 'birth-date-impossible'
  | 'not-born-yet'
  | 'too-old'
  | 'national-number'
  | 'duplicate-in-file'
  | 'already-there';

export interface RefusedRow {
  /** Of the file, from 1, as a text editor counts. */
  line: number;
  refusal: RowRefusal;
  /** What was wrong, cut short; '' where it may not be kept. */
  value: string;
}

export type ImportStage = 'uploaded' | 'waiting' | 'importing' | 'done' | 'stopped' | 'failed';

/** How a file is written. */
export interface FileShape {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  separator: ';' | ',' | '\t' | '|';
  /** Whether the first line names the columns. */
  headed: boolean;
  /** Their names, '' where it does not. */
  columns: readonly string[];
}

/** Characters of a value that a report of refusals keeps. */
const KEPT_OF_VALUE = 80;

export function cutValue(value: string): string {
  // half of a pair is no letter, and no database keeps it
  const plain = value
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  const letters = [...plain.slice(0, 2 * KEPT_OF_VALUE)];
  return letters.length <= KEPT_OF_VALUE
    ? letters.join('')
    : `${letters.slice(0, KEPT_OF_VALUE).join('')}…`;
}
