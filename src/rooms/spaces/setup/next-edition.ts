/** The edition after another one: the same settings, its dates moved on by whole years (R80). */
import { addDays, daysBetween } from '../calendar.ts';
import { STEPS, type Step } from '../edition.ts';
import type { EditionSettings } from '../edition-settings.ts';

/** A day `YYYY-MM-DD` and a time `HH:MM`, as the clock of the town hall shows them. */
export interface LocalPhase {
  step: Step;
  starts: { day: string; time: string };
  ends: { day: string; time: string } | null;
}

/** Years that a calendar is moved by at most: beyond, it is proposed anew from today. */
const MOST_YEARS = 10;

/** Days in so many years, rounded to whole weeks: a Monday stays a Monday. */
const daysOf = (years: number) => Math.round((years * 365.25) / 7) * 7;

/**
 * The first number of years after which the calendar lies ahead of `today`; null: there is no calendar of
 * five steps to move, or it is too old.
 */
export function countYearsToMove(phases: readonly LocalPhase[], today: string): number | null {
  const first = phases.find(({ step }) => step === 'collection');
  if (!first || STEPS.some((step) => !phases.some((phase) => phase.step === step))) return null;
  for (let years = 1; years <= MOST_YEARS; years += 1)
    if (daysBetween(today, addDays(first.starts.day, daysOf(years))) > 0) return years;
  return null;
}

export function moveCalendar(phases: readonly LocalPhase[], years: number): LocalPhase[] {
  const move = (at: { day: string; time: string }) => ({
    ...at,
    day: addDays(at.day, daysOf(years)),
  });
  return phases.map(({ step, starts, ends }) => ({
    step,
    starts: move(starts),
    ends: ends && move(ends),
  }));
}

/** « Budget participatif 2024-2025 » → « Budget participatif 2026-2027 »; words without a year stay as they are. */
export function moveYears(words: string, years: number): string {
  return words.replaceAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(Number(year) + years));
}

/**
 * What the next edition takes over: everything but what belongs to one edition alone, its decision of the
 * council. Envelopes and criteria are made anew.
 */
export function settingsOfNext(settings: EditionSettings, years: number): EditionSettings {
  return {
    ...settings,
    title: moveYears(settings.title, years),
    slug: moveYears(settings.slug, years),
    summary: moveYears(settings.summary, years),
    envelopes: settings.envelopes.map((one) => ({ ...one, id: null })),
    criteria: settings.criteria.map((one) => ({ ...one, id: null })),
    councilDecision: '',
    councilDecisionOn: null,
    councilDecisionFile: null,
  };
}
