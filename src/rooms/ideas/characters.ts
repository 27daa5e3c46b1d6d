/** Characters as a person counts them: an emoji or a letter with its accents is one (R73, W12). */

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** No sign of any language or emoji needs more; towers of accents do. */
const LONGEST_SIGN = 24;
/** Code units per character, on average, that even a text of family emoji stays under. */
const UNITS_PER_CHARACTER = 12;

export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/**
 * How a text stands against a limit in characters. `overloaded`: some sign carries dozens of marks, so
 * that few "characters" fill pages. Looks at no more of a long text than it needs to (W9).
 */
export function measureText(text: string, limit: number): 'fits' | 'too-long' | 'overloaded' {
  const units = limit * UNITS_PER_CHARACTER + LONGEST_SIGN;
  let count = 0;
  for (const { segment } of segmenter.segment(text.slice(0, units + 1))) {
    if (segment.length > LONGEST_SIGN) return 'overloaded';
    count += 1;
    if (count > limit) return 'too-long';
  }
  return text.length > units ? 'overloaded' : 'fits';
}

/** Whether anything in it can be read: a letter or a figure of any script, a picture sign. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}
