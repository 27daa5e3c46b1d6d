import { describe, expect, it } from 'vitest';
import { type Candidate, rankSimilar, type Word } from './draft.ts';
import { chooseProbes, writeProbe } from './probes.ts';

const TOTAL = 10_000;
const word = (stem: string, ideas: number, inTitle = false): Word => ({ stem, ideas, inTitle });
const candidate = (id: string, rest: Partial<Candidate>): Candidate => ({
  id,
  inTitle: [],
  inText: [],
  titleLikeness: 0,
  ...rest,
});

describe('R113 similar ideas', () => {
  const words = [word('verg', 10, true), word('parc', 3000, true), word('pommi', 20)];

  it('a shared rare word counts more than a shared common one', () => {
    expect(
      rankSimilar(
        words,
        [
          candidate('common', { inTitle: ['parc'], inText: ['parc'] }),
          candidate('rare', { inTitle: ['verg'], inText: ['verg', 'pommi'] }),
          candidate('nothing', {}),
        ],
        TOTAL,
      ),
    ).toEqual(['rare']);
  });

  it('what is mistyped is still found by its letters', () => {
    expect(rankSimilar(words, [candidate('typo', { titleLikeness: 0.5 })], TOTAL)).toEqual([
      'typo',
    ]);
  });

  it('R113 a board asks for more likeness, or for less', () => {
    const some = [0.25, 0.5, 0.9].map((titleLikeness) =>
      candidate(`${titleLikeness}`, { titleLikeness }),
    );
    expect(rankSimilar(words, some, TOTAL, 'broad')).toEqual(['0.9', '0.5', '0.25']);
    expect(rankSimilar(words, some, TOTAL)).toEqual(['0.9', '0.5']);
    expect(rankSimilar(words, some, TOTAL, 'strict')).toEqual(['0.9']);
  });

  it('ten at most, the closest first, always in the same order', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      candidate(`${index}`, { titleLikeness: 0.4 + index / 100 }),
    );
    const ranked = rankSimilar(words, many, TOTAL);
    expect(ranked).toHaveLength(10);
    expect(ranked[0]).toBe('29');
    expect(rankSimilar(words, [...many].reverse(), TOTAL)).toEqual(ranked);
  });

  it('of hundreds that have the same title, those that share the text come first', () => {
    const same = { inTitle: ['verg', 'parc'], titleLikeness: 1 };
    const many = Array.from({ length: 300 }, (_, index) =>
      candidate(`${index}`, { ...same, inText: ['verg', 'parc'] }),
    );
    many.push(candidate('same text', { ...same, inText: ['verg', 'parc', 'pommi'] }));
    expect(rankSimilar(words, many, TOTAL)[0]).toBe('same text');
  });

  it('another title over the same text is found too', () => {
    const typed = [
      word('banc', 400, true),
      ...['a', 'b', 'c', 'd', 'e'].map((stem) => word(stem, 5)),
    ];
    expect(
      rankSimilar(
        typed,
        [
          candidate('title', { inTitle: ['banc'], inText: ['banc'], titleLikeness: 0.6 }),
          candidate('text', { inText: ['a', 'b', 'c', 'd', 'e'] }),
        ],
        TOTAL,
      ),
    ).toEqual(['text', 'title']);
  });
});

describe('R113 what is read to find them is capped before it is ranked', () => {
  const read = (probes: readonly { stems: readonly string[] }[]) =>
    probes.map(({ stems }) => stems.join(' '));

  it('the words of the title together, then the rarest one by one while they stay under the cap', () => {
    const words = [
      word('parc', 3000, true),
      word('verg', 10, true),
      word('pommi', 1980),
      word('rar', 20),
    ];
    const probes = chooseProbes(words, 1_000_000, 2000);
    expect(read(probes).slice(0, 3)).toEqual(['verg parc', 'verg', 'rar']);
    expect(read(probes)).not.toContain('pommi');
    expect(read(probes)).not.toContain('parc');
  });

  it('words that are all common are asked for two by two, the rarest pairs first', () => {
    const words = [word('parc', 3000), word('banc', 4000), word('enfant', 5000)];
    expect(read(chooseProbes(words, 100_000, 2000))).toEqual([
      'parc banc',
      'parc enfant',
      'banc enfant',
    ]);
    expect(read(chooseProbes(words, 100_000, 500))).toEqual(['parc banc']);
    expect(read(chooseProbes(words, 5000, 500))).toEqual([]);
  });

  it('a word that stands nowhere is not looked for', () => {
    expect(chooseProbes([word('nulle', 0, true)], TOTAL)).toEqual([]);
  });

  it('whatever a word holds, it is one word of the query', () => {
    expect(writeProbe({ stems: ["l'eau", 'c:\\x', '&'] })).toBe("'l''eau' & 'c:\\\\x' & '&'");
  });
});
