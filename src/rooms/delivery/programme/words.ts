/** Sentences that an import writes into what everybody reads, in the language of the organisation. */
import type { DateWorth } from './line-steps.ts';

export interface ProgrammeWords {
  /** In place of a title that is missing. */
  untitled(sourceId: string): string;
  /** Of the project: scale and links, one a line. */
  summary(said: { scale: string; voteLink: string; winnerLink: string }): string;
  editionSummary(fileName: string): string;
  /** Why a step has the day that it has. */
  worth: Record<DateWorth, () => string>;
  /** The file says that it stopped, not why. */
  halt(kind: 'suspended' | 'abandoned'): string;
}
