/** Several counts of the same people side by side: who would have won, and what changes. */
import type { CountedTerms, Option } from '../polls/index.ts';
import type { Column, Dropped } from './columns.ts';
import type { Outcome } from './outcome.ts';

/** How far one count is; `too-long`: given up; `failed`: a fault of ours, which is in the log. */
export type Standing =
  | { state: 'counting' }
  | { state: 'too-long' }
  | { state: 'failed' }
  | { state: 'counted'; outcome: Outcome };

export interface ComparedColumn {
  /** A, B… */
  letter: string;
  column: Column;
  /** What it is counted by. */
  terms: CountedTerms;
  dropped: readonly Dropped[];
  standing: Standing;
}

/** Against the first column; null: not known yet, or this is the first. */
type Difference = { gains: readonly Option[]; losses: readonly Option[] } | null;

/** What one column says of one project. */
export type Fate =
  | { fate: 'won' | 'lost'; changed: boolean }
  | { fate: 'part'; amount: number; changed: boolean }
  | { fate: 'unknown' };

export interface Comparison {
  columns: readonly (ComparedColumn & { difference: Difference })[];
  /** On whom columns disagree: the winners of the first, then the others in the order of the list. */
  rows: readonly { option: Option; fates: readonly Fate[] }[];
  /** Whoever wins in each column; nobody as long as one is not counted. */
  always: readonly Option[];
  /** Whoever wins in none. */
  never: readonly Option[];
  /** Columns not counted yet. */
  waiting: number;
}

export const letterOf = (at: number) => String.fromCharCode(65 + at);

export function outcomeOf({ standing }: Pick<ComparedColumn, 'standing'>): Outcome | null {
  return standing.state === 'counted' ? standing.outcome : null;
}

export function compare(
  options: readonly Option[],
  columns: readonly ComparedColumn[],
): Comparison {
  const outcomes = columns.map(outcomeOf);
  const won = outcomes.map((outcome) => new Set(outcome?.winners));
  const [first] = outcomes;
  const byKey = new Map(options.map((option) => [option.key, option]));
  const leading = (first?.winners ?? []).map((key) => byKey.get(key)!);
  const counted = outcomes.every((outcome) => outcome !== null);
  const isServed = (key: string) =>
    outcomes.some(
      (outcome) => outcome?.winners.includes(key) || outcome?.parts.some((one) => one.key === key),
    );
  const isCertain = (key: string) => counted && won.every((keys) => keys.has(key));
  const others = options.filter(({ key }) => isServed(key) && !won[0]!.has(key));
  return {
    columns: columns.map((column, at) => ({
      ...column,
      difference:
        at === 0 || !first || !outcomes[at]
          ? null
          : {
              gains: options.filter(({ key }) => won[at]!.has(key) && !won[0]!.has(key)),
              losses: leading.filter(({ key }) => !won[at]!.has(key)),
            },
    })),
    rows: [...leading, ...others]
      .filter(({ key }) => !isCertain(key))
      .map((option) => ({
        option,
        fates: outcomes.map((outcome) => readFate(option.key, outcome, first ?? null)),
      })),
    always: leading.filter(({ key }) => isCertain(key)),
    never: options.filter(({ key }) => !isServed(key)),
    waiting: columns.filter(({ standing }) => standing.state === 'counting').length,
  };
}

function readFate(key: string, outcome: Outcome | null, first: Outcome | null): Fate {
  if (!outcome) return { fate: 'unknown' };
  const wins = outcome.winners.includes(key);
  const changed = first !== null && first.winners.includes(key) !== wins;
  const part = outcome.parts.find((one) => one.key === key);
  if (part) return { fate: 'part', amount: part.amount, changed };
  return { fate: wins ? 'won' : 'lost', changed };
}

/** Whether a count by a poll's own terms gives what was published, to the last bit of its canonical form. */
export function matchPublished(
  outcome: Outcome,
  published: { hash: string; winners: readonly string[] },
): 'identical' | 'same-winners' | 'different' {
  if (outcome.hash === published.hash) return 'identical';
  return JSON.stringify(outcome.winners) === JSON.stringify(published.winners)
    ? 'same-winners'
    : 'different';
}
