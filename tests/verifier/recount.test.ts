import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCanonical } from '../../src/rooms/polls/box.crypto.ts';
import { ruleNames } from '../../src/rooms/tally/index.ts';
import { checkCount } from '../../src/verifier/count-check.ts';
import { readManifest } from '../../src/verifier/manifest.ts';
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

function recount(drawn: CountedPoll, full = false) {
  const manifest = 'cd'.repeat(32);
  const result = JSON.parse(writeCanonical(countBallots(drawn, { root, manifest }))) as unknown;
  const piles = drawn.ballots.map((choices) => ({
    choices: choices as readonly Choice[],
    times: 1,
  }));
  const check = checkCount(
    readManifest(JSON.parse(writeCanonical(writeManifest(drawn.poll)))),
    readPublished(result),
    { piles, count: piles.length, root, manifestHash: manifest },
    { full, progress() {} },
  );
  return {
    known: check.known,
    faults: [...check.result.list(), ...check.trace.list()].map(({ words_en }) => words_en),
  };
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
});
