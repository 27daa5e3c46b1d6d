/** An author takes back what they published: it stays in sight as such, with its number and its supports (R116). */
import { isOwn } from '../idea.ts';

/** Characters of what an author says about it. */
export const LONGEST_REASON = 1000;

export type IdeaWithdrawalRefusal =
  | 'not-the-author'
  | 'not-offered'
  | 'deposit-over'
  | 'already-withdrawn'
  | 'reason-too-long';

/** Whether this person may withdraw this idea now; null: yes. What is over stays as it was when it ended. */
export function refuseWithdrawal(
  idea: { authorId: string | null; isWithdrawn: boolean },
  board: { mayWithdraw: boolean },
  at: { personId: string | null; isOpen: boolean; reason: string },
): IdeaWithdrawalRefusal | null {
  if (!isOwn(idea, at.personId)) return 'not-the-author';
  if (idea.isWithdrawn) return 'already-withdrawn';
  if (!board.mayWithdraw) return 'not-offered';
  if (!at.isOpen) return 'deposit-over';
  return [...at.reason].length > LONGEST_REASON ? 'reason-too-long' : null;
}
