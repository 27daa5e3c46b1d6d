/** Ties that a count had to break, whatever the rule. */
import type { BrokenTie, Fraction, TieBreaker } from '../../tally/index.ts';
import { readFraction } from './fractions.ts';
import type { EnvelopeResult, Plain, PlainTally } from './result.ts';

/** In what projects were equal. */
export type TieLevel =
  | { by: 'score'; score: number }
  | { by: 'ratio' }
  | { by: 'profile' }
  | { by: 'margin'; margin: number }
  /** What voters would have paid, in such a purchase. */
  | { by: 'price'; round: number }
  /** The moment at which voters could pay; cents for each. */
  | { by: 'moment'; time: Fraction }
  | { by: 'unbeaten' }
  /** Fewest votes, in such a round of a transferable vote: the last of the list left the count. */
  | { by: 'fewest'; round: number };

export interface TieFigures {
  level: TieLevel;
  /** In the order that the tie-break gave them. */
  projects: readonly string[];
  by: readonly TieBreaker[];
  /** Whether another order would have changed who wins; null: nobody counted it the other way. */
  decisive: boolean | null;
}

/** Those of guarantees and part funding first, then those of the rule. */
export function listTies({ ties, tally }: Pick<EnvelopeResult, 'ties' | 'tally'>): TieFigures[] {
  return [...ties.map((tie) => readTie(tie, tally)), ...listRuleTies(tally)];
}

function listRuleTies(tally: PlainTally): TieFigures[] {
  switch (tally.method) {
    case 'greedy':
    case 'judgment':
    case 'yes-no':
      return tally.ties.map((tie) => readTie(tie, tally));
    case 'shares':
      return [
        ...tally.rounds.flatMap(({ project, tied }, at): TieFigures[] => {
          if (tied.length === 0) return [];
          const level = { by: 'price', round: at + 1 } as const;
          return [{ level, projects: [project, ...tied], by: tally.tieBreak, decisive: null }];
        }),
        ...(tally.completion?.ties.map((tie) => readTie(tie, tally)) ?? []),
      ];
    case 'phragmen':
      return tally.ties.map(({ time, projects, by, allBought }) => ({
        level: { by: 'moment', time: readFraction(time) },
        ...{ projects, by, decisive: allBought ? false : null },
      }));
    case 'schulze':
      return tally.tie === null
        ? []
        : [{ ...readCandidates(tally.tie), level: { by: 'unbeaten' }, decisive: true }];
    case 'stv':
      return tally.rounds.flatMap(({ tie }, at) =>
        tie === null
          ? []
          : [
              {
                ...readCandidates(tie),
                level: { by: 'fewest' as const, round: at + 1 },
                decisive: null,
              },
            ],
      );
  }
}

function readTie({ score, ...tie }: Plain<BrokenTie>, { method }: PlainTally): TieFigures {
  if (method === 'judgment') return { ...tie, level: { by: 'profile' } };
  if (score === null) return { ...tie, level: { by: 'ratio' } };
  const level: TieLevel =
    method === 'yes-no' ? { by: 'margin', margin: score } : { by: 'score', score };
  return { ...tie, level };
}

const readCandidates = (tie: {
  readonly candidates: readonly string[];
  readonly by: readonly TieBreaker[];
}) => ({ projects: tie.candidates, by: tie.by });
