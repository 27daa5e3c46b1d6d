import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashText, writeCanonical } from '../../src/rooms/polls/box/box.crypto.ts';
import { fromHex } from '../../src/rooms/polls/box/commitment.ts';
import { writeTrackingCode } from '../../src/rooms/polls/receipt/tracking-code.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import {
  ALTERED,
  aboutOf,
  attack,
  castAnew,
  makeGenuine,
  named,
  UNSIGNED,
} from '../make/attacks.ts';
import {
  type MadeBundle,
  type MadeHead,
  makeBundle,
  makeReceipt,
  packFiles,
  signContents,
  signHead,
} from '../make/bundle.ts';
import { makeFrozenPoll } from '../make/counted-polls.ts';
import { makeOptions } from '../make/terms.ts';

/** V10 what goes with the ballots, attacked: labels, terms, receipts, heads, roll, result, files. */

let genuine: MadeBundle;
beforeAll(() => {
  genuine = makeGenuine();
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
      const report = await attack(genuine, swap, { care });
      expect(named(report)).toEqual(['label-swapped', care === 'careless' ? ALTERED : UNSIGNED]);
      expect(aboutOf(report, 'label-swapped')).toEqual(['01', '02']);
    }
  });

  test('a manifest edited is named, however much is made to agree with it', async () => {
    const cheaper = edit('manifest.json', (manifest: { options: { cost: number }[] }) => {
      manifest.options[4]!.cost = 10_00;
    });
    const careless = await attack(genuine, cheaper);
    expect(named(careless)[0]).toBe('manifest-edited');
    expect(named(careless)).not.toContain('ballot-flipped');
    const careful = await attack(
      genuine,
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
      makeReceipt(genuine, castAnew(genuine, ['01'])),
      writeTrackingCode(fromHex('ef'.repeat(32))!),
      receipt,
    ];
    const report = await attack(genuine, () => {}, { receipts });
    expect(named(report)).toEqual(['receipt-forged', 'receipt-not-in-box']);
    expect(aboutOf(report, 'receipt-forged').map((about) => about![0])).toEqual(['1', '2', '3']);
    expect(aboutOf(report, 'receipt-not-in-box').map((about) => about![0])).toEqual(['4', '5']);
  });

  test('heads missing, forged, or of a box that shrinks', async () => {
    const dropFirst = edit('heads.json', (heads: MadeHead[]) => heads.slice(1));
    expect(named(await attack(genuine, dropFirst))).toEqual(['head-missing', ALTERED]);
    const dropLast = edit('heads.json', (heads: MadeHead[]) => heads.slice(0, 1));
    expect(named(await attack(genuine, dropLast, { care: 'careful' }))).toEqual([
      'head-missing',
      UNSIGNED,
    ]);
    const forge = edit('heads.json', (heads: MadeHead[]) => {
      heads[0]!.ballots = 1;
    });
    const forged = await attack(genuine, forge, { care: 'careful' });
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

  test('V6 V10 ballots leave the box only as withdrawn, named in the record, and never come back', async () => {
    const poll = (JSON.parse(genuine.files.get('manifest.json')!) as { poll: string }).poll;
    const { lines } = genuine;
    const gone = { commitment: 'a'.repeat(64), reason: 'paper' };
    const report = (first: number, last: number, withdrawn: unknown[]) => {
      const heads = [
        signHead(genuine.key, poll, '2026-03-09T12:00:00.000Z', lines.slice(0, 5)),
        signHead(genuine.key, poll, '2026-03-10T12:00:00.000Z', lines.slice(0, 4), first),
        signHead(genuine.key, poll, '2026-03-16T17:00:01.000Z', lines, last),
      ];
      const record = { ...JSON.parse(genuine.files.get('record.json')!), withdrawn };
      const files = new Map(genuine.files)
        .set('heads.json', writeCanonical(heads))
        .set('record.json', writeCanonical(record));
      return verifyBundle(packFiles(signContents({ ...genuine, files })));
    };
    expect(named(await report(1, 1, [gone]))).toEqual([]);
    expect(named(await report(0, 0, []))).toEqual(['head-shrinks']);
    expect(named(await report(2, 1, [gone]))).toEqual(['head-shrinks']);
    expect(named(await report(1, 1, []))).toEqual(['withdrawn-differ']);
    const kept = { commitment: lines[0]!.commitment, reason: 'paper' };
    expect(named(await report(1, 1, [kept]))).toEqual(['withdrawn-in-box']);
  });

  test('a stuffed box whose roll does not follow', async () => {
    const fewer = edit('record.json', (record: { turnout: { voters: number } }) => {
      record.turnout.voters = 12;
    });
    expect(named(await attack(genuine, fewer, { care: 'careful' }))).toEqual([
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
      genuine,
      edit('result.json', (result: Result) => {
        for (const held of [result, result.envelopes[0]!])
          held.winners = held.winners.map((key) => (key === '03' ? '05' : key));
      }),
      { care: 'careful' },
    );
    expect(named(swapped)).toEqual(['wrong-result', UNSIGNED]);
    expect(swapped.faults[0]!.words).toContain('les lauréats, publié');
    const paid = await attack(
      genuine,
      edit('result.json', (result: Result) => {
        result.envelopes[0]!.tally.rounds[0]!.price = '1/1';
      }),
      { care: 'careful' },
    );
    expect(named(paid)).toEqual(['wrong-trace', UNSIGNED]);
    expect(paid.faults[0]!.words).toContain('les paiements de');
    const left = await attack(
      genuine,
      edit('result.json', (result: Result) => {
        result.envelopes[0]!.left += 1;
        result.envelopes[0]!.tally.completion.turns[0]!.left += 1;
      }),
      { care: 'careful' },
    );
    expect(named(left)).toEqual(['wrong-result', 'wrong-trace', UNSIGNED]);
  });

  test('files missing, changed or added', async () => {
    expect(named(await attack(genuine, (files) => files.delete('LISEZ-MOI.txt')))).toEqual([
      'file-missing',
    ]);
    expect(named(await attack(genuine, (files) => files.set('LISEZ-MOI.txt', 'x')))).toEqual([
      ALTERED,
    ]);
    expect(named(await attack(genuine, (files) => files.set('x.txt', 'x')))).toEqual([
      'file-unexpected',
    ]);
    for (const name of signContents(genuine).keys())
      expect(named(await attack(genuine, (files) => files.delete(name))), name).toContain(
        'file-missing',
      );
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
