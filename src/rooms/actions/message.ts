import { isReadable, measureText } from '../ideas/index.ts';
import { type ActionState, LENGTHS } from './action.ts';

/** A message between the group that proposes and the reviewers (R11), seen by them alone. */
export interface Message {
  id: string;
  side: 'group' | 'review';
  words: string;
  writtenBy: string;
  writtenAt: Date;
}

export type MessageRefusal = 'words-missing' | 'words-too-long' | 'words-overloaded';

export function refuseMessage(words: string): MessageRefusal | null {
  if (!isReadable(words)) return 'words-missing';
  const size = measureText(words, LENGTHS.message);
  return size === 'fits' ? null : `words-${size}`;
}

/** Nobody is written to about a draft that nobody else has seen. */
export const hasThread = ({ state }: { state: ActionState }): boolean => state !== 'draft';
