import type { Waiting } from './list.ts';

/** An attachment that was not kept, by the name it had. */
export interface Dropped {
  name: string;
  why: 'kind' | 'size' | 'damaged' | 'active' | 'infected' | 'many';
}

/** As it came, before anybody says what becomes of it. */
export interface WrittenMessage {
  /** null: somebody without an account here. */
  authorId: string | null;
  /** As a mail says it, of somebody without an account. */
  senderName: string;
  senderEmail: string;
  /** Its Message-ID, without < and >. */
  mailId: string;
  /** Message-IDs that it answers, the nearest last. */
  answers: readonly string[];
  subject: string;
  body: string;
  quoted: string;
  cameBy: 'mail' | 'web';
  dropped: readonly Dropped[];
}

export interface Message extends Omit<WrittenMessage, 'answers'> {
  id: string;
  listId: string;
  threadId: string;
  parentId: string | null;
  receivedAt: Date;
  waitsFor: Waiting | null;
  publishedAt: Date | null;
  refusedAt: Date | null;
  refusal: string;
  /** Out of sight, by the team: its thread keeps its place. */
  withdrawnAt: Date | null;
}

/** A thread as lists show it. */
export interface Thread {
  id: string;
  subject: string;
  authorId: string | null;
  senderName: string;
  body: string;
  publishedAt: Date;
  lastAt: Date;
  replies: number;
  withdrawnAt: Date | null;
}

export const REFUSAL_LENGTH = 500;
