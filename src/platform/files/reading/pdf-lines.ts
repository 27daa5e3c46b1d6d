import { type Block, tidyWords } from './block.ts';

/** Begins something of its own: a mark of a list, a number, an article. */
const BEGINS = /^(?:[•●◦▪■–—‣·-]\s|\(?\d{1,3}[.)°]\s|[a-z][.)]\s|Article\b)/u;
const BULLET = /^[•●◦▪■–—‣·-]\s+/u;
/** Leads to a list, or stands in one. */
const LEADS = /[:;]$/u;
/** Shorter than this part of the longest line of its page, a line ends its paragraph. */
const SHORT = 0.75;

/**
 * The lines of a page put together into paragraphs: a PDF knows where letters stand, not what belongs together.
 * A word parted at the end of a line is one word again.
 */
export function* joinLines(page: string): Generator<Block> {
  // the reader writes U+0002 or U+FFFE for the hyphen that parts a word
  const lines = page.replaceAll(/[\u0002\ufffe]\r?\n?/g, '\u00ad\n').split(/\r?\n/);
  const longest = Math.max(...lines.map((line) => line.length));
  let open = '';
  let last = '';
  for (const line of lines) {
    const words = line.trim();
    const parted = last.endsWith('\u00ad');
    const stays = parted || !isEnd(last, longest);
    if (open !== '' && (words === '' || BEGINS.test(words) || !stays)) {
      yield asBlock(open);
      open = '';
    }
    open = open === '' ? words : parted ? open.slice(0, -1) + words : `${open} ${words}`;
    last = words;
  }
  if (open !== '') yield asBlock(open);
}

const isEnd = (line: string, longest: number): boolean =>
  line === '' || LEADS.test(line) || line.length < longest * SHORT;

function asBlock(written: string): Block {
  const text = tidyWords(written);
  return BULLET.test(text)
    ? { kind: 'item', level: 1, text: text.replace(BULLET, '') }
    : { kind: 'paragraph', text };
}
