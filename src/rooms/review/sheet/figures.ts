/** What an idea would cost and take, as far as somebody knows (R42). */
export interface Figures {
  /** Cents, taxes included. */
  capitalCost: number | null;
  /** Cents a year. */
  yearlyCost: number | null;
  /** Months from the vote to the delivery. */
  delayMonths: number | null;
}

export type Figure = keyof Figures;
export const FIGURES: readonly Figure[] = ['capitalCost', 'yearlyCost', 'delayMonths'];
export const NO_FIGURES: Figures = { capitalCost: null, yearlyCost: null, delayMonths: null };

export const LONGEST_DELAY = 600;

export type DelayRefusal = 'not-a-delay' | 'delay-too-long';

/** Whole months out of « 18 », « 18 mois », « 2 ans »; nothing typed is nothing known. */
export function readDelay(
  typed: string,
): { ok: true; months: number | null } | { ok: false; refusal: DelayRefusal } {
  if (typed.trim() === '') return { ok: true, months: null };
  const match = /^(\d{1,4})\s*(mois|months?|ans?|années?|years?)?$/iu.exec(typed.trim());
  if (!match) return { ok: false, refusal: 'not-a-delay' };
  const months = Number(match[1]) * (/^[ay]/iu.test(match[2] ?? '') ? 12 : 1);
  return months > LONGEST_DELAY ? { ok: false, refusal: 'delay-too-long' } : { ok: true, months };
}

/**
 * The figures of several departments as one: what each would spend adds up, the longest delay is the delay.
 * What nobody said is not known.
 */
export function addFigures(figures: readonly Figures[]): Figures {
  const known = (figure: Figure) =>
    figures.map((one) => one[figure]).filter((value) => value !== null);
  const sum = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  const delays = known('delayMonths');
  return {
    capitalCost: sum(known('capitalCost')),
    yearlyCost: sum(known('yearlyCost')),
    delayMonths: delays.length === 0 ? null : Math.max(...delays),
  };
}
