/**
 * How figures, money and dates are written, in the language of the page.
 * Money is integer cents. Instants are `Date`s; they are always shown in the time of Paris.
 */
import { getLocale } from '../paraglide/runtime.js';

const NO_BREAK = '\u00a0';
const timeZone = 'Europe/Paris';
const tags = { fr: 'fr-FR', en: 'en-GB' } as const;

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Building an Intl formatter costs more than using it: each is made once per language. */
function keep<T extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => T): T {
  const key = `${getLocale()} ${name}`;
  const found = kept.get(key);
  if (found) return found as T;
  const made = make();
  kept.set(key, made);
  return made;
}

const tag = (): string => tags[getLocale()];

/** Our typeface has no narrow no-break space, and a borrowed one is too thin to part thousands. */
const widen = (figures: string): string => figures.replaceAll('\u202f', NO_BREAK);

/** "1 494" in French, "1,494" in English. */
export function formatNumber(value: number): string {
  return widen(keep('number', () => new Intl.NumberFormat(tag())).format(value));
}

/** A ratio between 0 and 1 as a percentage: "32,5 %", "32.5%"; at most one decimal. */
export function formatPercent(ratio: number): string {
  return widen(
    keep(
      'percent',
      () => new Intl.NumberFormat(tag(), { style: 'percent', maximumFractionDigits: 1 }),
    ).format(ratio),
  );
}

/**
 * Integer cents as money: "45 000 €", "12,50 €"; "€45,000" in English. Cents appear only when there are
 * some. `currency`: three letters (ISO 4217), for editions that came in with another one.
 */
export function formatMoney(cents: number, currency = 'EUR'): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return widen(
    keep(
      `${currency} ${digits}`,
      () =>
        new Intl.NumberFormat(tag(), {
          style: 'currency',
          currency,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
    ).format(cents / 100),
  );
}

type DateShape = 'long' | 'weekday' | 'day' | 'short' | 'month';

const shapes: Record<DateShape, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
};

/**
 * A date: `long` "dimanche 22 novembre 2026" (the default), `weekday` the same without its year, `day` "22 novembre 2026",
 * `short` "22 novembre", `month` "novembre 2026". The first of a month is "1er" in French.
 */
export function formatDate(at: Date, shape: DateShape = 'long'): string {
  // No day begins within a quarter of an hour, whatever the season.
  const key = `${getLocale()} ${shape} ${Math.floor(at.getTime() / 900_000)}`;
  const known = dates.get(key);
  if (known) return known;
  if (dates.size >= DATES_KEPT) dates.clear();
  const words = writeDate(at, shape);
  dates.set(key, words);
  return words;
}

/** A page of a list says some dozens of dates, and the next page mostly the same. */
const DATES_KEPT = 5000;
const dates = new Map<string, string>();

function writeDate(at: Date, shape: DateShape): string {
  const parts = keep(shape, () => new Intl.DateTimeFormat(tag(), { timeZone, ...shapes[shape] }));
  return parts
    .formatToParts(at)
    .map((part) => {
      if (part.type === 'day')
        return getLocale() === 'fr' && part.value === '1' ? '1er' : part.value;
      // A weekday is followed by no comma on a British page, as on a French one.
      return part.type === 'literal' ? part.value.replace(', ', ' ') : part.value;
    })
    .join('')
    .replace(/(\d|er) (?=\p{L})/u, `$1${NO_BREAK}`);
}

/** The time of day alone: "18 h", "18 h 05"; "6 pm", "6.05 pm" in English. */
export function formatTime(at: Date): string {
  const parts = keep(
    'time',
    () =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ).formatToParts(at);
  const hour = Number(parts.find((part) => part.type === 'hour')?.value);
  const minutes = parts.find((part) => part.type === 'minute')?.value ?? '00';
  if (getLocale() === 'fr') {
    return minutes === '00' ? `${hour}${NO_BREAK}h` : `${hour}${NO_BREAK}h${NO_BREAK}${minutes}`;
  }
  const half = hour < 12 ? 'am' : 'pm';
  const clock = hour % 12 === 0 ? 12 : hour % 12;
  return minutes === '00' ? `${clock}${NO_BREAK}${half}` : `${clock}.${minutes}${NO_BREAK}${half}`;
}

/** A date and its time: "dimanche 22 novembre 2026 à 18 h", "Sunday 22 November 2026 at 6 pm". */
export function formatDateTime(at: Date, shape: DateShape = 'long'): string {
  return `${formatDate(at, shape)} ${getLocale() === 'fr' ? 'à' : 'at'} ${formatTime(at)}`;
}

/** Words in a row: "eau, air et terre", "water, air and earth". */
export function formatList(
  words: string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(tag(), { type }).format(words);
}
