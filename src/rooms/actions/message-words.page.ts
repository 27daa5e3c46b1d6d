import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import { LENGTHS } from './action.ts';
import type { MessageRefusal } from './message.ts';

export const messageProblems: Record<MessageRefusal, () => string> = {
  'words-missing': m.propose_problem_message,
  'words-too-long': () => m.propose_problem_words_long({ max: formatNumber(LENGTHS.message) }),
  'words-overloaded': m.propose_problem_words_overloaded,
};
