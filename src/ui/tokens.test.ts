import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureContrast, readHex } from './colour.ts';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Every token, as browsers with and without `light-dark()` read it. */
function readTokens() {
  const plain: Record<string, string> = {};
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const [, name, value] of sheet.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)) {
    plain[name!] = value!;
  }
  for (const [, name, day, night] of sheet.matchAll(
    /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g,
  )) {
    light[name!] = day!;
    dark[name!] = night!;
  }
  return { plain, light, dark };
}

const { plain, light, dark } = readTokens();

const grounds = ['paper', 'card', 'sunk'];
const tints = ['1', '2', '3', '4', '5', '6'].map((number) => `tint-${number}`);
const tones = ['info', 'success', 'note', 'danger', 'now'];

/** Words and the grounds on which some component sets them: 4.5:1 (WCAG 1.4.3). */
const words: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
    ['link', ground],
    ['brand-strong', ground],
    ['now', ground],
    ['danger', ground],
    ['success', ground],
  ]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-danger', 'danger'],
  ['paper', 'ink'],
  ['paper', 'now'],
  ['brand-strong', 'brand-soft'],
  ['ink', 'brand-soft'],
  ['ink-soft', 'brand-soft'],
  ['link', 'brand-soft'],
  ['now', 'brand-soft'],
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['link', `${tone}-soft`],
  ]),
  ...tints.map((tint): [string, string] => [tint, `${tint}-soft`]),
];

/** Edges of controls, focus rings, bars and dots against what is around them: 3:1 (WCAG 1.4.11). */
const shapes: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['brand', ground],
    ['now', ground],
    ['focus', ground],
    ['danger', ground],
  ]),
  ['brand', 'brand-soft'],
  ['focus', 'brand-soft'],
  ['focus', 'danger-soft'],
  ['line-strong', 'brand-soft'],
  ['danger', 'danger-soft'],
  ...tints.flatMap((tint): [string, string][] => [
    [tint, 'paper'],
    [tint, 'card'],
  ]),
];

const contrast = (set: Record<string, string>, front: string, back: string): number =>
  measureContrast(readHex(set[front] ?? '')!, readHex(set[back] ?? '')!);

describe('tokens', () => {
  test('the plain values are the light ones, and none is missing', () => {
    expect(Object.keys(plain).length).toBeGreaterThan(30);
    expect(plain).toEqual(light);
    expect(Object.keys(dark)).toEqual(Object.keys(light));
  });

  for (const [theme, set] of Object.entries({ light, dark })) {
    test.each(words)(`${theme}: words in %s on %s reach 4.5:1`, (front, back) => {
      expect(contrast(set, front, back)).toBeGreaterThanOrEqual(4.5);
    });

    test.each(shapes)(`${theme}: shapes in %s on %s reach 3:1`, (front, back) => {
      expect(contrast(set, front, back)).toBeGreaterThanOrEqual(3);
    });
  }
});
