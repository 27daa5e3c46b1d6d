import type { Election } from './election.ts';
import { guaranteeZones } from './guarantees.ts';
import {
  type Exclusion,
  findConflict,
  findUnfitHouseRule,
  type Guarantee,
  type HouseRules,
} from './house-rules.ts';
import { withoutProjects } from './narrowed.ts';
import { fundPart } from './part-funding.ts';
import type { BrokenTie, TallyOptions, TallyResult } from './result.ts';
import { countElection } from './rules.ts';
import { measureSatisfaction, type Satisfactions } from './satisfaction.ts';
import { sumSupport } from './support.ts';
import { canCountTotals } from './totals.ts';

/** A count with everything that the règlement adds to its rule. Money in cents. */
export interface HouseCount {
  readonly quorum: { readonly asked: number; readonly reached: boolean } | null;
  readonly guarantees: readonly Guarantee[];
  readonly exclusions: readonly Exclusion[];
  /** Those that guarantees and part funding had to break; the rule's own are in `tally`. */
  readonly ties: readonly BrokenTie[];
  /** What the rule gave once guaranteed winners were set aside and exclusions taken out. */
  readonly tally: TallyResult;
  /** All winners, in order of selection: the guaranteed ones first. */
  readonly winners: readonly string[];
  readonly part: { readonly project: string; readonly amount: bigint } | null;
  readonly cost: bigint;
  readonly left: bigint;
  /** Every project in the order given, whatever became of it. */
  readonly support: readonly {
    readonly project: string;
    readonly score: number;
    readonly namings: number;
  }[];
  readonly satisfaction: Satisfactions;
}

/**
 * Counts by any rule, with house rules around it, in this order: the quorum; projects that too few
 * ballots name are out; each district's guaranteed winners; the rule, for the rest of the envelope; as
 * long as a winner cannot stand beside an earlier one it is out and the rule counts again; the next
 * project may get what is left. Without its quorum nothing wins, and the rule's count is only shown.
 * `watch` is told of each count. Throws a RangeError where `canCount` or `findUnfitHouseRule` refuse.
 */
export function countWithHouseRules(
  election: Election,
  options: TallyOptions,
  houseRules: HouseRules,
  watch?: () => void,
): HouseCount {
  const unfit = findUnfitHouseRule(options.rule, houseRules);
  if (unfit) throw new RangeError(`The rule ${options.rule} knows no ${unfit}`);
  const { projects, budget, ballots } = election;
  if (ballots.totals && !canCountTotals(options.rule, { kind: election.kind, houseRules }))
    throw new RangeError(`The rule ${options.rule} does not count totals`);
  const positions = new Map(projects.map(({ id }, position) => [id, position]));
  const { scores, namings } = sumSupport(election);
  const reached = houseRules.quorum === null || ballots.count >= houseRules.quorum;

  const few = houseRules.minimumNamings ?? 0;
  const exclusions: Exclusion[] = projects
    .filter((_, position) => namings[position]! < few)
    .map(({ id }) => ({ project: id, why: 'too-few-namings', because: null }));
  const excluded = new Set(exclusions.map(({ project }) => positions.get(project)!));
  const first = reached
    ? guaranteeZones(election, options, houseRules, excluded)
    : { guarantees: [], winners: [], ties: [] };
  const guaranteed = first.winners.map((position) => projects[position]!);
  const rest = budget - guaranteed.reduce((sum, { cost }) => sum + cost, 0n);
  const { seats } = options;
  const restOptions =
    seats === undefined ? options : { ...options, seats: Math.max(0, seats - guaranteed.length) };

  let tally: TallyResult;
  do {
    const gone = new Set([...excluded, ...first.winners]);
    tally = countElection(withoutProjects(election, gone, rest), restOptions, watch);
    watch?.();
  } while (reached && excludeFirstConflict());

  /** False: all winners go together. */
  function excludeFirstConflict(): boolean {
    const before = [...guaranteed];
    for (const id of tally.winners) {
      const project = projects[positions.get(id)!]!;
      const conflict = findConflict(project, before, houseRules);
      if (conflict) {
        exclusions.push({ project: id, ...conflict });
        excluded.add(positions.get(id)!);
        return true;
      }
      before.push(project);
    }
    return false;
  }

  const winners = reached ? [...guaranteed.map(({ id }) => id), ...tally.winners] : [];
  const won = new Set(winners.map((id) => positions.get(id)!));
  const left = reached ? tally.left : budget;
  const together = [...won].map((position) => projects[position]!);
  const { part, ties } = fundPart(election, options, reached ? houseRules.partFunding : null, {
    left,
    // one that cannot stand beside a winner does not stand beside it in part either
    out: new Set(
      [...projects.keys()].filter((position) => {
        const project = projects[position]!;
        const taken = excluded.has(position) || won.has(position);
        return taken || findConflict(project, together, houseRules) !== null;
      }),
    ),
  });
  const amount = part?.amount ?? 0n;
  return {
    quorum: houseRules.quorum === null ? null : { asked: houseRules.quorum, reached },
    guarantees: first.guarantees,
    exclusions,
    ties: [...first.ties, ...ties],
    tally,
    winners,
    part,
    cost: [...won].reduce((sum, position) => sum + projects[position]!.cost, amount),
    left: left - amount,
    support: projects.map(({ id }, position) => ({
      project: id,
      score: scores[position]!,
      namings: namings[position]!,
    })),
    satisfaction: measureSatisfaction(election, won),
  };
}
