/** What changed between two texts, word by word. Pure. */
import { diffWordsWithSpace } from 'diff';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many changed words two texts are shown whole, one after the other: nobody could read the rest. */
const MOST_CHANGES = 3000;

/**
 * The pieces of both texts in reading order: those that are the same and those removed make `before`, those
 * that are the same and those added make `after`. Words changed side by side stand together.
 */
export function compareWords(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES });
  if (!changes) return join([], before, after);
  const pieces: Piece[] = [];
  let removed = '';
  let added = '';
  for (const [at, { value, added: isAdded, removed: isRemoved }] of changes.entries()) {
    if (isAdded) added += value;
    else if (isRemoved) removed += value;
    else if (/^[\s'’-]+$/.test(value) && !value.includes('\n') && isBetween(changes, at)) {
      // a space or an apostrophe alone between two changed words parts nothing that one reads
      removed += value;
      added += value;
    } else {
      const space = endingSpace(removed, added);
      join(pieces, trim(removed, space), trim(added, space));
      pieces.push({ kind: 'same', text: space + value });
      removed = '';
      added = '';
    }
  }
  return join(pieces, removed, added);
}

/** The space after a word that changed belongs to what follows. */
function endingSpace(removed: string, added: string): string {
  const space = /[^\S\n]+$/.exec(removed)?.[0] ?? '';
  return added.endsWith(space) ? space : '';
}

const trim = (text: string, space: string) => text.slice(0, text.length - space.length);

const isBetween = (changes: readonly { added: boolean; removed: boolean }[], at: number) =>
  at > 0 && at < changes.length - 1;

function join(pieces: Piece[], removed: string, added: string): Piece[] {
  if (removed !== '') pieces.push({ kind: 'removed', text: removed });
  if (added !== '') pieces.push({ kind: 'added', text: added });
  return pieces;
}
