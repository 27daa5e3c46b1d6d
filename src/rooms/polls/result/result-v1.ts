/** Results written before a poll had several envelopes and rules of every kind, read as today's. */
import type { BallotKind, Decision, TieBreaker } from '../../tally/index.ts';
import type { PollResult } from './result.ts';

/** As polls counted by the greedy rules alone wrote it. Amounts in cents. */
export interface FirstResult {
  readonly format: 'pb-result-v1';
  readonly poll: string;
  readonly manifest: string;
  readonly root: string;
  readonly kind: BallotKind;
  readonly rule: 'greedy' | 'greedy-noskip' | 'greedy-per-cost';
  readonly tieBreak: readonly TieBreaker[];
  readonly fundUnsupported: boolean;
  readonly voters: number;
  readonly ballots: number;
  readonly blank: number;
  readonly envelope: number;
  readonly cost: number;
  readonly left: number;
  readonly winners: readonly string[];
  readonly turns: readonly {
    readonly option: string;
    readonly score: number;
    readonly votes: number;
    readonly cost: number;
    readonly left: number;
    readonly decision: Decision;
  }[];
  readonly ties: readonly {
    readonly score: number | null;
    readonly options: readonly string[];
    readonly by: readonly TieBreaker[];
    readonly decisive: boolean;
  }[];
  readonly stoppedAt: string | null;
}

/**
 * The same figures in today's shape: one envelope, no house rules. How many voters are satisfied was not
 * counted then: over 0 ballots, which a page leaves out. The stored text and its hash stay what they are.
 */
export function upgradeResult(kept: FirstResult | PollResult): PollResult {
  if (kept.format === 'pb-result-v2') return kept;
  const { format: _, rule, tieBreak, fundUnsupported, turns, ties, stoppedAt, ...poll } = kept;
  const { kind, ballots, blank, envelope: budget, cost, left, winners } = kept;
  return {
    format: 'pb-result-v2',
    ...poll,
    envelopes: [
      {
        key: 'A',
        label: '',
        budget,
        carriedIn: 0,
        ballots,
        blank,
        quorum: null,
        guarantees: [],
        exclusions: [],
        ties: [],
        tally: {
          method: 'greedy',
          ...{ rule, tieBreak, fundUnsupported, kind, ballots, blank, budget, cost, left, winners },
          turns: turns.map(({ option, votes, ...turn }) => ({
            ...turn,
            project: option,
            namings: votes,
          })),
          ties: ties.map(({ options, ...tie }) => ({ ...tie, projects: options })),
          stoppedAt,
        },
        winners,
        part: null,
        cost,
        left,
        leftTo: null,
        support: turns.map(({ option, score, votes }) => ({
          project: option,
          score,
          namings: votes,
        })),
        satisfaction: { ballots: 0, satisfied: 0, zones: [] },
      },
    ],
  };
}
