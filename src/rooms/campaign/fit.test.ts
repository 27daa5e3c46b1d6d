import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLettering } from '../../platform/pdf/lettering.ts';
import { type Box, fitWords, keepLegible } from './fit.ts';

/** Every sign is as wide as half its size. */
const measure = (words: string) => [...words].length * 0.5;
const box: Box = { width: 100, height: 60, largest: 40, smallest: 8, leading: 1.2 };

describe('R51 words set into a box', () => {
  it('are as large as they fit, on as few lines as that takes', () => {
    expect(fitWords('Verger', { ...box, height: 48 }, measure)).toMatchObject({
      lines: ['Verger'],
      whole: true,
    });
    const { size, lines } = fitWords('Un verger pour l’école des Tilleuls', box, measure);
    expect(lines.join(' ')).toBe('Un verger pour l’école des Tilleuls');
    expect(size).toBeGreaterThan(10);
  });

  it('a word wider than a line is cut, never inside a letter', () => {
    const { lines } = fitWords('👩‍👩‍👧'.repeat(30), { ...box, height: 1000 }, measure);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.replaceAll('👩‍👩‍👧', '')).toBe('');
  });

  it('no word is cut where a smaller size lets it stand whole, and an address is one word', () => {
    const { lines } = fitWords('Anticonstitutionnellement vôtre', { ...box, height: 500 }, measure);
    expect(lines).toEqual(['Anticonstitutionnellement', 'vôtre']);
    const town = fitWords('Fleury-sur-Loire', { ...box, width: 60, height: 500 }, measure);
    expect(town.lines.join('')).toBe('Fleury-sur-Loire');
    expect(town.lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
    const address = fitWords('bp-fleury.fr/2026', box, measure);
    expect(address.lines).toHaveLength(1);
  });

  it('each word is measured once, however long the text and however many sizes are tried', () => {
    const asked: string[] = [];
    const text = Array.from({ length: 5000 }, (_, at) => `mot${at}`).join(' ');
    fitWords(text, box, (words) => {
      asked.push(words);
      return measure(words);
    });
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('what has no room ends in an ellipsis', () => {
    const fitted = fitWords('mot '.repeat(200), box, measure);
    expect(fitted.whole).toBe(false);
    expect(fitted.size).toBe(8);
    expect(fitted.lines.at(-1)).toMatch(/…$/);
  });

  it('never stand beyond an edge, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (words) => {
        const { size, lines } = fitWords(words, box, measure);
        expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height);
        // one sign wider than the whole box cannot be made narrower
        for (const line of lines)
          if ([...line].length > 12)
            expect(measure(line) * size).toBeLessThanOrEqual(box.width * 1.001);
      }),
      { numRuns: 200 },
    );
  });

  it('leave out signs that no face has; a title in another script is not read at all', () => {
    const { knows } = openLettering(process.cwd());
    expect(keepLegible('🌳 Un  verger 🍎', knows)).toBe('Un verger');
    expect(keepLegible('Cœur d’Œuvre – Łódź', knows)).toBe('Cœur d’Œuvre – Łódź');
    expect(keepLegible('حديقة مشتركة', knows)).toBeNull();
    expect(keepLegible('🌳🌳', knows)).toBeNull();
    expect(keepLegible('a\u202eb', knows)).toBe('ab');
  });
});
