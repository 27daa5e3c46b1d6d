import { describe, expect, it } from 'vitest';
import { type BallotGroup, findSameBallots, findSingleBlocks } from './patterns.ts';

const group = (
  keys: string,
  times: number,
  channel: BallotGroup['channel'] = 'online',
): BallotGroup => ({ keys: keys.split(''), times, channel });

describe('ballots that have much in common', () => {
  it('Poznań: hundreds of ballots for one project alone stand out from the whole', () => {
    const people = [
      group('ab', 200),
      group('bc', 200),
      group('ac', 150),
      group('a', 30),
      group('c', 40),
    ];
    expect(findSingleBlocks(people).filter(({ flagged }) => flagged)).toEqual([]);
    const [first] = findSingleBlocks([...people, group('z', 300)]);
    expect(first).toMatchObject({ key: 'z', naming: 300, alone: 300, flagged: true });
    expect(first!.expected).toBeLessThan(30);
  });

  it('each channel is compared with itself: one project on each paper is a rule, not a block', () => {
    const online = [group('ab', 500), group('ac', 500)];
    const paper = [group('a', 100, 'paper'), group('b', 100, 'paper')];
    expect(findSingleBlocks([...online, ...paper]).filter(({ flagged }) => flagged)).toEqual([]);
  });

  it('fewer than ten ballots are never told', () => {
    expect(findSingleBlocks([group('ab', 500), group('c', 9)])).toEqual([]);
    expect(findSameBallots([group('ab', 500), group('cde', 9)])).toEqual([]);
  });

  it('long ballots that are the same are compared with what chance gives', () => {
    const letters = 'abcdefgh';
    const triples: BallotGroup[] = [];
    for (let one = 0; one < 8; one += 1)
      for (let two = one + 1; two < 8; two += 1)
        for (let three = two + 1; three < 8; three += 1)
          triples.push(group(letters[one]! + letters[two]! + letters[three]!, 20));
    // 56 sets of three, each as likely as the others
    for (const { expected, flagged } of findSameBallots(triples)) {
      expect(expected).toBeCloseTo(20, 6);
      expect(flagged).toBe(false);
    }
    const [first] = findSameBallots([...triples, group('abc', 80)]);
    expect(first).toMatchObject({ keys: ['a', 'b', 'c'], times: 80, flagged: true });
  });
});
