import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCanonical } from '../../src/rooms/polls/box/box.crypto.ts';
import { ruleNames } from '../../src/rooms/tally/index.ts';
import { checkCount } from '../../src/verifier/count-check.ts';
import { readManifest } from '../../src/verifier/manifest-read.ts';
import { readPublished } from '../../src/verifier/published.ts';
import type { Choice } from '../../src/verifier/validity.ts';
import {
  type CountedPoll,
  countBallots,
  drawCountedPoll,
  writeManifest,
} from '../make/counted-polls.ts';

/**
 * Two counts written apart from each other, by the house and by the verifier, agree to the last figure of
 * the trace: on every rule, with and without house rules.
 */

const root = 'ab'.repeat(32);
const all = process.env.PALABRE_ALL === '1';
const draws = (many: number) => ({ numRuns: all ? many * 20 : many });

function recount(
  drawn: CountedPoll,
  mostWork = Number.POSITIVE_INFINITY,
  forge: (result: ForgedResult) => void = () => {},
) {
  const manifest = 'cd'.repeat(32);
  const result = JSON.parse(writeCanonical(countBallots(drawn, { root, manifest })));
  forge(result);
  const piles = drawn.ballots.map((choices) => ({
    choices: choices as readonly Choice[],
    times: 1,
  }));
  const check = checkCount(
    readManifest(JSON.parse(writeCanonical(writeManifest(drawn.poll)))),
    readPublished(result),
    { piles, count: piles.length, root, manifestHash: manifest },
    { mostWork, progress() {} },
  );
  return {
    known: check.known,
    faults: [...check.result.list(), ...check.trace.list()].map(({ words_en }) => words_en),
  };
}

/** What a forger of these tests touches. */
interface ForgedResult {
  envelopes: { exclusions: object[]; tally: { endowment: string; runs: number; stop: string } }[];
}

const agreeing = { known: true, faults: [] };

describe('V13 the verifier counts as the house does', () => {
  test.each(ruleNames)('R58 by %s', (rule) => {
    fc.assert(
      fc.property(drawCountedPoll(rule, false), (drawn) => {
        expect(recount(drawn)).toEqual(agreeing);
      }),
      draws(150),
    );
  });

  test.each(ruleNames)('R58 by %s, with house rules and several envelopes', (rule) => {
    fc.assert(
      fc.property(drawCountedPoll(rule, true), (drawn) => {
        expect(recount(drawn)).toEqual(agreeing);
      }),
      draws(150),
    );
  });

  const raised = ruleNames.filter((rule) => rule.includes('add1'));

  test.each(raised)('%s, from the published run where all would be too many', (rule) => {
    fc.assert(
      fc.property(drawCountedPoll(rule, true), (drawn) => {
        expect(recount(drawn, 0)).toEqual(agreeing);
      }),
      draws(60),
    );
  });

  test.each(raised)('%s: a run before the one that decides, or after it, is found out', (rule) => {
    let moved = 0;
    fc.assert(
      fc.property(drawCountedPoll(rule, false), fc.constantFrom(-1n, 1n), (drawn, by) => {
        let touched = false;
        const told = recount(drawn, 0, ({ envelopes: [envelope] }) => {
          const { tally } = envelope!;
          const [n, d] = tally.endowment.split('/').map(BigInt) as [bigint, bigint];
          touched = tally.runs > 2 || (by > 0n && tally.runs > 1);
          if (touched) tally.endowment = `${n + by * 100n * d}/${d}`;
        });
        if (!touched) return;
        moved += 1;
        expect(told.faults).not.toEqual([]);
      }),
      draws(100),
    );
    expect(moved).toBeGreaterThan(0);
  });
});
