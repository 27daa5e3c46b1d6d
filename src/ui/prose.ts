/** Plain text cut into paragraphs, lines, words and web addresses. Pure: it makes no HTML. */

export type ProsePiece =
  | { kind: 'words'; words: string }
  | { kind: 'link'; words: string; href: string };

// Marks that reorder or hide text, and controls other than the line feed.
const forbidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;
// Only these two schemes are ever a link (W2).
const address = /\bhttps?:\/\/[^\s<>"«»“”]+/giu;
// Punctuation that ends the sentence rather than the address.
const tail = new Set(".,;:!?…'’)]}");

/** Paragraphs, each a list of lines, each a list of pieces. */
export function splitProse(text: string): ProsePiece[][][] {
  return cleanLines(text)
    .split(/\n[ \u00a0]*\n\s*/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n').map(splitLine));
}

/** One end of line, no tab, none of the marks above. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(forbidden, '');
}

/** The words and the web addresses of one line. */
export function splitLine(line: string): ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let end = 0;
  for (const match of line.matchAll(address)) {
    const words = trimTail(match[0]);
    const href = readAddress(words);
    if (!href) continue;
    if (match.index > end) pieces.push({ kind: 'words', words: line.slice(end, match.index) });
    pieces.push({ kind: 'link', words, href });
    end = match.index + words.length;
  }
  if (end < line.length) pieces.push({ kind: 'words', words: line.slice(end) });
  return pieces;
}

/** "(https://ville.fr/a_(b))." keeps its inner bracket and loses the outer one and the full stop. */
function trimTail(words: string): string {
  let open = countOf(words, '(') - countOf(words, ')');
  let end = words.length;
  for (; end > 0 && tail.has(words[end - 1]!); end -= 1) {
    if (words[end - 1] !== ')') continue;
    if (open >= 0) break;
    open += 1;
  }
  return words.slice(0, end);
}

const countOf = (words: string, sign: string): number => words.split(sign).length - 1;

/** The address as a browser reads it, or nothing when it is not one or hides its host behind a name. */
export function readAddress(words: string): string | undefined {
  if (!URL.canParse(words)) return undefined;
  const url = new URL(words);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.')
    ? url.href
    : undefined;
}
