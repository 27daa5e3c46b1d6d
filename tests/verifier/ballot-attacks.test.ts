import { beforeAll, describe, expect, test } from 'vitest';
import { fromHex } from '../../src/rooms/polls/box/commitment.ts';
import { writeTrackingCode } from '../../src/rooms/polls/receipt/tracking-code.ts';
import {
  ALTERED,
  aboutOf,
  attack,
  castAnew,
  makeGenuine,
  named,
  put,
  RECOUNTED,
  UNSIGNED,
} from '../make/attacks.ts';
import {
  type BallotLine,
  type MadeBundle,
  makeReceipt,
  writeLeaves,
  writeLines,
} from '../make/bundle.ts';

/**
 * V10 the attacks on Neovote's and more: whoever does not hold the key changes a genuine bundle, as
 * carelessly or as carefully as they can, and the verifier names what was done. (V9: a box tampered with)
 */

let genuine: MadeBundle;
beforeAll(() => {
  genuine = makeGenuine();
});

test('V10 a genuine bundle is sound, with the key, the hash and the receipts of its voters', async () => {
  const receipts = [
    makeReceipt(genuine, genuine.lines[3]!),
    writeTrackingCode(fromHex(genuine.lines[7]!.commitment)!).toLowerCase(),
  ];
  const { verifyKey: key, manifestHash } = genuine;
  const report = await attack(genuine, () => {}, { receipts, key, manifestHash });
  expect(report).toMatchObject({ verdict: 'sound', faults: [], notes: [], ballots: 20 });
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
});

describe('V10 ballots', () => {
  const flip = (lines: readonly BallotLine[]) =>
    lines.map((line, at) => (at === 4 ? { ...line, choices: ['04'] } : line));

  test('flipped: the commitment is named', async () => {
    const target = genuine.lines[4]!.commitment;
    const change = (files: Map<string, string>) => put(files, flip(genuine.lines));
    const careless = await attack(genuine, change);
    expect(named(careless)).toEqual(['ballot-flipped', ...RECOUNTED, ALTERED]);
    expect(aboutOf(careless, 'ballot-flipped')).toEqual([target]);
    const careful = await attack(genuine, change, { care: 'careful' });
    expect(named(careful)).toEqual(['ballot-flipped', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(careful, 'ballot-flipped')).toEqual([target]);
  });

  test('dropped: named while the leaves are there, counted when they are not', async () => {
    const [dropped, ...kept] = genuine.lines as [BallotLine, ...BallotLine[]];
    const careless = await attack(genuine, (files) => put(files, kept, false));
    expect(named(careless)).toEqual(['ballot-dropped', ...RECOUNTED, ALTERED]);
    expect(aboutOf(careless, 'ballot-dropped')).toEqual([dropped.commitment]);
    const careful = await attack(genuine, (files) => put(files, kept), { care: 'careful' });
    expect(named(careful)).toEqual(['ballot-dropped', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(careful, 'ballot-dropped')).toEqual(['1']);
    const withReceipt = await attack(genuine, (files) => put(files, kept), {
      care: 'careful',
      receipts: [makeReceipt(genuine, dropped)],
    });
    expect(named(withReceipt)).toContain('receipt-not-in-box');
  });

  test('added: named while the leaves are the same, counted when they are not', async () => {
    const added = castAnew(genuine, ['05']);
    const careless = await attack(genuine, (files) => put(files, [...genuine.lines, added], false));
    expect(named(careless)).toEqual(['ballot-added', 'roll-and-box-differ', ...RECOUNTED, ALTERED]);
    expect(aboutOf(careless, 'ballot-added')).toEqual([added.commitment]);
    const careful = await attack(genuine, (files) => put(files, [...genuine.lines, added]), {
      care: 'careful',
    });
    expect(named(careful)).toEqual(['ballot-added', 'roll-and-box-differ', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(careful, 'ballot-added')).toEqual(['1']);
  });

  test('added one more time: the same ballot twice', async () => {
    const report = await attack(genuine, (files) =>
      put(files, [...genuine.lines, genuine.lines[2]!]),
    );
    expect(named(report)[0]).toBe('ballot-twice');
    expect(aboutOf(report, 'ballot-twice')).toContain(genuine.lines[2]!.commitment);
  });

  test('reordered: the line is named', async () => {
    const [first, second, ...rest] = genuine.lines as [BallotLine, BallotLine, ...BallotLine[]];
    const lines = [second, first, ...rest];
    const careless = await attack(genuine, (files) =>
      files.set('ballots.jsonl', writeLines(lines)),
    );
    expect(named(careless)).toEqual(['ballots-reordered', ALTERED]);
    expect(aboutOf(careless, 'ballots-reordered')).toEqual(['ballots.jsonl:2']);
    const careful = await attack(
      genuine,
      (files) => {
        files.set('ballots.jsonl', writeLines(lines));
        files.set('leaves.txt', writeLeaves(lines));
      },
      { care: 'careful' },
    );
    expect(named(careful)).toEqual(['ballots-reordered', UNSIGNED]);
    expect(aboutOf(careful, 'ballots-reordered')).toEqual(
      ['ballots.jsonl:2', 'leaves.txt:2'].reverse(),
    );
  });

  test('replaced with their leaves: the root of the sealed box tells', async () => {
    const lines = genuine.lines.map((line, at) =>
      at < 3 ? castAnew(genuine, ['05'], line) : line,
    );
    for (const care of ['careless', 'careful'] as const) {
      const report = await attack(genuine, (files) => put(files, lines), { care });
      const last = care === 'careless' ? ALTERED : UNSIGNED;
      expect(named(report)).toEqual(['ballot-replaced', ...RECOUNTED, last]);
    }
  });

  test('that the rules do not allow, though they match their commitments', async () => {
    const invalid = castAnew(genuine, ['01', '02', '03', '04']);
    const lines = [...genuine.lines.slice(1), invalid];
    const report = await attack(genuine, (files) => put(files, lines), { care: 'careful' });
    expect(named(report)).toEqual(['ballot-replaced', 'ballot-invalid', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(report, 'ballot-invalid')).toEqual([invalid.commitment]);
  });
});
