import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../box/commitment.ts';
import { readKept, writeTrackingCode } from './tracking-code.ts';

const COMMITMENT = '0123456789abcdef'.repeat(4);
const POLL = '3f0c1e9a-2222-4333-8444-abcdefabcdef';
const line = (more: object = {}) =>
  JSON.stringify({ commitment: COMMITMENT, manifest: 'f'.repeat(64), poll: POLL, ...more });

const read = (typed: string) => {
  const kept = readKept(typed);
  return kept && { commitment: toHex(kept.commitment), poll: kept.poll };
};

describe('what was kept of a receipt', () => {
  it('is read from the code, whatever its spaces and its case', () => {
    const code = writeTrackingCode(fromHex(COMMITMENT)!);
    const grouped = code.match(/.{4}/g)!.join(' ').toLowerCase();
    for (const typed of [code, grouped, ` ${grouped}\n`])
      expect(read(typed)).toEqual({ commitment: COMMITMENT, poll: null });
  });

  it('is read from the signed line, cut in pieces or not, with the poll that it names', () => {
    for (const typed of [
      line(),
      ` ${line()} `,
      line()
        .match(/.{1,40}/g)!
        .join('\n'),
    ])
      expect(read(typed)).toEqual({ commitment: COMMITMENT, poll: POLL });
  });

  it.each([
    ['nothing', ''],
    ['words', 'mon bulletin'],
    ['a code cut short', '0123 4567'],
    ['a broken line', line().slice(0, -5)],
    ['a line without its poll', JSON.stringify({ commitment: COMMITMENT })],
    ['a commitment that is none', line({ commitment: 'abc' })],
    ['a commitment that is no text', line({ commitment: 7 })],
    ['a deep one', '{"a":'.repeat(400)],
    ['a list', '[]'],
    ['null', '{null'],
    ['a megabyte', `{"commitment":"${'a'.repeat(1_000_000)}"}`],
  ])('is not read from %s', (_, typed) => {
    expect(readKept(typed)).toBeNull();
  });
});
