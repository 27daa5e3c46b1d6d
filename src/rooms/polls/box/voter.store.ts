import type { Database } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import {
  checkNames,
  declaredMark,
  findPass,
  findProofDecision,
  type Mark,
  type Method,
  type WrittenMark,
  writeMark,
} from '../../electorate/index.ts';
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

/** An account, a pass and a document that an officer accepted, taken together: what each has proven counts. */
export async function findVoter(
  db: Database,
  keysFolder: string,
  organisationId: string,
  poll: Poll,
  claim: VoterClaim,
): Promise<Voter> {
  const at = { organisationId, pollId: poll.id };
  const [person, pass, linked, document] = await Promise.all([
    claim.personId ? findPerson(db, organisationId, claim.personId) : null,
    findPass(db, at, claim.passToken ?? null),
    claim.personId && asksFor(poll, 'provider')
      ? findLinkedSubjects(db, organisationId, claim.personId)
      : [],
    asksFor(poll, 'proof') ? findAccepted(db, at, claim) : null,
  ]);
  const account = person?.confirmedAt ? person : null;
  const rollKey = openKeys(keysFolder).rollKey();
  const own = account ? marksOf(account, linked, poll) : [];
  return {
    person: account,
    hasAccount: account !== null,
    held: new Set<Method>([
      ...(pass?.methods ?? []),
      ...(account ? heldByAccount(account, poll.residenceRequired) : []),
      ...(linked.length > 0 ? (['provider'] as const) : []),
      ...(document ? (['proof'] as const) : []),
    ]),
    // of two of one kind, the one that was better proven: the account's own mailbox, the document's own name
    marks: keepFirstOfKind([
      ...own.map((mark) => writeMark(rollKey, poll.id, mark)),
      ...(document?.accepted ?? []),
      ...(pass?.marks ?? []),
    ]),
    birthDate: document?.birthDate ?? pass?.birthDate ?? account?.birthDate ?? null,
    livesHere: document?.livesHere ?? pass?.livesHere ?? (account ? livesHere(account) : null),
  };
}

function marksOf(
  account: Person,
  linked: readonly { issuer: string; subject: string }[],
  poll: Poll,
): Mark[] {
  const { name, birthDate } = account;
  // where one may also vote without an account, who declares is one person with an account and without
  const declares =
    poll.settings.admission.withoutAccount &&
    asksFor(poll, 'declaration') &&
    checkNames(name) === null;
  return [
    { kind: 'account', value: account.id },
    { kind: 'mailbox', value: account.mailbox },
    ...linked.slice(0, 1).map((one): Mark => ({ kind: 'provider', value: providerSubject(one) })),
    ...(declares && birthDate !== null ? [declaredMark({ names: name, birthDate })] : []),
  ];
}

function keepFirstOfKind(marks: readonly WrittenMark[]): WrittenMark[] {
  return marks.filter((mark, at) => marks.findIndex(({ kind }) => kind === mark.kind) === at);
}

/** Whether this proof is asked for, or is one of those that are enough. */
function asksFor({ settings }: Poll, method: Method): boolean {
  const { required, oneOf } = settings.admission;
  return [...required, ...oneOf].includes(method);
}

/** The applicant of a document: an account, or the pass of a browser. */
export function applicantOf({ personId, passToken }: VoterClaim) {
  if (personId) return { personId };
  return passToken ? { passHash: hashSecret(passToken) } : null;
}

async function findAccepted(
  db: Database,
  at: { organisationId: string; pollId: string },
  claim: VoterClaim,
) {
  const applicant = applicantOf(claim);
  const decision = applicant ? await findProofDecision(db, at, applicant) : 'none';
  return typeof decision === 'object' && 'accepted' in decision ? decision : null;
}

/** A person at an identity provider: by its own address, so that one removed and added again is the same. */
export function providerSubject({ issuer, subject }: { issuer: string; subject: string }): string {
  return `${issuer}\n${subject}`;
}
