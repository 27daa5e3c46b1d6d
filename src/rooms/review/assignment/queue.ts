/** The queue of a department: what it is asked, the most urgent first; what it gave; what it gave back (R43). */
import type { OpinionState } from './assignment.ts';

export const QUEUE_STATES = ['asked', 'given', 'returned'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

/** A task, as its department sees it in its queue. */
export interface Task {
  id: string;
  editionId: string;
  departmentId: string;
  state: OpinionState;
  /** `YYYY-MM-DD` */
  dueOn: string;
  settledAt: Date | null;
  number: number;
  title: string;
  lang: string;
  categoryId: string;
  /** Who took it in hand. */
  agentId: string | null;
  hasBegun: boolean;
}

/** The opinions that somebody may see: of a department, in one edition or in all. */
export interface QueueScope {
  departmentId: string;
  editionId: string | null;
}
