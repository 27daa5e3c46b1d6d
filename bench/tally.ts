import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import {
  canCount,
  countElection,
  type Election,
  parsePabulib,
  type RuleName,
  ruleNames,
  takesSeats,
} from '../src/rooms/tally/index.ts';
import { median, round } from './measure.ts';

const FAST_ENOUGH = 20;
const SHORT_SECONDS = 0.1;
const SHORT_MILLISECONDS = 5;
const ADD1_SECONDS = 10;
const ROUNDS = 5;
const WARM_SECONDS = 0.05;

interface Timing {
  file: string;
  rule: string;
  engine: string;
  seconds: number | null;
}

/**
 * Every rule on every real election, counting alone (process start, parsing and warming up apart), beside
 * the seconds that other engines took on two cores (timings.json). Asked: at least 20 times faster than
 * the Python engine where it took 0.1 s or more, under 5 ms elsewhere; each add1 variant under 10 s; all of
 * them, each run counted once, in at most a quarter of the compiled engine's seconds.
 */
export async function benchTally(): Promise<object> {
  const { root } = readConfig();
  const folder = join(process.env.PALABRE_DATA ?? join(root, '../shared/data'), 'pabulib');
  if (!existsSync(folder)) throw new Error(`No elections in ${folder}: set PALABRE_DATA.`);
  const { rows } = JSON.parse(readFileSync(join(folder, 'timings.json'), 'utf8')) as {
    rows: Timing[];
  };
  const others = (file: string, rule: string, engine: string) =>
    rows
      .filter((row) => row.file === file && row.rule === rule && row.engine.startsWith(engine))
      .flatMap(({ seconds }) => seconds ?? []);

  const missed: object[] = [];
  const slowest: { file: string; rule: string; seconds: number }[] = [];
  const runs = { ours: 0, compiled: 0 };
  let counts = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pb'))) {
    const reading = parsePabulib(readFileSync(join(folder, file), 'utf8'));
    if (!reading.ok) throw new Error(`${file} cannot be read.`);
    for (const rule of ruleNames.filter((name) => canCount(name, reading.election))) {
      const seconds = timeCount(reading.election, rule);
      counts += 1;
      slowest.push({ file, rule, seconds: round(seconds) });
      const python = others(file, rule, 'pabutools');
      const compiled = others(file, rule, 'own');
      // add1 and add1e read the same runs: each is counted once
      if (rule.endsWith('-add1') && compiled.length > 0) {
        runs.ours += seconds;
        runs.compiled += Math.min(...compiled);
      }
      if (python.length > 0) {
        const faster = Math.min(...python) / seconds;
        const isShort = Math.min(...python) < SHORT_SECONDS;
        if (!isShort) least = Math.min(least, faster);
        if (isShort ? seconds * 1000 >= SHORT_MILLISECONDS : faster < FAST_ENOUGH)
          missed.push({
            file,
            rule,
            milliseconds: round(seconds * 1000, 2),
            faster: round(faster, 1),
          });
      }
      if (rule.includes('add1') && seconds >= ADD1_SECONDS) missed.push({ file, rule, seconds });
    }
  }
  slowest.sort((a, b) => b.seconds - a.seconds);
  return {
    counts,
    missed,
    leastTimesFasterThanPython: round(least, 1),
    add1: {
      seconds: round(runs.ours, 2),
      compiledEngineSeconds: round(runs.compiled, 1),
      share: round(runs.ours / runs.compiled, 4),
    },
    slowest: slowest.slice(0, 8),
    asked: { timesFaster: FAST_ENOUGH, shortMilliseconds: 5, add1Seconds: 10, share: 0.25 },
  };
}

/** Elected where a rule must be told how many. */
const SEATS = 5;

/** Seconds of a count: the median of a few, fewer where one alone is long. */
function timeCount(election: Election, rule: RuleName): number {
  const options = {
    rule,
    tieBreak: ['smaller-id'],
    fundUnsupported: false,
    ...(takesSeats(rule) === 'always' && { seats: SEATS }),
  } as const;
  const once = () => {
    const begun = performance.now();
    countElection(election, options);
    return (performance.now() - begun) / 1000;
  };
  // Counting warms up within some milliseconds, as it does in a server that has counted before.
  let warm = 0;
  let last = 0;
  while (warm < WARM_SECONDS) {
    last = once();
    warm += last;
  }
  return last > WARM_SECONDS ? last : median(Array.from({ length: ROUNDS }, once));
}
