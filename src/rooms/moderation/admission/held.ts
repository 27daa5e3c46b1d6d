import type { Kind } from '../moderation.ts';
import type { HeldWhy } from './admission-of-texts.ts';

/** What is decided in one act: a text that waits alone, or all that wait together. */
export interface HeldBatch {
  kind: 'text' | 'wave';
  id: string;
  why: HeldWhy;
  /** That nobody has decided upon, and that this moderator may. */
  texts: number;
  people: number;
  since: Date;
}

export interface HeldText {
  id: string;
  targetKind: Kind;
  targetId: string;
  spaceId: string | null;
  personId: string;
  title: string;
  words: string;
  writtenAt: Date;
  why: HeldWhy;
}

/** Texts shown of a wave: whoever decides has seen some, never all of thousands. */
export const SAMPLES = 10;
/** Published in one transaction: meanwhile new accounts of the organisation wait. */
export const PUBLISHED_AT_ONCE = 200;
/** Such transactions in one act. */
export const ROUNDS = 10;

export type ClearingRefusal = 'article-missing' | 'cleared' | 'more-texts';

/** Why a batch may not be decided upon as it was sent. `confirmed`: how many texts the form said. */
export function refuseClearing(
  batch: Pick<HeldBatch, 'texts'> | null,
  sent: { outcome: 'published'; confirmed: number } | { outcome: 'hidden'; hasArticle: boolean },
): ClearingRefusal | null {
  if (!batch || batch.texts === 0) return 'cleared';
  if (sent.outcome === 'hidden') return sent.hasArticle ? null : 'article-missing';
  // nobody publishes more than they were told of
  return batch.texts > sent.confirmed ? 'more-texts' : null;
}
