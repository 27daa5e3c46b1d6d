/** The minutes of a poll (procès-verbal): what was asked, who came, what came out, who answers for it (R57). */
import type { Poll } from '../poll.ts';
import type { PollResult } from '../result/result.ts';
import type { PublicInvalidation } from '../watch/invalidation.ts';
import type { Signatory } from './bureau.ts';
import type { TurnoutLine } from './minutes-turnout.ts';

export interface Minutes {
  /** `office`: complete, under embargo until the publication; `public`: small counts left out. */
  audience: 'office' | 'public';
  poll: Poll;
  result: PollResult;
  /** SHA-256 of the result as it was written. */
  resultHash: string;
  turnout: readonly TurnoutLine[];
  /** Confirmed by two officers before the box was sealed. */
  invalidations: readonly PublicInvalidation[];
  bureau: readonly Signatory[];
  /** Public names of whoever did an act, by id of person. */
  nicknames: ReadonlyMap<string, string>;
}
