const EXCERPT_LENGTH = 160;

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The beginning of a text on one line, as lists show it: cut between words, or between signs when there is no other way. */
export function excerptOf(text: string, length = EXCERPT_LENGTH): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length);
  return `${space > 0 ? line.slice(0, space) : firstSigns(line, length)}…`;
}

function firstSigns(word: string, length: number): string {
  let cut = 0;
  for (const { index, segment } of segmenter.segment(word.slice(0, 2 * length))) {
    if (index + segment.length > length) break;
    cut = index + segment.length;
  }
  return word.slice(0, cut || length);
}
