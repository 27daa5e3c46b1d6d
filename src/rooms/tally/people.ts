import { describeCounted } from './counted.ts';
import type { Election } from './election.ts';
import { withoutProjects } from './narrowed.ts';
import type { SchulzeTally, StvTally, TallyOptions } from './result.ts';
import { countSchulze } from './schulze.ts';
import { countStv } from './stv.ts';
import { sumSupport } from './support.ts';

/**
 * Rules for people and questions as results like any other: neither costs nor the envelope decide, so
 * what the winners cost is only added up. Whom no ballot ranks wins only if the policy says so.
 */
export function tallySchulze(election: Election, options: TallyOptions<'schulze'>): SchulzeTally {
  const { fundUnsupported } = options;
  const count = countSchulze(election, options);
  // One who is on a ballot beats all who are on none: an unsupported winner means that all are blank.
  const hasWinner = fundUnsupported || sumSupport(election).namings.some((ballots) => ballots > 0);
  const winner = hasWinner ? count.winner : null;
  return {
    ...count,
    method: 'schulze',
    winner,
    tie: hasWinner ? count.tie : null,
    ...describeWinners(election, options, winner === null ? [] : [winner]),
  };
}

export function tallyStv(election: Election, options: TallyOptions<'stv'>): StvTally {
  const { fundUnsupported, seats = 0 } = options;
  const { projects, budget } = election;
  const { namings } = sumSupport(election);
  const apart = projects.flatMap((_, position) =>
    namings[position] === 0 && !fundUnsupported ? [position] : [],
  );
  const counted = withoutProjects(election, new Set(apart), budget);
  const count = countStv(counted, { ...options, seats });
  return {
    ...count,
    method: 'stv',
    unsupported: apart.map((position) => projects[position]!.id).sort(),
    ...describeWinners(election, options, count.elected),
    seats,
  };
}

function describeWinners<Rule extends 'schulze' | 'stv'>(
  election: Election,
  options: TallyOptions<Rule>,
  winners: readonly string[],
) {
  const { projects, budget } = election;
  const won = new Set(winners);
  const cost = projects.reduce(
    (sum, project) => (won.has(project.id) ? sum + project.cost : sum),
    0n,
  );
  const left = cost < budget ? budget - cost : 0n;
  return { ...describeCounted(election, options, left), cost, winners };
}
