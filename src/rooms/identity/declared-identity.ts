/** Birth date and residence, declared on honour at the first act that needs them (R69, W17). */

export interface DeclaredIdentity {
  /** `YYYY-MM-DD`. */
  birthDate: string;
  /** Where the person lives, as declared; null: not in the organisation's town. */
  residence: string | null;
}

export type BirthRefusal =
  | 'birth-missing'
  | 'birth-not-a-date'
  | 'birth-in-the-future'
  | 'birth-too-long-ago';

/** Nobody alive was born earlier. */
const FIRST_YEAR = 1901;

export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

/** The three parts that a date field sends under its name. */
export function readTypedDate(form: { text(name: string): string }, field: string): TypedDate {
  const part = (name: string) => form.text(`${field}-${name}`);
  return { day: part('day'), month: part('month'), year: part('year') };
}

/**
 * A birth date from three typed numbers. `today` is `YYYY-MM-DD` in Paris. Whether the person is old
 * enough is the business of the act that asks, not of this page.
 */
export function readBirthDate(typed: TypedDate, today: string): { date: string } | BirthRefusal {
  const parts = [typed.year, typed.month, typed.day];
  if (parts.every((part) => part === '')) return 'birth-missing';
  if (!/^\d{4}$/.test(typed.year) || !parts.slice(1).every((part) => /^\d{1,2}$/.test(part)))
    return 'birth-not-a-date';
  const [year, month, day] = parts.map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 'birth-not-a-date';
  const date = [typed.year, pad(month), pad(day)].join('-');
  if (date > today) return 'birth-in-the-future';
  if (year < FIRST_YEAR) return 'birth-too-long-ago';
  return { date };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (value: number): string => String(value).padStart(2, '0');

export type ResidenceRefusal = 'residence-missing' | 'residence-too-long';

/**
 * Where someone lives. In a town the question is « do you live here? », answered `oui` or `non`: no
 * more is needed (R69). Elsewhere it is the name of a town, and may be left empty.
 */
export function readResidence(
  answered: string,
  organisation: { kind: 'town' | 'movement' | 'association'; name: string },
): { place: string | null } | ResidenceRefusal {
  if (organisation.kind === 'town') {
    if (answered === 'oui') return { place: organisation.name };
    return answered === 'non' ? { place: null } : 'residence-missing';
  }
  return answered.length > 100 ? 'residence-too-long' : { place: answered || null };
}

/** Both questions were answered, whatever the answers. */
export function hasDeclaredIdentity(person: {
  birthDate: string | null;
  residenceDeclaredOn: string | null;
}): boolean {
  return person.birthDate !== null && person.residenceDeclaredOn !== null;
}
