/**
 * Text with a few marks, as an office writes it: ## titles, - lists, **strong**, [words](address), > set apart.
 * Pure: it makes no HTML, so nothing of what was typed ever becomes a tag (W1). What is not a mark is words.
 */
import { cleanLines, type ProsePiece, readAddress, splitLine } from './prose.ts';

export type MarkedPiece =
  | ProsePiece
  /** To a page of this site. */
  | { kind: 'own'; words: string; href: string }
  | { kind: 'strong' | 'emphasis'; pieces: MarkedPiece[] };

export type MarkedBlock =
  /** 2 under the page's own title, 3 under a 2. */
  | { kind: 'title'; level: 2 | 3; pieces: MarkedPiece[] }
  | { kind: 'paragraph' | 'aside'; lines: MarkedPiece[][] }
  | { kind: 'list'; ordered: boolean; items: MarkedPiece[][] }
  /** One of the page's own pictures, on a line of its own: `[image 3]`. */
  | { kind: 'picture'; number: number };

const title = /^(#{1,6})\s+(.+)$/;
const bullet = /^\s{0,3}[-*•]\s+(.+)$/;
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.+)$/;
const aside = /^>\s?(.*)$/;
const picture = /^\s{0,3}\[image (\d{1,4})\]\s*$/;

/** Each line is looked at once: a megabyte takes a moment (W9). */
export function splitMarkup(text: string): MarkedBlock[] {
  const blocks: MarkedBlock[] = [];
  let open: MarkedBlock | null = null;
  let depth = 1;
  const begin = (block: MarkedBlock) => {
    blocks.push(block);
    open = block;
  };
  for (const line of cleanLines(text).split('\n')) {
    const last = open as MarkedBlock | null;
    if (line.trim() === '') {
      // a list goes on after a blank line when its next line is one of its own
      if (last?.kind !== 'list') open = null;
      continue;
    }
    const [, number] = picture.exec(line) ?? [];
    if (number !== undefined) {
      begin({ kind: 'picture', number: Number(number) });
      open = null;
      continue;
    }
    const [, marks, heading] = title.exec(line) ?? [];
    if (marks && heading) {
      depth = Math.min(marks.length <= 2 ? 2 : 3, depth + 1);
      begin({ kind: 'title', level: depth as 2 | 3, pieces: splitMarked(heading.trim()) });
      open = null;
      continue;
    }
    const [, item] = bullet.exec(line) ?? numbered.exec(line) ?? [];
    if (item !== undefined) {
      const ordered = numbered.test(line);
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(splitMarked(item));
      else begin({ kind: 'list', ordered, items: [splitMarked(item)] });
      continue;
    }
    if (last?.kind === 'list' && /^\s{2,}\S/.test(line)) {
      last.items.at(-1)?.push({ kind: 'words', words: ' ' }, ...splitMarked(line.trim()));
      continue;
    }
    const [, apart] = aside.exec(line) ?? [];
    const kind = apart === undefined ? 'paragraph' : 'aside';
    const pieces = splitMarked((apart ?? line).trim());
    if (last?.kind === kind) last.lines.push(pieces);
    else begin({ kind, lines: [pieces] });
  }
  return blocks;
}

const marked =
  /\[([^[\]]{1,300})\]\(([^\s()]{1,1000})\)|\*\*([^*]{1,1000})\*\*|\*([^*\s](?:[^*]{0,998}[^*\s])?)\*/g;

function splitMarked(line: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const match of line.matchAll(marked)) {
    const piece = readPiece(match);
    if (!piece) continue;
    pieces.push(...splitLine(line.slice(end, match.index)), piece);
    end = match.index + match[0].length;
  }
  pieces.push(...splitLine(line.slice(end)));
  return pieces;
}

function readPiece([, words, href, strong, emphasis]: RegExpMatchArray): MarkedPiece | null {
  if (words !== undefined) return readLink(words, href!);
  return strong === undefined
    ? { kind: 'emphasis', pieces: splitMarked(emphasis!) }
    : { kind: 'strong', pieces: splitMarked(strong) };
}

/** A path of this site, or a whole web address; anything else stays as typed (W2). */
function readLink(words: string, href: string): MarkedPiece | null {
  if (/^\/(?![/\\])[\w~!$&'+,;=:@%./?#-]*$/.test(href)) return { kind: 'own', words, href };
  const address = /^https?:\/\//i.test(href) ? readAddress(href) : undefined;
  return address === undefined ? null : { kind: 'link', words, href: address };
}

/** The words alone: for a search, or for a list of pages. */
export function wordsOf(blocks: readonly MarkedBlock[]): string {
  const say = (pieces: readonly MarkedPiece[]): string =>
    pieces.map((piece) => ('pieces' in piece ? say(piece.pieces) : piece.words)).join('');
  return blocks
    .flatMap((block) => {
      if (block.kind === 'picture') return [];
      if (block.kind === 'title') return [block.pieces];
      return block.kind === 'list' ? block.items : block.lines;
    })
    .map(say)
    .join('\n');
}
