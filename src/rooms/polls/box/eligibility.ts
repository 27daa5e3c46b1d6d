/** Who may vote in a poll: what it asks to be proven, of age on the day, living here where that is asked (R69, W17). */
import { isVouchedFor, listMissing, type Method } from '../../electorate/index.ts';
import { ageOn } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';

export interface VoterFacts {
  /** An account that the reader is signed in to and whose address was proven. */
  hasAccount: boolean;
  held: ReadonlySet<Method>;
  /** `YYYY-MM-DD`; null: nobody said it. */
  birthDate: string | null;
  /** null: nothing was said of it. */
  livesHere: boolean | null;
}

export type EligibilityRefusal =
  | 'account-not-confirmed'
  | 'identity-not-declared'
  | 'method-missing'
  | 'too-young'
  | 'not-a-resident';

type Asked = Pick<Poll, 'minimumAge' | 'residenceRequired'> & {
  settings: Pick<Poll['settings'], 'admission'>;
};

/** `today` is the day in Paris, `YYYY-MM-DD`. The minimum age is old enough (R69: 16 accepted, 15 not). */
export function refuseVoter(
  poll: Asked,
  voter: VoterFacts,
  today: string,
): EligibilityRefusal | null {
  const { admission } = poll.settings;
  const atDesk = voter.held.has('desk');
  if (!admission.withoutAccount && !voter.hasAccount && !atDesk) return 'account-not-confirmed';
  const missing = listMissing(admission, voter.held);
  const isDeclaration = (group: readonly Method[]) =>
    group.length === 1 && group[0] === 'declaration';
  if (missing.some((group) => !isDeclaration(group))) return 'method-missing';
  if (missing.length > 0) return 'identity-not-declared';
  return refuseAge(poll, voter, today) ?? refuseResidence(poll, voter);
}

/** Whoever was sent a code, or stands before an officer, was looked at by somebody else. */
function refuseAge(
  { minimumAge }: Asked,
  { birthDate, held }: VoterFacts,
  today: string,
): EligibilityRefusal | null {
  if (birthDate !== null) return ageOn(birthDate, today) < minimumAge ? 'too-young' : null;
  return minimumAge === 0 || held.has('code') || held.has('desk') ? null : 'identity-not-declared';
}

function refuseResidence(
  { residenceRequired }: Asked,
  { livesHere, held }: VoterFacts,
): EligibilityRefusal | null {
  if (!residenceRequired || isVouchedFor(held)) return null;
  if (livesHere === null) return 'identity-not-declared';
  return livesHere ? null : 'not-a-resident';
}

/** What an account has declared of itself. */
interface Declared {
  birthDate: string | null;
  /** null with a date beside it: declared to live elsewhere. */
  residence: string | null;
  residenceDeclaredOn: string | null;
}

export function livesHere({ residence, residenceDeclaredOn }: Declared): boolean | null {
  return residenceDeclaredOn === null ? null : residence !== null;
}

/** What a confirmed account has proven by itself. */
export function heldByAccount(account: Declared, residenceRequired: boolean): Method[] {
  const declared =
    account.birthDate !== null && (!residenceRequired || account.residenceDeclaredOn !== null);
  return declared ? ['email', 'declaration'] : ['email'];
}

/**
 * Whether a confirmed account may vote, as far as it tells by itself: what it still has to prove besides is
 * asked when it votes.
 */
export function refuseAccount(
  poll: Asked,
  account: Declared,
  today: string,
): EligibilityRefusal | null {
  const refusal = refuseVoter(
    poll,
    {
      hasAccount: true,
      held: new Set(heldByAccount(account, poll.residenceRequired)),
      birthDate: account.birthDate,
      livesHere: livesHere(account),
    },
    today,
  );
  return refusal === 'method-missing' ? null : refusal;
}
