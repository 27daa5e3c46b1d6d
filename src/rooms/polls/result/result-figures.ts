/** What became of each option and why, read from the trace of its envelope's count. Amounts in cents. */

import { findConflict } from '../../tally/index.ts';
import type { Poll } from '../poll.ts';
import { type DuelFigures, listDuels } from './duel-figures.ts';
import { type JudgedFigures, listJudged } from './judgment-figures.ts';
import { listMoments, type MomentFigures } from './phragmen-figures.ts';
import type { EnvelopeResult, PlainTally, TallyBy } from './result.ts';
import { listSeats, type SeatFigures } from './seat-figures.ts';
import {
  listPurchases,
  listShortfalls,
  type PurchaseFigures,
  type ShortfallFigures,
} from './shares-figures.ts';
import { listTies, type TieFigures } from './tie-figures.ts';
import { describeTurn, type TurnFigures } from './turn-figures.ts';

interface AnswerFigures {
  yes: number;
  no: number;
  abstained: number;
}

/** Why the rule took an option, or not. */
export type Reason =
  | { by: 'turn'; turn: TurnFigures }
  | { by: 'judgment'; judged: JudgedFigures; turn: TurnFigures }
  | { by: 'answers'; answers: AnswerFigures; turn: TurnFigures }
  | { by: 'free' }
  | { by: 'purchase'; purchase: PurchaseFigures }
  /** `turn`: when the rest of the envelope then went by score. */
  | { by: 'shortfall'; shortfall: ShortfallFigures; turn: TurnFigures | null }
  | { by: 'moment'; moment: MomentFigures }
  | { by: 'over-budget'; cost: number; budget: number }
  | { by: 'no-support' }
  | { by: 'duels'; duels: DuelFigures }
  | { by: 'seat'; seat: SeatFigures };

/** What the règlement adds around the rule. */
export type HouseReason =
  | { by: 'guarantee'; zone: string }
  | { by: 'too-few-namings' }
  | { by: 'incompatible'; because: string }
  | { by: 'holder-has-enough' }
  | { by: 'part'; amount: number };

export interface Story {
  project: string;
  outcome: 'won' | 'part' | 'lost';
  score: number;
  namings: number;
  house: HouseReason | null;
  /** null where the rule never counted it: guaranteed before, or taken out. */
  reason: Reason | null;
  /** The first tie that it was in. */
  tie: TieFigures | null;
}

/** Guaranteed winners, then in counting order, then those taken out of the count. */
export function listStories(
  result: EnvelopeResult,
  poll: Pick<Poll, 'options' | 'settings'>,
): Story[] {
  const reasons = new Map(listReasons(result.tally));
  const ties = listTies(result);
  const support = new Map(result.support.map((one) => [one.project, one]));
  const guaranteed = result.guarantees.flatMap(({ projects }) => projects);
  const excluded = result.exclusions.map(({ project }) => project);
  const order = new Set([...guaranteed, ...reasons.keys(), ...excluded, ...support.keys()]);
  return [...order].map((project) => ({
    project,
    outcome: result.winners.includes(project)
      ? 'won'
      : result.part?.project === project
        ? 'part'
        : 'lost',
    score: support.get(project)?.score ?? 0,
    namings: support.get(project)?.namings ?? 0,
    house: findHouseReason(result, project) ?? findHindrance(result, project, poll),
    reason: reasons.get(project) ?? null,
    tie: ties.find(({ projects }) => projects.includes(project)) ?? null,
  }));
}

function findHouseReason(result: EnvelopeResult, project: string): HouseReason | null {
  const guarantee = result.guarantees.find(({ projects }) => projects.includes(project));
  if (guarantee) return { by: 'guarantee', zone: guarantee.zone };
  const exclusion = result.exclusions.find((one) => one.project === project);
  if (exclusion?.why === 'incompatible')
    return { by: 'incompatible', because: exclusion.because ?? '' };
  if (exclusion) return { by: exclusion.why };
  return result.part?.project === project ? { by: 'part', amount: result.part.amount } : null;
}

/**
 * Where the règlement served some before the rule or after it, a project that could not stand beside a
 * winner was passed over then, which the count does not list as an exclusion.
 */
