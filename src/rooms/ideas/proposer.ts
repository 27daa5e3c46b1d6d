/** Who may publish an idea (R69, R75): old enough, of the town where that is asked, and not too often. */
import { hasDeclaredIdentity } from '../identity/index.ts';
import { ageOn, type Edition } from '../spaces/index.ts';

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
  | 'suspended';

/**
 * Whether a person may publish one more idea; null: yes. The minimum age is included: on the day they
 * turn 16, they may. `today` is the day `YYYY-MM-DD` in Paris; `ideas`: how many they have published.
 */
export function refuseProposer(
  proposer: Proposer,
  edition: Pick<Edition, 'minimumAgePropose' | 'residenceRequired' | 'maximumIdeas'>,
  at: { today: string; collectionOpen: boolean; ideas: number },
): ProposerRefusal | null {
  if (!at.collectionOpen) return 'collection-closed';
  if (at.ideas >= edition.maximumIdeas) return 'too-many-ideas';
  if (needsIdentity(edition) && !hasDeclaredIdentity(proposer)) return 'identity-missing';
  if (proposer.birthDate && ageOn(proposer.birthDate, at.today) < edition.minimumAgePropose) {
    return 'too-young';
  }
  return edition.residenceRequired && proposer.residence === null ? 'not-a-resident' : null;
}

/** Whether this edition asks where and when one was born before an idea is published. */
function needsIdentity(edition: Pick<Edition, 'minimumAgePropose' | 'residenceRequired'>): boolean {
  return edition.minimumAgePropose > 0 || edition.residenceRequired;
}
