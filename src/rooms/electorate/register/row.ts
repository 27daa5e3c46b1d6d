/** One line of the file as an entry of the register, or why it is none. */
import { readBirthDate } from './birth-date.ts';
import { nameKey } from './name-key.ts';
import { isKeyedNationalNumber } from './national-number.ts';
import { type Entry, FIELDS, type Field, type Mapping, type RowRefusal } from './register.ts';

export type ReadEntry = Omit<Entry, 'id'>;

export type ReadRow =
  | { ok: true; entry: ReadEntry }
  | { ok: false; refusal: RowRefusal; value: string };

/** Characters. */
const LONGEST: Record<Field, number> = {
  lastName: 100,
  usedName: 100,
  firstNames: 150,
  birthDate: 40,
  number: 40,
  address: 300,
  postcode: 20,
  town: 100,
  district: 100,
  email: 254,
};

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** What nobody sees: zero-width, directions, marks of order of bytes. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

export interface RowTerms {
  mapping: Mapping;
  /** Cells that a line must have. */
  width: number;
  /** `YYYY-MM-DD` */
  today: string;
}

export function readRow(cells: readonly string[], { mapping, width, today }: RowTerms): ReadRow {
  const refuse = (refusal: RowRefusal, value = ''): ReadRow => ({ ok: false, refusal, value });
  if (cells.length !== width && !cells.slice(width).every((cell) => cell.trim() === ''))
    return refuse('cell-count', String(cells.length));
  if (cells.length < width) return refuse('cell-count', String(cells.length));

  const read = {} as Record<Field, string>;
  for (const field of FIELDS) {
    const column = mapping[field];
    const raw = column === undefined ? '' : cells[column]!;
    if (raw.includes('\ufffd')) return refuse('unreadable', raw);
    if (CONTROLS.test(raw)) return refuse('control-sign', raw);
    const value = tidy(raw);
    if (value.length > LONGEST[field]) return refuse('value-too-long', value);
    if (isKeyedNationalNumber(value)) return refuse('national-number');
    read[field] = value;
  }

  const lastName = read.lastName || read.usedName;
  if (lastName === '') return refuse('name-missing');
  if (read.firstNames === '') return refuse('first-name-missing');
  for (const name of [read.lastName, read.usedName, read.firstNames]) {
    if (name === '') continue;
    if (!/\p{L}/u.test(name) || /\p{M}{3}/u.test(name) || nameKey(name) === '')
      return refuse('name-unreadable', name);
    const stray = findStrayLetters(name);
    if (stray !== '') return refuse('mixed-alphabets', `${name} (${stray})`);
  }

  let birthDate: string | null = null;
  if (mapping.birthDate !== undefined) {
    if (read.birthDate === '') return refuse('birth-date-missing');
    const day = readBirthDate(read.birthDate, today);
    if (!day.ok) return refuse(day.refusal, read.birthDate);
    birthDate = day.day;
  }
  const usedName = nameKey(read.usedName) === nameKey(lastName) ? '' : read.usedName;
  return { ok: true, entry: { ...read, lastName, usedName, birthDate } };
}

const PLAIN = /^[\x20-\x7e]*$/;

function tidy(raw: string): string {
  if (PLAIN.test(raw)) return raw.trim().replaceAll(/ {2,}/g, ' ');
  return raw.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim();
}

const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu;

/** A word in two alphabets looks like another: of « Мartin », its Cyrillic letter. */
function findStrayLetters(name: string): string {
  if (PLAIN.test(name)) return '';
  return name
    .split(/[\s-]+/)
    .filter((word) => /\p{Script=Latin}/u.test(word))
    .flatMap((word) => word.match(LOOK_ALIKE) ?? [])
    .join(' ');
}
