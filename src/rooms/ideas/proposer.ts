/** Who may publish an idea (R69, R75): old enough, of the town where that is asked, and not too often. */
import { hasDeclaredIdentity } from '../identity/index.ts';
import { ageOn } from '../spaces/index.ts';
import type { Board } from './boards/board.ts';

export interface Proposer {
  /** `YYYY-MM-DD`, declared on honour; null: not asked yet. */
  birthDate: string | null;
  /** As declared; null: not asked yet, or not in the organisation's town. */
  residence: string | null;
  /** `YYYY-MM-DD`; null: not asked yet. */
  residenceDeclaredOn: string | null;
}

export type ProposerRefusal =
  | 'collection-closed'
  | 'identity-missing'
  | 'too-young'
  | 'not-a-resident'
  | 'too-many-ideas'
  | 'of-team';

/**
 * Whether a person may publish one more idea; null: yes. The minimum age is included: on the day they
 * turn 16, they may. `today` is the day `YYYY-MM-DD` in Paris; `ideas`: how many they have published.
 */
export function refuseProposer(
  proposer: Proposer,
  board: Pick<Board, 'minimumAgePropose' | 'residenceRequired' | 'maximumIdeas' | 'ofTeam'>,
  at: { today: string; collectionOpen: boolean; ideas: number; byTeam: boolean },
): ProposerRefusal | null {
  if (!at.collectionOpen) return 'collection-closed';
  if (board.ofTeam && !at.byTeam) return 'of-team';
  if (board.maximumIdeas !== null && at.ideas >= board.maximumIdeas) return 'too-many-ideas';
  if (needsIdentity(board) && !hasDeclaredIdentity(proposer)) return 'identity-missing';
  if (proposer.birthDate && ageOn(proposer.birthDate, at.today) < board.minimumAgePropose) {
    return 'too-young';
  }
  return board.residenceRequired && proposer.residence === null ? 'not-a-resident' : null;
}

/** Whether where one lives and when one was born is asked before an idea is published: nowhere but in editions (R94). */
function needsIdentity(board: Pick<Board, 'minimumAgePropose' | 'residenceRequired'>): boolean {
  return board.minimumAgePropose > 0 || board.residenceRequired;
}
