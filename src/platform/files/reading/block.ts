/** What a document says, in plain words: never a tag, an address or a picture. Pure. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  /** `level` from 1: how deep its list stands in others. */
  | { kind: 'item'; level: number; text: string }
  | { kind: 'row'; cells: readonly string[] };

/** Characters that are read of one document: a novel of 700 pages twice over. */
const TEXT_LIMIT = 2_000_000;
/** Also rows and items without a word cost memory. */
const BLOCK_LIMIT = 100_000;

/** Controls, halves of characters, and marks that turn the direction of what follows, which would disguise it. */
const UNSEEN = /[^\P{Cc}\n]|[\u00ad\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Words as they may be kept and shown: no control character, blanks once, accents in one piece. */
export function tidyWords(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .normalize('NFC')
    .trim();
}

/** Blocks up to the limit; `cut`: there was more. */
export function gatherBlocks(
  from: Iterable<Block>,
  limit = TEXT_LIMIT,
): { blocks: Block[]; text: string; cut: boolean } {
  const blocks: Block[] = [];
  let left = limit;
  let cut = false;
  for (const block of from) {
    const words = wordsOf(block);
    if (words === '') continue;
    if (words.length > left || blocks.length >= BLOCK_LIMIT) {
      cut = true;
      if (block.kind !== 'row' && left > 0 && blocks.length < BLOCK_LIMIT)
        blocks.push({ ...block, text: block.text.slice(0, left).toWellFormed() });
      break;
    }
    left -= words.length + 1;
    blocks.push(block);
  }
  return { blocks, text: blocks.map(wordsOf).join('\n'), cut };
}

function wordsOf(block: Block): string {
  return block.kind === 'row' ? block.cells.join(' ').trim() : block.text;
}
