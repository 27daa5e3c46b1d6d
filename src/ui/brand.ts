/** An organisation gives one colour; the rest is derived from it, in light and dark, or it is refused. */
import {
  fromOklch,
  measureContrast,
  type Oklch,
  type Rgb,
  readHex,
  toOklch,
  writeHex,
} from './colour.ts';

/** Grounds of tokens.css that the colour must stand on. */
export const grounds = {
  light: { paper: '#fbf9f4', card: '#ffffff' },
  dark: { paper: '#141816', card: '#1c211f' },
} as const;

/** One theme's shades, as hex codes. `strong` is for text on `soft` and for hover. */
export type BrandShades = { brand: string; strong: string; soft: string; line: string; on: string };

export type Brand =
  | { ok: true; css: string; light: BrandShades; dark: BrandShades }
  | { ok: false; refusal: 'not-a-colour' | 'colour-without-contrast' };

/** Ratio asked of words (WCAG 1.4.3); shades are pushed a little beyond it. */
const forWords = 4.5;

/**
 * Shades of one colour and the stylesheet that sets them. Refused when it is no hex code, or too
 * pale for white words on it and for itself on paper: a town's yellow cannot be its button.
 */
export function deriveBrand(hex: string): Brand {
  const given = readHex(hex);
  if (!given) return { ok: false, refusal: 'not-a-colour' };
  const white = readHex('#ffffff')!;
  const paper = readHex(grounds.light.paper)!;
  if (measureContrast(given, white) < forWords || measureContrast(given, paper) < forWords) {
    return { ok: false, refusal: 'colour-without-contrast' };
  }
  const light = deriveLight(given);
  const dark = deriveDark(given);
  return { ok: true, css: writeStylesheet(light, dark), light, dark };
}

function deriveLight(given: Rgb): BrandShades {
  const colour = toOklch(given);
  const soft = shade(colour, 0.957, 0.022);
  const strong = shiftUntil({ ...colour, lightness: colour.lightness - 0.07 }, -0.01, soft, 6);
  return {
    brand: writeHex(given),
    strong: writeHex(strong),
    soft: writeHex(soft),
    line: writeHex(shade(colour, 0.8, 0.06)),
    on: '#ffffff',
  };
}

function deriveDark(given: Rgb): BrandShades {
  const colour = toOklch(given);
  const card = readHex(grounds.dark.card)!;
  const soft = shade(colour, 0.29, 0.045);
  const calm = { ...colour, chroma: Math.min(colour.chroma, 0.12) };
  const brand = shiftUntil({ ...calm, lightness: 0.7 }, 0.01, card, 7);
  const strong = shiftUntil({ ...calm, lightness: toOklch(brand).lightness + 0.07 }, 0.01, soft, 7);
  return {
    brand: writeHex(brand),
    strong: writeHex(strong),
    soft: writeHex(soft),
    line: writeHex(shade(colour, 0.42, 0.06)),
    on: writeHex(shade(colour, 0.18, 0.03)),
  };
}

const shade = (colour: Oklch, lightness: number, mostChroma: number): Rgb =>
  fromOklch({ ...colour, lightness, chroma: Math.min(colour.chroma, mostChroma) });

/** Lightness moves step by step until the contrast with the ground is reached. */
function shiftUntil(start: Oklch, step: number, ground: Rgb, ratio: number): Rgb {
  for (let lightness = start.lightness; ; lightness += step) {
    const rgb = fromOklch({ ...start, lightness: Math.min(1, Math.max(0, lightness)) });
    if (measureContrast(rgb, ground) >= ratio || lightness <= 0 || lightness >= 1) return rgb;
  }
}

/** The plain light values first, for browsers that do not know `light-dark()`. */
function writeStylesheet(light: BrandShades, dark: BrandShades): string {
  const names = {
    brand: '--brand',
    strong: '--brand-strong',
    soft: '--brand-soft',
    line: '--brand-line',
    on: '--on-brand',
  } as const;
  const keys = Object.keys(names) as (keyof BrandShades)[];
  const plain = keys.map((key) => `${names[key]}:${light[key]}`).join(';');
  const both = keys.map((key) => `${names[key]}:light-dark(${light[key]},${dark[key]})`).join(';');
  return `:root{${plain}}@supports(color:light-dark(#000,#fff)){:root{${both}}}`;
}