function findHindrance(
  { winners, part, guarantees }: EnvelopeResult,
  project: string,
  { options, settings }: Pick<Poll, 'options' | 'settings'>,
): HouseReason | null {
  if ((part === null && guarantees.length === 0) || winners.includes(project)) return null;
  const read = (key: string) => {
    const option = options.find((one) => one.key === key);
    return { id: key, cost: 0n, ...(option?.holder != null && { holder: option.holder }) };
  };
  const conflict = findConflict(read(project), winners.map(read), settings.houseRules);
  if (conflict?.why === 'holder-has-enough') return { by: 'holder-has-enough' };
  return conflict && { by: 'incompatible', because: conflict.because ?? '' };
}

function listReasons(tally: PlainTally): [project: string, reason: Reason][] {
  switch (tally.method) {
    case 'greedy':
      return tally.turns.map((turn, at) => [
        turn.project,
        { by: 'turn', turn: describeTurn(turn, at + 1, tally) },
      ]);
    case 'shares':
      return listSharesReasons(tally);
    case 'phragmen':
      return listPhragmenReasons(tally);
    case 'judgment': {
      const turns = describeTurns(tally);
      return listJudged(tally).map((judged) => {
        const turn = turns.get(judged.project)!;
        return [judged.project, { by: 'judgment', judged, turn }];
      });
    }
    case 'yes-no': {
      const turns = describeTurns(tally);
      return tally.answers.map(({ project, ...answers }) => [
        project,
        { by: 'answers', answers, turn: turns.get(project)! },
      ]);
    }
    case 'schulze':
      if (tally.winner === null)
        return tally.candidates.map((project) => [project, { by: 'no-support' }]);
      return listDuels(tally).map((duels) => [duels.project, { by: 'duels', duels }]);
    case 'stv':
      return [
        ...listSeats(tally).map((seat): [string, Reason] => [seat.project, { by: 'seat', seat }]),
        ...tally.unsupported.map((project): [string, Reason] => [project, { by: 'no-support' }]),
      ];
  }
}

function describeTurns({
  turns,
  budget,
}: TallyBy<'judgment'> | TallyBy<'yes-no'>): Map<string, TurnFigures> {
  return new Map(turns.map((turn, at) => [turn.project, describeTurn(turn, at + 1, { budget })]));
}

function listSharesReasons(tally: TallyBy<'shares'>): [string, Reason][] {
  const { budget, completion } = tally;
  const turns = new Map(
    completion?.turns.map((turn, at) => [turn.project, describeTurn(turn, at + 1, { budget })]),
  );
  const shortfalls = new Map(listShortfalls(tally).map((one) => [one.project, one]));
  const lost = tally.losses.map(({ project, cost, loss }): [string, Reason] => {
    const turn = turns.get(project) ?? null;
    const shortfall = shortfalls.get(project);
    if (shortfall) return [project, { by: 'shortfall', shortfall, turn }];
    if (turn) return [project, { by: 'turn', turn }];
    return [
      project,
      loss === 'over-budget' ? { by: 'over-budget', cost, budget } : { by: 'no-support' },
    ];
  });
  const places = [...turns.keys()];
  return [
    ...tally.free.map((project): [string, Reason] => [project, { by: 'free' }]),
    ...listPurchases(tally).map((purchase): [string, Reason] => [
      purchase.project,
      { by: 'purchase', purchase },
    ]),
    ...lost.sort(([a], [b]) => places.indexOf(a) - places.indexOf(b)),
  ];
}

function listPhragmenReasons(tally: TallyBy<'phragmen'>): [string, Reason][] {
  const moments = listMoments(tally);
  const apart = tally.losers.filter(
    ({ project }) => !moments.some((moment) => moment.project === project),
  );
  return [
    ...moments.map((moment): [string, Reason] => [moment.project, { by: 'moment', moment }]),
    ...apart.map(({ project, cost, loss }): [string, Reason] => [
      project,
      loss === 'over-budget'
        ? { by: 'over-budget', cost, budget: tally.budget }
        : { by: 'no-support' },
    ]),
  ];
}
