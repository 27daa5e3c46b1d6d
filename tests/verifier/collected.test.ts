import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Choices } from '../../src/rooms/polls/ballot/ballot.ts';
import { writeCanonical } from '../../src/rooms/polls/box/box.crypto.ts';
import {
  carriesPoints,
  type Election,
  parsePabulib,
  ruleNames,
} from '../../src/rooms/tally/index.ts';
import { canCount } from '../../src/rooms/tally/rules.ts';
import { checkCount } from '../../src/verifier/count-check.ts';
import { readManifest } from '../../src/verifier/manifest-read.ts';
import { readPublished } from '../../src/verifier/published.ts';
import { countBallots, makeFrozenPoll, writeManifest } from '../make/counted-polls.ts';
import { makeOptions } from '../make/terms.ts';
import { findSharedData } from '../shared-data.ts';

/** Votes that towns really held, counted twice: by the house and by the verifier, by every rule that suits them. */

const data = findSharedData('pabulib');
const files = [
  'Netherlands_Assen_2024',
  'Poland_Swiecie_2023',
  'France_Toulouse_2019',
  'Switzerland_Zurich_D10',
  ...(process.env.PALABRE_ALL === '1'
    ? ['Poland_Warszawa_2023_Mokotow', 'Poland_Krakow_2022', 'Netherlands_Amsterdam_252']
    : []),
];

function listChoices({ projects, ballots, kind }: Election): Choices[] {
  const { starts, choices, points, times } = ballots;
  return Array.from(times).flatMap((number, group) => {
    const places = Array.from(choices.slice(starts[group], starts[group + 1]));
    const own = places.map((place, at) => {
      const key = projects[place]!.id;
      return carriesPoints(kind) ? ([key, points![starts[group]! + at]!] as const) : key;
    });
    const sorted = kind === 'ordinal' ? own : own.sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
    return Array.from({ length: number }, () => sorted as Choices);
  });
}

describe.skipIf(!data)('V13 real votes', () => {
  test.each(files)('R58 %s', { timeout: 600_000 }, (name) => {
    const read = parsePabulib(readFileSync(join(data!, `${name}.pb`), 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read));
    const { election } = read;
    const longest = election.limits.maxLength ?? election.projects.length;
    const ballots = listChoices(election);
    const [model] = makeOptions(1);
    const options = election.projects.map(({ id, cost }) => ({
      ...model!,
      key: id,
      cost: Number(cost),
    }));
    const piles = ballots.map((choices) => ({ choices, times: 1 }));
    const root = 'ab'.repeat(32);
    const manifest = 'cd'.repeat(32);
    for (const rule of ruleNames) {
      const seats = rule === 'stv' ? 3 : null;
      if (!canCount(rule, { kind: election.kind, seats })) continue;
      const poll = makeFrozenPoll({
        kind: election.kind,
        rule,
        tieBreak: ['lower-cost', 'smaller-id'],
        envelope: Number(election.budget),
        minimumChoices: 0,
        maximumChoices: longest,
        options,
        settings: { seats },
      });
      const result = countBallots({ poll, ballots }, { root, manifest });
      const check = checkCount(
        readManifest(JSON.parse(writeCanonical(writeManifest(poll)))),
        readPublished(JSON.parse(writeCanonical(result))),
        { piles, count: piles.length, root, manifestHash: manifest },
        { mostWork: 1_000_000, progress() {} },
      );
      const faults = [...check.result.list(), ...check.trace.list()].map(({ words }) => words);
      expect({ rule, known: check.known, faults }).toEqual({ rule, known: true, faults: [] });
    }
  });
});
