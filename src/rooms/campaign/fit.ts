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

/** Width of words on one line at a size of 1; at another it is so many times that. */
type Measure = (words: string) => number;

/** Sizes tried between the largest and the smallest: each four hundredths smaller. */
const STEP = 0.96;

/**
 * The words as large as the box allows without cutting one of them; where no size does that, cut where they must be;
 * where even the smallest size is too large, as many of them as there is room for, and an ellipsis. Each word is
 * measured once, whatever is tried: texts are long.
 */
export function fitWords(words: string, box: Box, measure: Measure): Fitted {
  const known = new Map<string, number>();
  const widthOf: Measure = (part) => {
    const width = known.get(part) ?? measure(part);
    known.set(part, width);
    return width;
  };
  const parts = partsOf(words);
  const widest = parts.reduce((most, { part }) => Math.max(most, widthOf(part)), 0);
  return (
    fitWhole(parts, box, widthOf, Math.min(box.largest, box.width / widest)) ??
    fitWhole(parts, box, widthOf, box.largest) ?? {
      size: box.smallest,
      lines: cutLines(parts, box, widthOf),
      whole: false,
    }
  );
}

/** From one size downwards; null where the smallest is still too large. */
function fitWhole(
  parts: readonly Part[],
  box: Box,
  widthOf: Measure,
  largest: number,
): Fitted | null {
  for (let size = largest; size >= box.smallest; ) {
    const most = Math.floor(box.height / (size * box.leading));
    const lines = breakLines(parts, box.width / size, widthOf, most);
    if (lines.length <= most) return { size, lines, whole: true };
    if (size === box.smallest) return null;
    size = Math.max(box.smallest, size * STEP);
  }
  return null;
}

interface Part {
  part: string;
  /** What stands before it on the same line. */
  before: '' | ' ';
}

/** Words, and the parts of those that a hyphen joins; an address is one. */
const partsOf = (words: string): Part[] =>
  words
    .split(/[ \n\t]+/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      (word.includes('/') ? [word] : word.split(/(?<=\p{L}-)(?=\p{L})/u)).map((part, at) => ({
        part,
        before: at === 0 ? (' ' as const) : ('' as const),
      })),
    );

/** A hundredth of a hundredth: what sums of fractions may miss. */
const NEARLY = 1.0001;

/** Lines no wider than asked, one more than `most` where they are too many. A word wider than a line is cut where it must be, never inside a letter. */
function breakLines(
  parts: readonly Part[],
  width: number,
  widthOf: Measure,
  most: number,
): string[] {
  const lines: string[] = [];
  let [line, filled] = ['', 0];
  for (const { part, before } of parts) {
    if (lines.length > most) return lines;
    const gap = line === '' ? '' : before;
    const longer = filled + (gap === '' ? 0 : widthOf(' ')) + widthOf(part);
    if (longer <= width * NEARLY) {
      [line, filled] = [line + gap + part, longer];
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(part, width, widthOf);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
    filled = widthOf(line);
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, width: number, widthOf: Measure): string[] {
  if (widthOf(word) <= width * NEARLY) return [word];
  const pieces: string[] = [];
  let [piece, filled, before] = ['', 0, ''];
  for (const letter of lettersOf(word)) {
    // with what a face adds or takes between the two
    const longer =
      filled + (before === '' ? widthOf(letter) : widthOf(before + letter) - widthOf(before));
    const fits = piece === '' || longer <= width;
    if (!fits) pieces.push(piece);
    [piece, filled] = fits ? [piece + letter, longer] : [letter, widthOf(letter)];
    before = letter;
  }
  return [...pieces, piece];
}

function cutLines(parts: readonly Part[], box: Box, widthOf: Measure): string[] {
  const room = Math.max(1, Math.floor(box.height / (box.smallest * box.leading)));
  const kept = breakLines(parts, box.width / box.smallest, widthOf, room).slice(0, room);
  let letters = lettersOf(kept.at(-1) ?? '');
  while (letters.length > 0 && widthOf(`${letters.join('')}…`) * box.smallest > box.width)
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
