import { expect, test } from 'vitest';
import { commitBallot, hashText, writeCanonical } from '../../src/rooms/polls/box/box.crypto.ts';
import type { PollResult } from '../../src/rooms/polls/result/result.ts';
import type { GreedyResult } from '../../src/rooms/tally/index.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import {
  type MadeBundle,
  makeBundle,
  packBundle,
  signHead,
  writeLeaves,
  writeLines,
} from '../make/bundle.ts';
import { countBallots, makeFrozenPoll, writeManifest } from '../make/counted-polls.ts';
import { makeOptions } from '../make/terms.ts';

/** Polls opened before envelopes and house rules were: `pb-manifest-v1`, `pb-result-v1`. */

const drawn = {
  poll: makeFrozenPoll({
    options: makeOptions(4, { '02': { cost: 150_00 } }),
    rule: 'greedy',
    envelope: 300_00,
    limits: { maxSumCost: 300_00 },
  }),
  ballots: [['01', '02'], ['01'], ['02', '03'], ['03'], ['03', '04']],
};

function makeOlderBundle(
  change: (result: { turns: { left: number }[] }) => void = () => {},
): MadeBundle {
  const made = makeBundle(drawn);
  const now = writeManifest(drawn.poll, made.verifyKey) as {
    options: Record<string, unknown>[];
    ballot: Record<string, unknown>;
    rule: Record<string, unknown>;
  } & Record<string, unknown>;
  const { subject, envelopes, houseRules, leftover, ...kept } = now;
  const { name, tieBreak, fundUnsupported } = now.rule;
  const { kind, minimumChoices, maximumChoices } = now.ballot;
  const manifest = writeCanonical({
    ...kept,
    format: 'pb-manifest-v1',
    options: now.options.map(({ envelope, category, holder, ...option }) => option),
    envelope: drawn.poll.envelope,
    ballot: { kind, minimumChoices, maximumChoices, limits: drawn.poll.limits },
    rule: { name, tieBreak, fundUnsupported },
  });
  const manifestHash = hashText(manifest);
  const lines = made.lines
    .map((line) => ({ ...line, commitment: commitBallot(manifestHash, line.choices, line.nonce) }))
    .sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  const head = signHead(made.key, drawn.poll.id, '2026-03-16T17:00:01.000Z', lines);
  const result = writeOlderResult(countBallots(drawn, { root: head.root, manifest: manifestHash }));
  change(result);
  const files = new Map([
    ...made.files,
    ['manifest.json', manifest],
    ['ballots.jsonl', writeLines(lines)],
    ['leaves.txt', writeLeaves(lines)],
    ['heads.json', writeCanonical([head])],
    ['result.json', writeCanonical(result)],
  ]);
  return { ...made, files, manifestHash, lines };
}

function writeOlderResult({ envelopes, format: _, ...result }: PollResult) {
  const tally = envelopes[0]!.tally as unknown as GreedyResult;
  return {
    ...result,
    format: 'pb-result-v1',
    rule: tally.rule,
    tieBreak: tally.tieBreak,
    fundUnsupported: tally.fundUnsupported,
    turns: tally.turns.map(({ project, score, namings, cost, left, decision }) => ({
      option: project,
      score,
      votes: namings,
      cost: Number(cost),
      left: Number(left),
      decision,
    })),
    ties: tally.ties.map(({ projects, ...tie }) => ({ ...tie, options: projects })),
    stoppedAt: tally.stoppedAt,
  };
}

test('R58 a poll of the first format is verified all the same', async () => {
  const report = await verifyBundle(packBundle(makeOlderBundle()));
  expect(report).toMatchObject({ verdict: 'sound', faults: [], ballots: 5 });
});

test('V10 and its faults are named', async () => {
  const forged = makeOlderBundle((result) => {
    result.turns[1]!.left += 100;
  });
  const { faults } = await verifyBundle(packBundle(forged));
  expect(faults.map(({ id }) => id)).toEqual(['wrong-trace']);
});
