import { dayInParis } from '../../../platform/clock/paris.ts';
import type { Database } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { listMissing, type Method } from '../../electorate/index.ts';
import { type BallotRefusal, checkBallot, type RefusedBallot } from '../ballot/ballot.ts';
import type { Poll } from '../poll.ts';
import { checkSealed, type SealedRefusal } from '../sealed/sealed-ballot.ts';
import { countVote } from '../watch/counts.store.ts';
import { type CastingRefusal, recordBallot } from './casting.store.ts';
import { type EligibilityRefusal, refuseVoter } from './eligibility.ts';
import { checkHeadsOnce } from './loss.store.ts';
import { findOwnBallot, type OwnBallot } from './own-ballot.store.ts';
import { forgetTurnout } from './turnout.store.ts';
import { findVoter, type VoterClaim } from './voter.store.ts';

export interface Folders {
  keysFolder: string;
  varFolder: string;
}

/** A ballot as a form brings it: nothing in it was checked yet. */
export interface BallotForm extends VoterClaim {
  /** The point of vote where the ballot is cast; null: from afar. */
  pointId?: string | null;
  /** Each as `writeEntry` writes it, in the voter's order. */
  choices: readonly string[];
  /** 64 hexadecimal digits drawn by the browser, or '' when no script ran. */
  nonce: string;
  /** A UUID, one per form shown. */
  idempotencyKey: string;
  /** The revision of the ballot that the form replaces; 0: a first vote. */
  believedRevision: number;
  /** Whether the voter ticked that their public name goes with their vote; asked for in a public vote only. */
  acceptsPublic?: boolean;
  /** In a sealed poll (P2): the ballot as the browser encrypted it; then no choices come with it. */
  sealed?: string;
}

export type VoteRefusal =
  | BallotRefusal
  | EligibilityRefusal
  | CastingRefusal
  | SealedRefusal
  | 'form-damaged'
  | 'public-vote-not-accepted';

export type Cast =
  /** `again`: this form was answered before, and nothing was written now. */
  | { ok: true; receipt: string; replaced: boolean; again?: true }
  /** `about`: the envelope or the group that the refusal speaks of. */
  | { ok: false; refusal: VoteRefusal; about?: RefusedBallot['about'] };

/**
 * Casts a ballot or replaces it, until the close (R76). `now` is database time, for the voter's age;
 * whether the poll is open is asked again within the transaction.
 */
export async function castBallot(
  db: Database,
  folders: Folders,
  organisationId: string,
  poll: Poll,
  form: BallotForm,
  now: Date,
): Promise<Cast> {
  if (!isReadable(form)) return { ok: false, refusal: 'form-damaged' };
  const { sealing } = poll.settings;
  const ballot = sealing
    ? checkSealed(sealing, form.sealed ?? '')
    : checkBallot(poll, form.choices);
  if (!ballot.ok) return ballot;
  const voter = await findVoter(db, folders.keysFolder, organisationId, poll, form);
  const refusal = refuseVoter(poll, voter, dayInParis(now));
  if (refusal) return { ok: false, refusal };
  const isPublic = poll.profile === 'P0';
  if (isPublic && !form.acceptsPublic) return { ok: false, refusal: 'public-vote-not-accepted' };
  // a public vote has a name beside it, which only an account has
  if (isPublic && !voter.person) return { ok: false, refusal: 'account-not-confirmed' };
  await checkHeadsOnce(db, folders);
  const cast = await recordBallot(db, folders, {
    organisationId,
    pollId: poll.id,
    manifestHash: poll.manifestHash,
    marks: voter.marks,
    pointId: form.pointId ?? null,
    paperRule: poll.settings.paper,
    choices: 'choices' in ballot ? ballot.choices : [],
    sealed: 'sealed' in ballot ? ballot.sealed : null,
    nonce: form.nonce === '' ? null : form.nonce,
    idempotencyKey: form.idempotencyKey,
    believedRevision: form.believedRevision,
    publicVoter: isPublic ? voter.person!.id : null,
  });
  if (cast.ok) {
    forgetTurnout(poll.id);
    const isFirst = !cast.replaced && !cast.again;
    const vote = { organisationId, pollId: poll.id, pointId: form.pointId ?? null };
    // in memory: nothing more is written with a vote (integrity part 0, point 5)
    if (isFirst) countVote(db, { ...vote, channel: 'online', at: now });
  }
  return cast;
}

function isReadable(form: BallotForm): boolean {
  return (
    isUuid(form.idempotencyKey) &&
    /^([0-9a-f]{64})?$/.test(form.nonce) &&
    Number.isSafeInteger(form.believedRevision) &&
    form.believedRevision >= 0 &&
    form.believedRevision < 2 ** 31
  );
}

/** What the review page tells a voter: whether they may vote, and whether they have. */
export interface VoterStanding extends OwnBallot {
  refusal: EligibilityRefusal | null;
  /** What the account and this browser have proven so far. */
  held: readonly Method[];
  /** Each group of methods of which one is still to be proven. */
  missing: readonly (readonly Method[])[];
}

export async function findStanding(
  db: Database,
  folders: Folders,
  organisationId: string,
  poll: Poll,
  claim: VoterClaim & { idempotencyKey: string | null },
  now: Date,
): Promise<VoterStanding> {
  const voter = await findVoter(db, folders.keysFolder, organisationId, poll, claim);
  const own = await findOwnBallot(db, folders.keysFolder, {
    pollId: poll.id,
    marks: voter.marks,
    // a cookie may hold anything
    idempotencyKey: isUuid(claim.idempotencyKey ?? '') ? claim.idempotencyKey : null,
  });
  return {
    ...own,
    refusal: refuseVoter(poll, voter, dayInParis(now)),
    held: [...voter.held],
    missing: listMissing(poll.settings.admission, voter.held),
  };
}
