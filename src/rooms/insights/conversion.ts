/**
 * The same voters on another ballot than theirs (SC7): what they would have put on it, as far as their own
 * says so. An approximation, always: nobody knows what they would have done. Amounts in cents.
 */
import type { BallotGroup, CountedTerms, Envelope } from '../polls/index.ts';
import type { BallotKind } from '../tally/index.ts';
import { fitEnvelope } from './fitting.ts';
import { listPairs } from './standing.ts';

/**
 * - `own`: the ballots as they are;
 * - `approval`: whatever the ballot stands behind is chosen;
 * - `three`: the three that it prefers of those, in each envelope;
 * - `knapsack`: those of them, the preferred first, that still fit in the envelope;
 * - `points`: 3, 2 and 1 points to the three preferred in each envelope, the worst mention left aside.
 * Equally good: in the order of the list.
 */
export const VIEWS = ['own', 'approval', 'three', 'knapsack', 'points'] as const;
export type View = (typeof VIEWS)[number];

/** Points of the three preferred. */
const THREE = [3, 2, 1] as const;

/**
 * How the ballots of a kind can be looked at; sets of projects say no more than they are. `money`: whether
 * there is an envelope to fill.
 */
export function listViews(kind: BallotKind, money: boolean): readonly View[] {
  switch (kind) {
    case 'approval':
    case 'choose-one':
      return ['own'];
    case 'yes-no':
      return ['own', 'approval'];
    default:
      return VIEWS.filter((view) => money || view !== 'knapsack');
  }
}

/** The kind of ballot that a view counts. */
export function kindOf(view: View, own: BallotKind): BallotKind {
  if (view === 'own') return own;
  return view === 'points' ? 'cumulative' : 'approval';
}

/** The terms of the poll for converted ballots; rule and house rules are left as they were. */
export function convertTerms(terms: CountedTerms, view: View): CountedTerms {
  if (view === 'own') return terms;
  const { settings, options } = terms;
  const envelopes = settings.envelopes.map((envelope): Envelope => {
    const size = options.filter((option) => option.envelope === envelope.key).length;
    return {
      ...envelope,
      minimumChoices: 0,
      maximumChoices: view === 'three' || view === 'points' ? THREE.length : size,
      limits: limitsOf(view, envelope),
    };
  });
  return {
    ...terms,
    kind: kindOf(view, terms.kind),
    settings: { ...settings, envelopes, groups: [], mentions: [], defaultGrade: 0 },
  };
}

function limitsOf(view: View, { amount }: Envelope): Envelope['limits'] {
  if (view === 'knapsack') return { maxSumCost: amount };
  if (view !== 'points') return {};
  return { maxPoints: THREE[0], maxSumPoints: THREE.reduce<number>((sum, one) => sum + one, 0) };
}

/** The ballots of a poll as a view has them; one that stands behind nothing is blank there, and still counts. */
export function convertBallots(
  terms: CountedTerms,
  ballots: readonly BallotGroup[],
  view: View,
): readonly BallotGroup[] {
  if (view === 'own') return ballots;
  const { options, settings } = terms;
  const positions = new Map(options.map(({ key }, position) => [key, position]));
  return ballots.map(({ choices, times }) => {
    const preferred = listPairs(terms, choices)
      // the worst mention is no preference; points and ranks have none
      .filter(({ stands, grade }) => (view === 'points' ? grade > 0 : stands))
      .map((pair) => ({ ...pair, position: positions.get(pair.key)! }))
      .sort((a, b) => b.grade - a.grade || a.position - b.position)
      .map(({ position }) => options[position]!);
    const taken = settings.envelopes.flatMap((envelope) =>
      take(
        preferred.filter((option) => option.envelope === envelope.key),
        view,
        envelope,
      ),
    );
    const sorted = taken.sort(([a], [b]) => (a < b ? -1 : 1));
    return { times, choices: view === 'points' ? sorted : sorted.map(([key]) => key) };
  });
}

/** What is taken of an envelope, with its points. */
function take(
  preferred: readonly { key: string; cost: number }[],
  view: View,
  { amount }: Envelope,
): (readonly [key: string, points: number])[] {
  const kept =
    view === 'knapsack'
      ? fitEnvelope(preferred, amount)
      : view === 'approval'
        ? preferred
        : preferred.slice(0, THREE.length);
  return kept.map(({ key }, rank) => [key, THREE[rank] ?? 0] as const);
}
