import type { Database } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { findPass, type Mark, type WrittenMark, writeMark } from '../../electorate/index.ts';
import { findLinkedSubjects, findPerson, type Person } from '../../identity/index.ts';
import type { Poll } from '../poll.ts';
import { heldByAccount, livesHere, type VoterFacts } from './eligibility.ts';

/** Who stands before the box: an account, what this browser has proven for this poll, or both. */
export interface VoterClaim {
  /** null: nobody is signed in. */
  personId: string | null;
  /** Of the pass that this browser holds; a cookie may hold anything. */
  passToken?: string | null;
}

export interface Voter extends VoterFacts {
  person: Person | null;
  marks: readonly WrittenMark[];
}

/** An account and a pass taken together: what either has proven counts. */
export async function findVoter(
  db: Database,
  keysFolder: string,
  organisationId: string,
  poll: Poll,
  claim: VoterClaim,
): Promise<Voter> {
  const [person, pass, linked] = await Promise.all([
    claim.personId ? findPerson(db, organisationId, claim.personId) : null,
    findPass(db, { organisationId, pollId: poll.id }, claim.passToken ?? null),
    claim.personId && asksForProvider(poll)
      ? findLinkedSubjects(db, organisationId, claim.personId)
      : [],
  ]);
  const account = person?.confirmedAt ? person : null;
  const own: readonly Mark[] = account
    ? [
        { kind: 'account', value: account.id },
        { kind: 'mailbox', value: account.mailbox },
        ...linked
          .slice(0, 1)
          .map((one) => ({ kind: 'provider', value: providerSubject(one) }) as const),
      ]
    : [];
  const rollKey = openKeys(keysFolder).rollKey();
  const marks = own.map((mark) => writeMark(rollKey, poll.id, mark));
  const kinds = new Set(marks.map(({ kind }) => kind));
  return {
    person: account,
    hasAccount: account !== null,
    held: new Set([
      ...(pass?.methods ?? []),
      ...(account
        ? [
            ...heldByAccount(account, poll.residenceRequired),
            ...(linked.length > 0 ? PROVIDER : []),
          ]
        : []),
    ]),
    // the account's own mailbox, where it has one
    marks: [...marks, ...(pass?.marks ?? []).filter(({ kind }) => !kinds.has(kind))],
    birthDate: pass?.birthDate ?? account?.birthDate ?? null,
    livesHere: pass?.livesHere ?? (account ? livesHere(account) : null),
  };
}

const PROVIDER = ['provider'] as const;

function asksForProvider({ settings }: Poll): boolean {
  const { required, oneOf } = settings.admission;
  return [...required, ...oneOf].includes('provider');
}

/** A person at an identity provider: by its own address, so that one removed and added again is the same. */
export function providerSubject({ issuer, subject }: { issuer: string; subject: string }): string {
  return `${issuer}\n${subject}`;
}
