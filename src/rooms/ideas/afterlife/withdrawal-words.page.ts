import * as m from '../../../paraglide/messages.js';
import { type IdeaWithdrawalRefusal, LONGEST_REASON } from './withdrawal.ts';

const words: Record<IdeaWithdrawalRefusal, () => string> = {
  'not-the-author': m.ideas_refused_not_the_author,
  'not-offered': m.afterlife_refused_not_offered,
  'deposit-over': m.afterlife_refused_over,
  'already-withdrawn': m.afterlife_refused_twice,
  'reason-too-long': () => m.afterlife_refused_reason({ count: LONGEST_REASON }),
};

export const withdrawalWords = (refusal: IdeaWithdrawalRefusal): string => words[refusal]();
