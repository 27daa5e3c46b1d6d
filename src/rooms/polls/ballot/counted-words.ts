/**
 * Sentences with one figure in them, which changes while a ballot is filled in. The server writes them
 * in the reader's language; the page's script says them again with another figure. Money in cents.
 */
import type { Measure, MeasureState } from './ballot-progress.ts';

/** `{n}` stands where the figure goes; both forms are alike where the language makes no difference. */
export interface CountedWords {
  one: string;
  other: string;
}

export interface MeasureWords {
  /** « Toute la ville », « Thème « Nature » »; null for the whole ballot. */
  scope: string | null;
  value: CountedWords;
  /** A state without words says nothing. */
  states: Partial<Record<MeasureState, CountedWords>>;
  /** Why a gesture that would go over the limit is refused. */
  refused: CountedWords;
}

export interface BallotWords {
  /** BCP 47: how figures and plurals are written. */
  tag: string;
  currency: string;
  /** `{scope}` and `{words}` put together. */
  scoped: string;
  measures: Readonly<Record<string, MeasureWords>>;
  /** A project that does not fit: how much would be missing. */
  fit: CountedWords;
  /** By envelope. */
  pointsAtMost: Readonly<Record<string, string>>;
  notANumber: Readonly<Record<string, string>>;
  otherDistrict: Readonly<Record<string, string>>;
  unknownOption: string;
  unknownAnswer: string;
  /** « 1er choix », « 2e choix »…, as many as can be ranked. */
  ranks: readonly string[];
  /** « point », « points ». */
  unit: CountedWords;
  /** How many choices wait, not cast yet. */
  notice: CountedWords;
}

export function sayCounted(
  words: CountedWords,
  figure: number,
  { tag, currency }: Pick<BallotWords, 'tag' | 'currency'>,
  unit: 'count' | 'money' = 'count',
): string {
  const rules = keep(tag, () => new Intl.PluralRules(tag));
  const form = rules.select(figure) === 'one' ? words.one : words.other;
  return form.replaceAll('{n}', writeFigure(figure, tag, unit === 'money' ? currency : null));
}

/** As the rest of the page writes them: no narrow space, cents only where there are some. */
function writeFigure(figure: number, tag: string, currency: string | null): string {
  const digits = currency === null || figure % 100 === 0 ? 0 : 2;
  const figures = keep(
    `${tag} ${currency} ${digits}`,
    () =>
      new Intl.NumberFormat(tag, {
        ...(currency !== null && { style: 'currency', currency }),
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  return figures.format(currency === null ? figure : figure / 100).replaceAll('\u202f', '\u00a0');
}

const kept = new Map<string, Intl.NumberFormat | Intl.PluralRules>();

/** Building one costs more than using it. */
function keep<T extends Intl.NumberFormat | Intl.PluralRules>(name: string, make: () => T): T {
  const found = (kept.get(name) as T | undefined) ?? make();
  kept.set(name, found);
  return found;
}

const unitOf = (id: string) => (id.endsWith('/cost') ? 'money' : 'count');

export function sayValue(words: BallotWords, { id, value }: Measure): string {
  const own = words.measures[id];
  return own ? sayCounted(own.value, value, words, unitOf(id)) : '';
}

export function sayState(words: BallotWords, { id, state, gap }: Measure): string {
  const own = words.measures[id]?.states[state];
  return own ? sayCounted(own, gap, words, unitOf(id)) : '';
}

/** The same away from its place, where it must say of what it speaks. */
export function sayScopedState(words: BallotWords, measure: Measure): string {
  return inScope(words, measure.id, sayState(words, measure));
}

export function sayRefused(words: BallotWords, id: string, gap: number): string {
  const own = words.measures[id];
  return own ? inScope(words, id, sayCounted(own.refused, gap, words, unitOf(id))) : '';
}

function inScope(words: BallotWords, id: string, said: string): string {
  const scope = words.measures[id]?.scope;
  if (!scope || said === '') return said;
  const [first = '', ...rest] = said;
  return saidOf(words, scope, first.toLocaleLowerCase() + rest.join(''));
}

/** « Toute la ville : il manque 1 projet ». */
export function saidOf({ scoped }: BallotWords, scope: string, said: string): string {
  return scoped.replace('{scope}', () => scope).replace('{words}', () => said);
}
