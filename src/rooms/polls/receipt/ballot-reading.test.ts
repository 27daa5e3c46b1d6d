import { describe, expect, it } from 'vitest';
import type { Choices } from '../ballot/ballot.ts';
import type { Option, Poll } from '../poll.ts';
import { readVotesFilter } from '../result/public-votes.ts';
import { readBallot } from './ballot-reading.ts';

const options = ['1', '2', '3'].map((key) => ({ key, label: `Projet ${key}` }) as Option);
const read = (kind: Poll['kind'], choices: Choices) =>
  readBallot({ kind, options }, choices).map(({ number, value }) => [number, value]);

describe('a ballot read back', () => {
  it('says what was chosen, ranked, given or answered, per kind of ballot', () => {
    expect(read('approval', ['1', '3'])).toEqual([
      [1, null],
      [3, null],
    ]);
    expect(read('ordinal', ['3', '1'])).toEqual([
      [3, 1],
      [1, 2],
    ]);
    const pointed = [
      ['1', 2],
      ['2', 5],
      ['3', 2],
    ] as const;
    expect(read('cumulative', pointed)).toEqual([
      [2, 5],
      [1, 2],
      [3, 2],
    ]);
    expect(read('approval', [])).toEqual([]);
  });
});

describe('what an address asks of the list of a public vote', () => {
  const filter = (query: string) => readVotesFilter(new URLSearchParams(query));
  const at = 'ab'.repeat(32);

  it('reads a search and a place in the list', () => {
    expect(filter(`recherche=%20Odile%0A&apres=${at}`)).toEqual({
      search: 'Odile',
      from: { direction: 'after', commitment: at },
    });
    expect(filter(`avant=${at}`).from).toEqual({ direction: 'before', commitment: at });
  });

  it('W1 leaves out what makes no sense', () => {
    for (const query of ['', 'apres=12', "apres='--", `apres=${at.toUpperCase()}`, 'avant=%00'])
      expect(filter(query).from).toBeNull();
    expect(filter(`recherche=${'a'.repeat(5000)}`).search).toHaveLength(100);
  });
});
