import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  commitBallot,
  hashText,
  makeNonce,
  writeCanonical,
} from '../../src/rooms/polls/box.crypto.ts';
import { fromHex } from '../../src/rooms/polls/commitment.ts';
import { writeTrackingCode } from '../../src/rooms/polls/tracking-code.ts';
import type { Report } from '../../src/verifier/report.ts';
import { type Asked, verifyBundle } from '../../src/verifier/verify.ts';
import {
  type BallotLine,
  type MadeBundle,
  type MadeHead,
  makeBundle,
  makeReceipt,
  packFiles,
  signContents,
  signHead,
  writeLeaves,
  writeLines,
} from '../make/bundle.ts';
import { makeFrozenPoll } from '../make/counted-polls.ts';
import { makeOptions } from '../make/terms.ts';

/**
 * V10 the attacks on Neovote's and more: whoever does not hold the key changes a genuine bundle, as
 * carelessly or as carefully as they can, and the verifier names what was done. (V9: a box tampered with)
 */

let genuine: MadeBundle;

beforeAll(() => {
  const poll = makeFrozenPoll({
    options: makeOptions(5, { '03': { cost: 50_00 }, '05': { cost: 250_00 } }),
    rule: 'mes-cost-u',
    envelope: 300_00,
  });
  const ballots = [
    ...Array.from({ length: 9 }, () => ['01', '02']),
    ...Array.from({ length: 6 }, () => ['03']),
    ...Array.from({ length: 5 }, () => ['02', '03', '05']),
  ];
  genuine = makeBundle({ poll, ballots });
});

/** How much the attacker made good: nothing, or the table of contents too, which they cannot sign. */
type Care = 'careless' | 'careful';

/** The genuine bundle with some files written anew. */
async function attack(
  change: (files: Map<string, string>) => void,
  { care = 'careless', ...asked }: { care?: Care } & Asked = {},
): Promise<Report> {
  const files = signContents(genuine);
  change(files);
  if (care === 'careful') {
    const contents = JSON.parse(files.get('bundle.json')!) as Record<string, unknown>;
    const own = [...files].filter(([name]) => !/^(bundle|signatures)\.json$/.test(name));
    contents.files = Object.fromEntries(own.map(([name, text]) => [name, hashText(text)]));
    contents.ballots = files.get('ballots.jsonl')!.split('\n').length - 1;
    contents.heads = (JSON.parse(files.get('heads.json')!) as unknown[]).length;
    contents.manifest = hashText(files.get('manifest.json')!);
    files.set('bundle.json', writeCanonical(contents));
  }
  return verifyBundle(packFiles(files), asked);
}

/** The names of the faults, each once, the most telling first. */
const named = ({ faults }: Report) => [...new Set(faults.map(({ id }) => id))];
const aboutOf = ({ faults }: Report, name: string) =>
  faults.filter(({ id }) => id === name).map(({ about }) => about);

const put = (files: Map<string, string>, lines: readonly BallotLine[], leaves = true) => {
  const sorted = [...lines].sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  files.set('ballots.jsonl', writeLines(sorted));
  if (leaves) files.set('leaves.txt', writeLeaves(sorted));
};

function castAnew(choices: string[], line?: BallotLine): BallotLine {
  const nonce = line?.nonce ?? makeNonce();
  return { choices, nonce, commitment: commitBallot(genuine.manifestHash, choices, nonce) };
}

const ALTERED = 'file-altered';
const UNSIGNED = 'bundle-signature';
/** What the recount says once ballots are no longer the same. */
const RECOUNTED = ['wrong-result', 'wrong-trace'];

test('V10 a genuine bundle is sound, with the key, the hash and the receipts of its voters', async () => {
  const receipts = [
    makeReceipt(genuine, genuine.lines[3]!),
    writeTrackingCode(fromHex(genuine.lines[7]!.commitment)!).toLowerCase(),
  ];
  const { verifyKey: key, manifestHash } = genuine;
  const report = await attack(() => {}, { receipts, key, manifestHash });
  expect(report).toMatchObject({ verdict: 'sound', faults: [], notes: [], ballots: 20 });
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
});

