/**
 * What a letter is about, as its reader may choose to receive it or not:
 * - `my-ideas`: what becomes of the ideas that one holds (decisions among them: always sent)
 * - `tasks`: what somebody's role asks them to do
 * - `exchanges`: messages of the office, of a holder, of a study team; mentions
 * - `merges`: proposals to bring ideas together, and their answers
 * - `editions`: what happens in an edition that one takes part in
 */
export const TOPICS = ['my-ideas', 'tasks', 'exchanges', 'merges', 'editions'] as const;
export type Topic = (typeof TOPICS)[number];

export interface Letter {
  organisationId: string;
  topic: Topic;
  /** null: somebody without an account. */
  personId: string | null;
  address: string;
  locale: 'fr' | 'en';
  subject: string;
  /** Plain text. The foot (why one receives it, how to stop) is added when it is sent. */
  text: string;
  target: { kind: string; id: string } | null;
  /** Owed whatever the reader prefers: a decision about their idea, an answer they asked for. */
  isOwed?: boolean;
  /** A second letter of the organisation under the same words is not written. */
  onceKey?: string;
}

/** A letter as it is sent. */
export interface UnsentLetter {
  personId: string | null;
  topic: Topic;
  isOwed: boolean;
  to: string;
  subject: string;
  text: string;
  locale: 'fr' | 'en';
  queuedAt: Date;
  tries: number;
}
