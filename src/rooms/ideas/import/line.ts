/** One line of a file read as an idea, or what is odd in each of its cells. */
import { checkText, type IdeaSettings, tidyTitle } from '../idea.ts';
import {
  type CellOddity,
  FIELDS,
  type Field,
  foldWords,
  isFixable,
  LONGEST,
  LONGEST_CELL,
  type Mapping,
} from './import.ts';

export type ReadCell<T> = { ok: true; value: T } | { ok: false; reason: CellOddity };

export interface LineTerms {
  mapping: Mapping;
  edition: Pick<IdeaSettings, 'ideaLength' | 'categories'>;
  /** `YYYY-MM-DD` */
  today: string;
  /** The address as written and the mailbox behind it. */
  readEmail(typed: string): { email: string; mailbox: string } | null;
}

export interface ReadIdea {
  title: string;
  body: string;
  categoryId: string;
  lang: string;
  name: string;
  email: string;
  mailbox: string;
  place: string;
  /** `YYYY-MM-DD`; null: not said. */
  depositedOn: string | null;
  sourceId: string;
}

export type ReadLine =
  | { ok: true; idea: ReadIdea }
  | { ok: false; oddities: { field: Field; value: string; reason: CellOddity }[] };

export function readLine(cells: readonly string[], terms: LineTerms): ReadLine {
  const { mapping, edition } = terms;
  const value = (field: Field): string => {
    const column = mapping.columns[field];
    if (column !== undefined) return cells[column] ?? '';
    return isFixable(field) ? (mapping.fixed[field] ?? '') : '';
  };
  const reasons = new Map<Field, CellOddity>();
  const note = (field: Field, reason: CellOddity | undefined) => {
    if (reason && !reasons.has(field)) reasons.set(field, reason);
  };
  for (const field of FIELDS) note(field, checkCell(field, value(field)));

  const words = value('category');
  const categoryId = mapping.categoryId ?? mapping.categories[foldWords(words)] ?? null;
  if (!categoryId && words !== '') note('category', 'category-unknown');
  const text = {
    title: tidyTitle(value('title')),
    body: value('body'),
    categoryId,
    lang: mapping.lang,
  };
  const { title, body, category } = checkText(text, edition);
  note('title', title);
  note('body', body);
  note('category', category);
  const email =
    value('email') === '' ? { email: '', mailbox: '' } : terms.readEmail(value('email'));
  if (!email) note('email', 'email-unreadable');
  const day = value('depositedOn') === '' ? null : readDay(value('depositedOn'), terms.today);
  if (day && !day.ok) note('depositedOn', day.reason);
  if (reasons.size > 0)
    return {
      ok: false,
      oddities: [...reasons].map(([field, reason]) => ({
        field,
        reason,
        value: cut(value(field)),
      })),
    };
  return {
    ok: true,
    idea: {
      ...text,
      categoryId: categoryId!,
      name: value('name'),
      ...email!,
      place: value('place'),
      depositedOn: day?.ok ? day.value : null,
      sourceId: value('sourceId'),
    },
  };
}

/** What is odd whatever the field holds. */
function checkCell(field: Field, value: string): CellOddity | undefined {
  if (value.length > LONGEST_CELL) return 'cell-too-long';
  // UTF-8 that was once read as Latin-1, or signs that nobody could read
  if (/\ufffd|Ã[©¨ªª«®´»¢§¯\u00a0\u0080-\u00bf]|â€[™œ\u009d“”]/.test(value)) return 'mis-encoded';
  if (/^#(REF|N\/A|VALUE|VALEUR|NAME|NOM|DIV\/0|NUM|NOMBRE|NULL|NUL|SPILL)[!?]?$/i.test(value))
    return 'formula-error';
  if (['title', 'name', 'email', 'category'].includes(field) && hasMixedAlphabets(value))
    return 'mixed-alphabets';
  const tooLong = (most: number) => [...value].length > most;
  if (field === 'name' && tooLong(LONGEST.name)) return 'name-too-long';
  if (field === 'place' && tooLong(LONGEST.place)) return 'place-too-long';
  if (field === 'sourceId' && tooLong(LONGEST.sourceId)) return 'source-too-long';
  return undefined;
}

/** A word of Latin letters with a Greek or Cyrillic one among them: it reads as another word (W12). */
function hasMixedAlphabets(value: string): boolean {
  return (value.match(/\p{L}+/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  );
}

/** 31/12/2025, 31-12-2025, 31.12.2025, 2025-12-31; a time behind it is left out. A year of two figures is not guessed. */
export function readDay(typed: string, today: string): ReadCell<string> {
  const text = typed.trim().replace(/[T ]\d{1,2}[:h]\d{2}.*$/, '');
  const european = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const parts = european ? [european[4], european[3], european[1]] : iso ? iso.slice(1) : null;
  if (!parts) return { ok: false, reason: 'date-unreadable' };
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (!days || day < 1 || day > days || year < 1990)
    return { ok: false, reason: 'date-unreadable' };
  const iso8601 = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return iso8601 > today ? { ok: false, reason: 'date-to-come' } : { ok: true, value: iso8601 };
}

const SHOWN = 120;
const cut = (value: string): string => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
