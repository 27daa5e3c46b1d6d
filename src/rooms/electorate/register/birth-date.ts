/** A date of birth as files write it, and whether somebody alive can have it (W17). Days are `YYYY-MM-DD`. */

export type BirthDateRefusal =
  | 'birth-date-unreadable'
  | 'birth-date-impossible'
  | 'not-born-yet'
  | 'too-old';

/** Years: nobody on a list is older. */
const OLDEST = 120;

const MONTHS = [
  'janv',
  'fevr',
  'mars',
  'avr',
  'mai',
  'juin',
  'juil',
  'aout',
  'sept',
  'oct',
  'nov',
  'dec',
];

/**
 * 31/12/1980, 31-12-1980, 31.12.1980, 1980-12-31, 31121980, 19801231, « 1er mars 1980 »; a time behind it is
 * left out. A year of two figures is not guessed. `today`: a day.
 */
export function readBirthDate(
  typed: string,
  today: string,
): { ok: true; day: string } | { ok: false; refusal: BirthDateRefusal } {
  const parts = takeApart(typed);
  if (!parts) return { ok: false, refusal: 'birth-date-unreadable' };
  const [year, month, day] = parts;
  if (!isDay(year, month, day)) return { ok: false, refusal: 'birth-date-impossible' };
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  if (iso > today) return { ok: false, refusal: 'not-born-yet' };
  const eldest = `${Number(today.slice(0, 4)) - OLDEST - 1}${today.slice(4)}`;
  if (iso <= eldest) return { ok: false, refusal: 'too-old' };
  return { ok: true, day: iso };
}

type Parts = [year: number, month: number, day: number];

function takeApart(typed: string): Parts | null {
  const text = typed
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, '');
  const european = /^(\d{1,2})\s*([/.\- ])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(text);
  if (european) return [Number(european[4]), Number(european[3]), Number(european[1])];
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[3]), Number(iso[4])];
  if (/^\d{8}$/.test(text)) return readEightFigures(text);
  const words = /^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4})$/u.exec(text);
  if (!words) return null;
  const name = words[2]!.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const month = MONTHS.findIndex((start) => name.startsWith(start)) + 1;
  return month === 0 ? null : [Number(words[3]), month, Number(words[1])];
}

/** Year first where that is a day; day first otherwise. */
function readEightFigures(text: string): Parts {
  const at = (from: number, to: number) => Number(text.slice(from, to));
  const yearFirst: Parts = [at(0, 4), at(4, 6), at(6, 8)];
  return yearFirst[0] >= 1850 && isDay(...yearFirst) ? yearFirst : [at(4, 8), at(2, 4), at(0, 2)];
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1]!;
}

const pad = (value: number) => String(value).padStart(2, '0');
