/** Words set into a box: as large as they fit, every line said, nothing beyond its edge. Pure: widths are given. */

export interface Fitted {
  size: number;
  lines: string[];
  /** Whether all the words are there. */
  whole: boolean;
}

export interface Box {
  /** All in one unit: points, or pixels. */
  width: number;
  height: number;
  /** The largest size that is tried, and the smallest that is still read. */
  largest: number;
  smallest: number;
  /** Height of a line for a size of 1. */
  leading: number;
}

type Measure = (words: string, size: number) => number;

/** Sizes tried between the largest and the smallest: each four hundredths smaller. */
const STEP = 0.96;

/**
 * The words as large as the box allows; where even the smallest size is too large, as many of them as there is room
 * for, and an ellipsis.
 */
export function fitWords(words: string, box: Box, measure: Measure): Fitted {
  for (let size = box.largest; ; size = Math.max(box.smallest, size * STEP)) {
    const lines = breakLines(words, box.width, (part) => measure(part, size));
    if (lines.length * size * box.leading <= box.height) return { size, lines, whole: true };
    if (size === box.smallest)
      return { size, lines: cutLines(lines, box, (part) => measure(part, size)), whole: false };
  }
}

/** Lines no wider than asked. A word wider than a line is cut where it must be, never inside a letter. */
function breakLines(words: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/[ \n\t]+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, width: number, measure: (part: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of lettersOf(word)) {
    if (piece !== '' && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

function cutLines(lines: readonly string[], box: Box, measure: (part: string) => number): string[] {
  const room = Math.max(1, Math.floor(box.height / (box.smallest * box.leading)));
  const kept = lines.slice(0, room);
  let letters = lettersOf(kept.at(-1) ?? '');
  while (letters.length > 0 && measure(`${letters.join('')}…`) > box.width)
    letters = letters.slice(0, -1);
  return [...kept.slice(0, -1), `${letters.join('').trimEnd()}…`];
}

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const lettersOf = (word: string) => [...segmenter.segment(word)].map(({ segment }) => segment);

/**
 * The words without the signs that a face does not have (an emoji, a direction mark); null where too little of their
 * letters is left to be read, as of a title in another script.
 */
export function keepLegible(words: string, knows: (letter: string) => boolean): string | null {
  const given = [...words.normalize('NFC')];
  const kept = given.filter((sign) => /\s/u.test(sign) || (!/\p{C}/u.test(sign) && knows(sign)));
  const letters = (signs: readonly string[]) =>
    signs.filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
  if (letters(kept) === 0 || letters(kept) * 10 < letters(given) * 9) return null;
  return kept
    .join('')
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim();
}
