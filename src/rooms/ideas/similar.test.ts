import { describe, expect, it } from 'vitest';
import { type Candidate, chooseWords, rankSimilar, type Word } from './similar.ts';

const word = (stem: string, frequency: number, inTitle = false): Word => ({
  stem,
  frequency,
  inTitle,
});
const candidate = (id: string, rest: Partial<Candidate>): Candidate => ({
  id,
  inTitle: [],
  inText: [],
  titleLikeness: 0,
  ...rest,
});

describe('R113 similar ideas', () => {
  const words = [word('verg', 0.001, true), word('parc', 0.3, true), word('pommi', 0.002)];

  it('the rarest words first, those of the title before', () => {
    expect(chooseWords(words).map(({ stem }) => stem)).toEqual(['verg', 'pommi', 'parc']);
    expect(chooseWords(words, 1)).toHaveLength(1);
  });

  it('a shared rare word counts more than a shared common one', () => {
    expect(
      rankSimilar(words, [
        candidate('common', { inTitle: ['parc'], inText: ['parc'] }),
        candidate('rare', { inTitle: ['verg'], inText: ['verg', 'pommi'] }),
        candidate('nothing', {}),
      ]),
    ).toEqual(['rare']);
  });

  it('what is mistyped is still found by its letters', () => {
    expect(rankSimilar(words, [candidate('typo', { titleLikeness: 0.5 })])).toEqual(['typo']);
  });

  it('ten at most, the closest first, always in the same order', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      candidate(`${index}`, { titleLikeness: 0.4 + index / 100 }),
    );
    const ranked = rankSimilar(words, many);
    expect(ranked).toHaveLength(10);
    expect(ranked[0]).toBe('29');
    expect(rankSimilar(words, [...many].reverse())).toEqual(ranked);
  });
});
