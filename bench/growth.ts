import { execFileSync } from 'node:child_process';
import {
  countElection,
  makeElection,
  noLimits,
  type Paper,
  type RuleName,
} from '../src/rooms/tally/index.ts';
import { round } from './measure.ts';

const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];
const RULES: readonly RuleName[] = ['greedy', 'mes-cost-u', 'phragmen'];
const PROJECTS = 60;

/**
 * How counting grows with the number of ballots, each size in a process of its own: seconds to gather the
 * ballots and to count them by each rule, and the most memory that the process took. Ballots are invented:
 * one to six approvals among sixty projects, some liked more than others, nearly all of them different from
 * each other. Asked: nearly linear, under 4 GiB for 5 million.
 */
export async function benchGrowth(size?: string): Promise<object> {
  if (size) return { ...measure(Number(size)) };
  const sizes = SIZES.map((ballots) => {
    const text = execFileSync(
      process.execPath,
      ['--max-old-space-size=8192', process.argv[1]!, 'bench', 'growth', `${ballots}`],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return JSON.parse(text) as ReturnType<typeof measure>;
  });
  return { sizes, asked: { gibibytes: 4, growth: 'nearly linear' } };
}

function measure(ballots: number) {
  const { seconds: gathering, value: gathered } = time(() =>
    makeElection(
      {
        budget: 1_000_000_00n,
        kind: 'approval',
        limits: noLimits,
        projects: Array.from({ length: PROJECTS }, (_, at) => ({
          id: `p${at}`,
          cost: BigInt(20_000_00 + ((at * 7919) % 60) * 1_000_00),
        })),
      },
      inventBallots(ballots),
    ),
  );
  if (!gathered.ok) throw new Error(gathered.refusal);
  const { election } = gathered;
  const counting = Object.fromEntries(
    RULES.map((rule) => {
      const { seconds } = time(() =>
        countElection(election, { rule, tieBreak: ['smaller-id'], fundUnsupported: false }),
      );
      return [rule, round(seconds)];
    }),
  );
  return {
    ballots,
    different: election.ballots.times.length,
    gatheringSeconds: round(gathering, 2),
    countingSeconds: counting,
    gibibytes: round(process.resourceUsage().maxRSS / 1024 ** 2, 2),
  };
}

function time<T>(work: () => T): { seconds: number; value: T } {
  const begun = performance.now();
  const value = work();
  return { seconds: (performance.now() - begun) / 1000, value };
}

/** The same ballots for the same number: a linear congruential sequence (Numerical Recipes) is enough here. */
function* inventBallots(number: number): Iterable<Paper> {
  let state = 20_261_122;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let ballot = 0; ballot < number; ballot += 1) {
    const chosen = new Set<string>();
    const length = 1 + draw(6);
    // the smaller of two draws: the first projects are liked more
    while (chosen.size < length) chosen.add(`p${Math.min(draw(PROJECTS), draw(PROJECTS))}`);
    yield { choices: [...chosen] };
  }
}
