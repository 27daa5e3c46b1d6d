/** The five dated phases of an edition: the template it begins with, and what makes a calendar hold (R31). */
import { type Phase, STEPS, type Step } from './edition.ts';

/** A day `YYYY-MM-DD` and a time `HH:MM`, as the clock of the town hall shows them. */
export interface LocalTime {
  day: string;
  time: string;
}

export type CalendarRefusal =
  | 'no-start'
  | 'no-end'
  | 'no-such-day'
  | 'no-such-time'
  | 'ends-before-start'
  | 'starts-before-previous-ends';

/** Where a calendar does not hold: the field it concerns. */
export interface CalendarProblem {
  step: Step;
  edge: 'startsAt' | 'endsAt';
  refusal: CalendarRefusal;
}

/** Each phase ends after it starts and starts when the one before it is over; only delivery may have no end. */
export function checkCalendar(phases: readonly Phase[]): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  let over: Date | null = null;
  for (const step of STEPS) {
    const phase = phases.find((one) => one.step === step);
    if (!phase) {
      problems.push({ step, edge: 'startsAt', refusal: 'no-start' });
      continue;
    }
    if (phase.endsAt === null && step !== 'delivery') {
      problems.push({ step, edge: 'endsAt', refusal: 'no-end' });
    }
    if (phase.endsAt !== null && phase.endsAt <= phase.startsAt) {
      problems.push({ step, edge: 'endsAt', refusal: 'ends-before-start' });
    }
    if (over !== null && phase.startsAt < over) {
      problems.push({ step, edge: 'startsAt', refusal: 'starts-before-previous-ends' });
    }
    over = phase.endsAt ?? over;
  }
  return problems;
}

/** Weeks that each step usually takes in a town of some 20,000. */
const USUAL_WEEKS = { notice: 2, collection: 8, study: 10, campaign: 3, vote: 4 } as const;

/**
 * A calendar to begin with, computed from today (`YYYY-MM-DD`): steps open on a Monday at 9 and end on a
 * Sunday at 18, the study begins as the deposit of ideas ends, the vote as the campaign ends.
 */
export function proposeCalendar(
  today: string,
): Record<Step, { starts: LocalTime; ends: LocalTime | null }> {
  const monday = (day: string): LocalTime => ({ day, time: '09:00' });
  const sundayBefore = (day: string): LocalTime => ({ day: addDays(day, -1), time: '18:00' });
  const collection = nextMonday(addDays(today, 7 * USUAL_WEEKS.notice));
  const study = addDays(collection, 7 * USUAL_WEEKS.collection);
  const campaign = addDays(study, 7 * USUAL_WEEKS.study);
  const vote = addDays(campaign, 7 * USUAL_WEEKS.campaign);
  const delivery = addDays(vote, 7 * USUAL_WEEKS.vote);
  return {
    collection: { starts: monday(collection), ends: sundayBefore(study) },
    study: { starts: sundayBefore(study), ends: monday(campaign) },
    campaign: { starts: monday(campaign), ends: monday(vote) },
    vote: { starts: monday(vote), ends: sundayBefore(delivery) },
    delivery: { starts: sundayBefore(delivery), ends: null },
  };
}

/** `days` later than a day, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The day itself when it is a Monday. */
function nextMonday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7);
}

export interface PhaseChange {
  step: Step;
  from: { startsAt: string; endsAt: string | null } | null;
  to: { startsAt: string; endsAt: string | null };
}

/** What differs between two calendars, as the journal keeps it: old and new, ISO instants in UTC. */
export function describePhaseChanges(
  before: readonly Phase[],
  after: readonly Phase[],
): PhaseChange[] {
  const written = (phase: Phase | undefined) =>
    phase
      ? {
          startsAt: phase.startsAt.toISOString(),
          endsAt: phase.endsAt?.toISOString() ?? null,
        }
      : null;
  return after.flatMap((phase) => {
    const from = written(before.find((one) => one.step === phase.step));
    const to = written(phase)!;
    return from?.startsAt === to.startsAt && from.endsAt === to.endsAt
      ? []
      : [{ step: phase.step, from, to }];
  });
}

/** Whole days from one instant to another as a calendar counts them: 0 on the same day. Days are `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}
