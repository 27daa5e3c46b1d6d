import type { Election, Project } from './election.ts';
import { findConflict, type Guarantee, type HouseRules } from './house-rules.ts';
import { rankByMerit } from './merit.ts';
import type { Candidate } from './ranking.ts';
import type { BrokenTie, TallyOptions } from './result.ts';
import { completeTieBreak } from './tie-break.ts';
import { listCriteria } from './walk.ts';

interface Guaranteed {
  readonly guarantees: readonly Guarantee[];
  /** Positions, in order of selection. */
  readonly winners: readonly number[];
  readonly ties: readonly BrokenTie[];
}

/**
 * Who wins first because the règlement guarantees each district so many winners: district after district
 * in the order of their names, the best projects with support that fit into what is left and go together
 * with those that won before. `excluded` positions are left out.
 */
export function guaranteeZones(
  election: Election,
  options: Pick<TallyOptions, 'tieBreak' | 'defaultGrade'>,
  houseRules: HouseRules,
  excluded: ReadonlySet<number>,
): Guaranteed {
  const { projects, budget } = election;
  const most = houseRules.winnersPerZone;
  if (most === null) return { guarantees: [], winners: [], ties: [] };
  const tieBreak = completeTieBreak(options.tieBreak);
  const merit = rankByMerit(election, options).map((level) =>
    level.filter(({ position }) => !excluded.has(position)),
  );
  const winners: number[] = [];
  const ties: BrokenTie[] = [];
  let left = budget;

  function canWin({ position }: Candidate): boolean {
    const project = projects[position]!;
    const before = winners.map((winner) => projects[winner]!);
    return project.cost <= left && findConflict(project, before, houseRules) === null;
  }

  function fundBest(zone: string): Guarantee {
    const funded: string[] = [];
    for (const level of merit) {
      const runners = level
        .filter(({ position }) => projects[position]!.zone === zone)
        .filter(canWin);
      if (funded.length === most) break;
      const before = funded.length;
      for (const runner of runners) {
        if (funded.length === most || !canWin(runner)) continue;
        winners.push(runner.position);
        funded.push(projects[runner.position]!.id);
        left -= projects[runner.position]!.cost;
      }
      if (runners.length > 1)
        ties.push({
          score: runners[0]!.score,
          ...nameTied(projects, runners),
          // each could have won before the others: whoever did not was parted from them by the order
          decisive: funded.length - before < runners.length,
        });
    }
    return { zone, projects: funded };
  }

  function nameTied(all: readonly Project[], runners: readonly Candidate[]) {
    const inOrder = runners.map(({ position }) => all[position]!);
    return { projects: inOrder.map(({ id }) => id), by: listCriteria(inOrder, tieBreak) };
  }

  const zones = [...new Set(projects.flatMap(({ zone }) => zone ?? []))].sort();
  return { guarantees: zones.map(fundBest), winners, ties };
}
