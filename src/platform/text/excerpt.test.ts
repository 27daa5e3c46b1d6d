import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('the beginning of a text', () => {
  it('is the whole of a short one, on one line', () => {
    expect(excerptOf(' Un banc\n\nà l’ombre. ')).toBe('Un banc à l’ombre.');
  });

  it('ends with a whole word', () => {
    expect(excerptOf('Planter des tilleuls', 15)).toBe('Planter des…');
    expect(excerptOf('Planter des tilleuls', 11)).toBe('Planter des…');
  });

  it('W12 never cuts a sign in two, even in one long word', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(excerptOf(family.repeat(3), family.length + 3)).toBe(`${family}…`);
    const sign = fc.constantFrom('a', 'é', ' ', family, '\u{1f33b}', 'n\u0303');
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 40 }),
        fc.integer({ min: 12, max: 30 }),
        (signs, length) => {
          const line = signs.join('').replaceAll(/\s+/g, ' ').trim();
          const cut = excerptOf(line, length);
          expect(cut.length).toBeLessThanOrEqual(length + 1);
          expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|\u200d…$/);
          expect(line.startsWith(cut.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });
});
