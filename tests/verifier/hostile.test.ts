import { Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeCanonical } from '../../src/rooms/polls/box/box.crypto.ts';
import { type Asked, verifyBundle } from '../../src/verifier/verify.ts';
import { MOST, Unusable } from '../../src/verifier/zip.ts';
import { makeBundle, packBundle, packFiles, signContents } from '../make/bundle.ts';
import { makeFrozenPoll } from '../make/counted-polls.ts';
import { makeOptions } from '../make/terms.ts';

/** W7, W14: archives made to break whoever opens them. A word in the end, always; never a crash, never a hang. */

const poll = makeFrozenPoll({ options: makeOptions(4), envelope: 300_00 });
const made = makeBundle({ poll, ballots: [['01'], ['01', '02'], ['03']] });
const good = packBundle(made);

/** `unusable`, or the names of the faults, each once. */
async function judge(archive: Uint8Array, asked: Asked = {}): Promise<string[]> {
  try {
    const { faults } = await verifyBundle(archive, asked);
    return [...new Set(faults.map(({ id }) => id))];
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return ['unusable'];
  }
}

const withFile = (name: string, content: string | Uint8Array) =>
  packFiles(new Map<string, string | Uint8Array>([...signContents(made), [name, content]]));

describe('archives', () => {
  test('nothing, noise and pages are no archive', async () => {
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(21),
      new Uint8Array(70_000).fill(80),
      Buffer.from('<!doctype html><h1>404</h1>'.repeat(40)),
    ])
      expect(await judge(bytes)).toEqual(['unusable']);
  });

  test('truncated anywhere, or with any byte changed, it is told; never taken for sound', async () => {
    for (let length = 0; length < good.length; length += 97)
      expect(await judge(good.subarray(0, length)), `${length}`).toEqual(['unusable']);
    for (let at = 0; at < good.length; at += 41) {
      const bytes = good.slice();
      bytes[at]! ^= 0x55;
      const told = await judge(bytes);
      const same = told.length === 0;
      // dates, versions and the like say nothing about the files
      if (same) expect((await verifyBundle(bytes)).verdict).toBe('sound');
    }
  });

  test('a bomb does not unfold', async () => {
    const zeros = new Uint8Array(64 * 2 ** 20);
    const bomb = zipSync({ 'manifest.json': zeros }, { level: 9 });
    // it says to be small
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect(await judge(bomb)).toEqual(['unusable']);
    const announced = bomb.slice();
    const liar = new DataView(announced.buffer);
    for (let at = 0; at < announced.length - 46; at += 1)
      if (liar.getUint32(at, true) === 0x02014b50) liar.setUint32(at + 24, MOST.unpacked + 1, true);
    expect(await judge(announced)).toEqual(['unusable']);
  });

  test('too many files are refused', async () => {
    const files = Object.fromEntries(
      Array.from({ length: MOST.files + 1 }, (_, at) => [`${at}`, new Uint8Array()]),
    );
    expect(await judge(zipSync(files))).toEqual(['unusable']);
  });

  test('folders in names mean nothing, and nothing is written by them', async () => {
    const files = [...signContents(made)];
    const moved = files.map(([name, text]): [string, string] => [`../../urne-2026/${name}`, text]);
    const mac: [string, string][] = [
      ['__MACOSX/._bundle.json', 'x'],
      ['urne/.DS_Store', 'x'],
    ];
    expect(await judge(packFiles(new Map([...moved, ...mac])))).toEqual([]);
  });

  test('the same name twice is a fault of its own', async () => {
    const parts: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => parts.push(chunk));
    const held = [...signContents(made), ['result.json', '{}'] as const];
    for (const [name, text] of held) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(Buffer.from(text), true);
    }
    zip.end();
    expect(await judge(Buffer.concat(parts))).toEqual(['file-twice']);
    const twice = packFiles(new Map([...signContents(made), ['a/result.json', '{}']]));
    expect(await judge(twice)).toEqual(['file-twice']);
  });
});

describe('files', () => {
  const named = [...signContents(made).keys()].filter((name) => name !== 'LISEZ-MOI.txt');

  test.each(named)('%s that is no JSON, or of another shape, is named', async (name) => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const huge = `{"ballots":1${'0'.repeat(400)}}`;
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '"x"',
      '\u0000',
      deep,
      huge,
      '{"a":1,"a":2}',
    ]) {
      const told = await judge(withFile(name, text));
      expect(told, text.slice(0, 20)).not.toEqual([]);
    }
    const notUtf8 = Uint8Array.of(0x22, 0xff, 0xfe, 0x22);
    expect(await judge(withFile(name, notUtf8))).not.toEqual([]);
  });

  test('a key that stands twice is told, whoever reads which', async () => {
    const text = made.files.get('result.json')!;
    const twice = text.replace('"format"', '"winners":["03"],"format"');
    expect(await judge(withFile('result.json', twice))).toContain('file-unreadable');
    const [line] = made.files.get('ballots.jsonl')!.split('\n') as [string];
    const doubled = line.replace('"choices"', '"choices":["03"],"choices"');
    const ballots = made.files.get('ballots.jsonl')!.replace(line, doubled);
    expect(await judge(withFile('ballots.jsonl', ballots))).toContain('file-unreadable');
  });

  test('a manifest that would keep anybody busy for ever is not counted', async () => {
    const manifest = JSON.parse(made.files.get('manifest.json')!) as { options: object[] };
    const [option] = manifest.options as [object];
    const options = Array.from({ length: 6_000 }, (_, at) => ({ ...option, key: `${at}` }));
    const told = await judge(withFile('manifest.json', writeCanonical({ ...manifest, options })));
    expect(told).toContain('manifest-edited');
  });

  test('keys called __proto__, constructor or toString are keys like others', async () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const options = makeOptions(4).map((option, at) => ({ ...option, key: keys[at]! }));
    const odd = makeBundle({
      poll: makeFrozenPoll({ options, envelope: 300_00, rule: 'mes-cost-add1u' }),
      ballots: [['__proto__'], ['__proto__', 'constructor'], ['toString']],
    });
    const labels = options.map(
      ({ key, label }) => `${JSON.stringify(key)}:${JSON.stringify(label)}`,
    );
    odd.files.set('labels.json', `{${labels.sort().join(',')}}`);
    expect(await judge(packBundle(odd))).toEqual([]);
    expect(({} as Record<string, unknown>).label).toBeUndefined();
  });

  test('words of a file reach the reader without control characters', async () => {
    const labels = JSON.parse(made.files.get('labels.json')!) as Record<string, string>;
    const text = writeCanonical({ ...labels, '\u001b[2J\u202e\n': 'x' });
    const { faults } = await verifyBundle(withFile('labels.json', text));
    for (const { words, words_en } of faults)
      expect(words + words_en).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

test('receipts that are none are asked wrongly', async () => {
  for (const text of ['', 'x', '{}', '[1]', '{"commitment":3}', 'É'.repeat(52), '0'.repeat(53)])
    expect(await judge(good, { receipts: [text] }), text).toEqual(['unusable']);
});
