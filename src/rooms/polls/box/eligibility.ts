/** Who may vote in a poll: a confirmed account, of age on the day, who declared to live here (R69, W17). */
import { ageOn } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';

export interface Voter {
  confirmed: boolean;
  /** `YYYY-MM-DD`; null: not declared yet. */
  birthDate: string | null;
  /** null with a date beside it: declared to live elsewhere. */
  residence: string | null;
  residenceDeclaredOn: string | null;
}

export type EligibilityRefusal =
  | 'account-not-confirmed'
  | 'identity-not-declared'
  | 'too-young'
  | 'not-a-resident';

/** `today` is the day in Paris, `YYYY-MM-DD`. The minimum age is old enough (R69: 16 accepted, 15 not). */
export function refuseVoter(
  poll: Pick<Poll, 'minimumAge' | 'residenceRequired'>,
  voter: Voter,
  today: string,
): EligibilityRefusal | null {
  if (!voter.confirmed) return 'account-not-confirmed';
  if (voter.birthDate === null) return 'identity-not-declared';
  if (poll.residenceRequired && voter.residenceDeclaredOn === null) return 'identity-not-declared';
  if (ageOn(voter.birthDate, today) < poll.minimumAge) return 'too-young';
  if (poll.residenceRequired && voter.residence === null) return 'not-a-resident';
  return null;
}