describe('V10 ballots', () => {
  const flip = (lines: readonly BallotLine[]) =>
    lines.map((line, at) => (at === 4 ? { ...line, choices: ['04'] } : line));

  test('flipped: the commitment is named', async () => {
    const target = genuine.lines[4]!.commitment;
    const change = (files: Map<string, string>) => put(files, flip(genuine.lines));
    const careless = await attack(change);
    expect(named(careless)).toEqual(['ballot-flipped', ...RECOUNTED, ALTERED]);
    expect(aboutOf(careless, 'ballot-flipped')).toEqual([target]);
    const careful = await attack(change, { care: 'careful' });
    expect(named(careful)).toEqual(['ballot-flipped', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(careful, 'ballot-flipped')).toEqual([target]);
  });

  test('dropped: named while the leaves are there, counted when they are not', async () => {
    const [dropped, ...kept] = genuine.lines as [BallotLine, ...BallotLine[]];
    const careless = await attack((files) => put(files, kept, false));
    expect(named(careless)).toEqual(['ballot-dropped', ...RECOUNTED, ALTERED]);
    expect(aboutOf(careless, 'ballot-dropped')).toEqual([dropped.commitment]);
    const careful = await attack((files) => put(files, kept), { care: 'careful' });
    expect(named(careful)).toEqual(['ballot-dropped', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(careful, 'ballot-dropped')).toEqual(['1']);
    const withReceipt = await attack((files) => put(files, kept), {
      care: 'careful',
      receipts: [makeReceipt(genuine, dropped)],
    });
    expect(named(withReceipt)).toContain('receipt-not-in-box');
  });

  test('added: named while the leaves are the same, counted when they are not', async () => {
    const added = castAnew(['05']);
    const careless = await attack((files) => put(files, [...genuine.lines, added], false));
    expect(named(careless)).toEqual(['ballot-added', 'roll-and-box-differ', ...RECOUNTED, ALTERED]);
    expect(aboutOf(careless, 'ballot-added')).toEqual([added.commitment]);
    const careful = await attack((files) => put(files, [...genuine.lines, added]), {
      care: 'careful',
    });
    expect(named(careful)).toEqual(['ballot-added', 'roll-and-box-differ', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(careful, 'ballot-added')).toEqual(['1']);
  });

  test('added one more time: the same ballot twice', async () => {
    const report = await attack((files) => put(files, [...genuine.lines, genuine.lines[2]!]));
    expect(named(report)[0]).toBe('ballot-twice');
    expect(aboutOf(report, 'ballot-twice')).toContain(genuine.lines[2]!.commitment);
  });

  test('reordered: the line is named', async () => {
    const [first, second, ...rest] = genuine.lines as [BallotLine, BallotLine, ...BallotLine[]];
    const lines = [second, first, ...rest];
    const careless = await attack((files) => files.set('ballots.jsonl', writeLines(lines)));
    expect(named(careless)).toEqual(['ballots-reordered', ALTERED]);
    expect(aboutOf(careless, 'ballots-reordered')).toEqual(['ballots.jsonl:2']);
    const careful = await attack(
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
    const lines = genuine.lines.map((line, at) => (at < 3 ? castAnew(['05'], line) : line));
    for (const care of ['careless', 'careful'] as const) {
      const report = await attack((files) => put(files, lines), { care });
      const last = care === 'careless' ? ALTERED : UNSIGNED;
      expect(named(report)).toEqual(['ballot-replaced', ...RECOUNTED, last]);
    }
  });

  test('that the rules do not allow, though they match their commitments', async () => {
    const invalid = castAnew(['01', '02', '03', '04']);
    const lines = [...genuine.lines.slice(1), invalid];
    const report = await attack((files) => put(files, lines), { care: 'careful' });
    expect(named(report)).toEqual(['ballot-replaced', 'ballot-invalid', ...RECOUNTED, UNSIGNED]);
    expect(aboutOf(report, 'ballot-invalid')).toEqual([invalid.commitment]);
  });
});

describe('V10 what goes with them', () => {
  const edit =
    (name: string, change: (value: never) => unknown) => (files: Map<string, string>) => {
      const value = JSON.parse(files.get(name)!) as never;
      files.set(name, writeCanonical(change(value) ?? value));
    };

  test('labels swapped: both keys are named', async () => {
    const swap = edit('labels.json', (labels: Record<string, string>) => {
      [labels['01'], labels['02']] = [labels['02']!, labels['01']!];
    });
    for (const care of ['careless', 'careful'] as const) {
      const report = await attack(swap, { care });
      expect(named(report)).toEqual(['label-swapped', care === 'careless' ? ALTERED : UNSIGNED]);
      expect(aboutOf(report, 'label-swapped')).toEqual(['01', '02']);
    }
  });

  test('a manifest edited is named, however much is made to agree with it', async () => {
    const cheaper = edit('manifest.json', (manifest: { options: { cost: number }[] }) => {
      manifest.options[4]!.cost = 10_00;
    });
    const careless = await attack(cheaper);
    expect(named(careless)[0]).toBe('manifest-edited');
    expect(named(careless)).not.toContain('ballot-flipped');
    const careful = await attack(
      (files) => {
        cheaper(files);
        const manifest = hashText(files.get('manifest.json')!);
        edit('result.json', (result: object) => ({ ...result, manifest }))(files);
      },
      { care: 'careful' },
    );
    expect(named(careful)[0]).toBe('manifest-edited');
    expect(named(careful)).toContain('manifest-signature');
    expect(named(careful)).not.toContain('ballot-flipped');
  });

  test('receipts forged, of another poll, or not in the box', async () => {
    const receipt = makeReceipt(genuine, genuine.lines[0]!);
    const forged = receipt.replace(genuine.lines[0]!.commitment, genuine.lines[1]!.commitment);
    const { privateKey } = generateKeyPairSync('ed25519');
    const receipts = [
      forged,
      makeReceipt({ ...genuine, key: privateKey }, genuine.lines[0]!),
      makeReceipt({ ...genuine, manifestHash: 'ab'.repeat(32) }, genuine.lines[0]!),
      makeReceipt(genuine, castAnew(['01'])),
      writeTrackingCode(fromHex('ef'.repeat(32))!),
      receipt,
    ];
    const report = await attack(() => {}, { receipts });
    expect(named(report)).toEqual(['receipt-forged', 'receipt-not-in-box']);
    expect(aboutOf(report, 'receipt-forged').map((about) => about![0])).toEqual(['1', '2', '3']);
    expect(aboutOf(report, 'receipt-not-in-box').map((about) => about![0])).toEqual(['4', '5']);
  });

  test('heads missing, forged, or of a box that shrinks', async () => {
    const dropFirst = edit('heads.json', (heads: MadeHead[]) => heads.slice(1));
    expect(named(await attack(dropFirst))).toEqual(['head-missing', ALTERED]);
    const dropLast = edit('heads.json', (heads: MadeHead[]) => heads.slice(0, 1));
    expect(named(await attack(dropLast, { care: 'careful' }))).toEqual(['head-missing', UNSIGNED]);
    const forge = edit('heads.json', (heads: MadeHead[]) => {
      heads[0]!.ballots = 1;
    });
    const forged = await attack(forge, { care: 'careful' });
    expect(named(forged)).toEqual(['head-forged', UNSIGNED]);
    expect(aboutOf(forged, 'head-forged')).toEqual(['2026-03-09T12:00:00.000Z']);
  });

  test('a box that shrank is named even when the house itself signed it', async () => {
    const poll = (JSON.parse(genuine.files.get('manifest.json')!) as { poll: string }).poll;
    const few = genuine.lines.slice(0, 3);
    const files = new Map(genuine.files).set(
      'heads.json',
      writeCanonical([
        signHead(genuine.key, poll, '2026-03-09T12:00:00.000Z', genuine.lines.slice(0, 5)),
        signHead(genuine.key, poll, '2026-03-10T12:00:00.000Z', few),
        signHead(genuine.key, poll, '2026-03-16T17:00:01.000Z', genuine.lines),
      ]),
    );
    const report = await verifyBundle(packFiles(signContents({ ...genuine, files })));
    expect(named(report)).toEqual(['head-shrinks']);
    expect(aboutOf(report, 'head-shrinks')).toEqual(['2026-03-10T12:00:00.000Z']);
  });

  test('a stuffed box whose roll does not follow', async () => {
    const fewer = edit('record.json', (record: { turnout: { voters: number } }) => {
      record.turnout.voters = 12;
    });
    expect(named(await attack(fewer, { care: 'careful' }))).toEqual([
      'roll-and-box-differ',
      UNSIGNED,
    ]);
  });

  test('a winner swapped, a payment changed, a figure changed', async () => {
    type Result = {
      winners: string[];
      envelopes: {
        winners: string[];
        left: number;
        tally: { rounds: { price: string }[]; completion: { turns: { left: number }[] } };
      }[];
    };
    const swapped = await attack(
      edit('result.json', (result: Result) => {
        for (const held of [result, result.envelopes[0]!])
          held.winners = held.winners.map((key) => (key === '03' ? '05' : key));
      }),
      { care: 'careful' },
    );
    expect(named(swapped)).toEqual(['wrong-result', UNSIGNED]);
    expect(swapped.faults[0]!.words).toContain('les lauréats, publié');
    const paid = await attack(
      edit('result.json', (result: Result) => {
        result.envelopes[0]!.tally.rounds[0]!.price = '1/1';
      }),
      { care: 'careful' },
    );
    expect(named(paid)).toEqual(['wrong-trace', UNSIGNED]);
    expect(paid.faults[0]!.words).toContain('les paiements de');
    const left = await attack(
      edit('result.json', (result: Result) => {
        result.envelopes[0]!.left += 1;
        result.envelopes[0]!.tally.completion.turns[0]!.left += 1;
      }),
      { care: 'careful' },
    );
    expect(named(left)).toEqual(['wrong-result', 'wrong-trace', UNSIGNED]);
  });

  test('files missing, changed or added', async () => {
    expect(named(await attack((files) => files.delete('LISEZ-MOI.txt')))).toEqual(['file-missing']);
    expect(named(await attack((files) => files.set('LISEZ-MOI.txt', 'x')))).toEqual([ALTERED]);
    expect(named(await attack((files) => files.set('x.txt', 'x')))).toEqual(['file-unexpected']);
    for (const name of signContents(genuine).keys())
      expect(named(await attack((files) => files.delete(name))), name).toContain('file-missing');
  });

  test('another poll made up as a whole is told by the key, the hash or a receipt', async () => {
    const poll = makeFrozenPoll({ options: makeOptions(5), rule: 'greedy', envelope: 300_00 });
    const made = makeBundle({ poll, ballots: [['01'], ['02']] });
    const whole = packFiles(signContents(made));
    expect(await verifyBundle(whole)).toMatchObject({ verdict: 'sound', notes: [{}] });
    const { verifyKey: key, manifestHash } = genuine;
    expect(named(await verifyBundle(whole, { key }))).toEqual(['key-differs']);
    expect(named(await verifyBundle(whole, { manifestHash }))).toEqual(['manifest-edited']);
    const receipts = [makeReceipt(genuine, genuine.lines[0]!)];
    expect(named(await verifyBundle(whole, { receipts }))).toEqual(['receipt-forged']);
  });
});
