import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BrandShades, deriveBrand, grounds } from './brand.ts';
import { fromOklch, measureContrast, readHex, toOklch, writeHex } from './colour.ts';

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((rgb) => writeHex(rgb.map((value) => value / 255) as unknown as [number, number, number]));

const contrast = (one: string, other: string): number =>
  measureContrast(readHex(one)!, readHex(other)!);

/** What tokens.test.ts asks of the default colour, asked of any. */
function expectReadable(shades: BrandShades, ground: { paper: string; card: string }) {
  for (const back of [ground.paper, ground.card]) {
    expect(contrast(shades.brand, back)).toBeGreaterThanOrEqual(3);
    expect(contrast(shades.strong, back)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(shades.strong, shades.soft)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shades.brand, shades.soft)).toBeGreaterThanOrEqual(3);
  expect(contrast(shades.on, shades.brand)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shades.on, shades.strong)).toBeGreaterThanOrEqual(4.5);
}

describe('deriveBrand', () => {
  test('every accepted colour reads in light and dark; every other is refused for its contrast', () => {
    let accepted = 0;
    fc.assert(
      fc.property(hex, (given) => {
        const brand = deriveBrand(given);
        if (!brand.ok) {
          expect(brand.refusal).toBe('colour-without-contrast');
          expect(contrast(given, grounds.light.paper)).toBeLessThan(4.5);
          return;
        }
        accepted += 1;
        expect(brand.light.brand).toBe(given);
        expectReadable(brand.light, grounds.light);
        expectReadable(brand.dark, grounds.dark);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('ink and the notes keep their contrast on the pale ground of any colour', () => {
    fc.assert(
      fc.property(hex, (given) => {
        const brand = deriveBrand(given);
        if (!brand.ok) return;
        expect(contrast('#1d2321', brand.light.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#b4491f', brand.light.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#eeece5', brand.dark.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#f0966f', brand.dark.soft)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['#ffd200', '#FFFFFF', '#8fd3ff'])(
    '%s is refused: white cannot be read on it',
    (given) => {
      expect(deriveBrand(given)).toEqual({ ok: false, refusal: 'colour-without-contrast' });
    },
  );

  test.each(['', 'green', '#12', '#1234567', 'red;}body{display:none'])(
    '%j is no colour',
    (given) => {
      expect(deriveBrand(given)).toEqual({ ok: false, refusal: 'not-a-colour' });
    },
  );

  test('the stylesheet holds nothing but hex codes, plain ones first', () => {
    const brand = deriveBrand('#1b6b3a');
    if (!brand.ok) throw new Error(brand.refusal);
    expect(brand.css).toMatch(
      /^:root\{(--[a-z-]+:#[0-9a-f]{6};?){5}\}@supports\(color:light-dark\(#000,#fff\)\)\{:root\{(--[a-z-]+:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\);?){5}\}\}$/,
    );
  });

  test('a colour survives the way to OKLCH and back', () => {
    fc.assert(
      fc.property(hex, (given) => {
        expect(writeHex(fromOklch(toOklch(readHex(given)!)))).toBe(given);
      }),
    );
  });
});
