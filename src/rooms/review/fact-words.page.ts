import type { RecordedFact } from '../../platform/journal/journal.ts';
import { assignmentFactWords } from './assignment/fact-words.page.ts';
import { sheetFactWords } from './sheet/fact-words.page.ts';

/** Sentences of every fact of this room: for the journal, and for the history of an idea's file. */
export const reviewFactWords: Readonly<Record<string, (fact: RecordedFact) => string>> = {
  ...assignmentFactWords,
  ...sheetFactWords,
};
