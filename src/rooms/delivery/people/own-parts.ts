import type { TestimonyState } from './testimony.ts';

/** What one person brings to a realisation, as their own page says it: their help, their eyes, their words. */
export type OwnPart = {
  /** Of the edition, and the number of the project in its list: where its pages are. */
  editionId: string;
  project: number;
  title: string;
  /** When it was offered, asked for or written last. */
  since: Date;
} & (
  | { kind: 'offer'; state: 'waiting' | 'answered' }
  | { kind: 'seat'; state: 'waiting' | 'accepted' }
  | { kind: 'testimony'; state: TestimonyState }
);
