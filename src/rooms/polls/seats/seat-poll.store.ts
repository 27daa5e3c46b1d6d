import { createHash } from 'node:crypto';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { type WrittenMark, writeMark } from '../../electorate/index.ts';
import { type Act, findEditionById, insertSpaceVote } from '../../spaces/index.ts';
import { checkBallot } from '../ballot/ballot.ts';
import { writeEntry } from '../ballot/entry.ts';
import { type CastingRefusal, recordBallot } from '../box/casting.store.ts';
import { checkHeadsOnce } from '../box/loss.store.ts';
import { findOwnBallot } from '../box/own-ballot.store.ts';
import { sealPoll } from '../box/sealing.store.ts';
import { forgetTurnout } from '../box/turnout.store.ts';
import { countPoll, publishResult } from '../counting/counting.store.ts';
import { openPoll } from '../opening/opening.store.ts';
import { LABEL_LENGTH } from '../opening/terms.ts';
import { findPollOf } from '../poll.store.ts';
import { findResult } from '../result/result.store.ts';

/**
 * One question put to seats that another room knows (docs/decisions/083): the secret votes of an assembly. Whose a seat is,
 * and how many somebody has, is that room's; the box, its sealing and its count are those of every vote.
 */

interface Folders {
  keysFolder: string;
  varFolder: string;
}

/** `yes`, `no`, or a blank ballot. */
export type SeatChoice = 'yes' | 'no' | 'blank';

/** An edition of the space for one such vote, in the transaction that writes down what it is for. */
export async function insertSeatVote(
  tx: Tx,
  organisationId: string,
  spaceId: string,
  vote: { title: string; wantedSlug: string; opensAt: Date; closesAt: Date },
): Promise<string> {
  const edition = await insertSpaceVote(tx, organisationId, spaceId, {
    ...vote,
    title: cut(vote.title),
  });
  return edition.id;
}

/** Opens its box, once, whoever asks. */
export async function openSeatPoll(
  db: Database,
  folders: Folders,
  act: Act,
  editionId: string,
  vote: { title: string; opensAt: Date; closesAt: Date },
): Promise<void> {
  if (await findPollOf(db, act.organisationId, editionId)) return;
  const edition = (await findEditionById(db, act.organisationId, editionId))!;
  const opened = await openPoll(db, folders, act, edition, {
    title: cut(vote.title),
    kind: 'yes-no',
    rule: 'yes-no',
    tieBreak: ['smaller-id'],
    minimumChoices: 0,
    maximumChoices: 1,
    labels: [cut(vote.title)],
    opensAt: vote.opensAt,
    closesAt: vote.closesAt,
    settings: {
      subject: 'questions',
      admission: { required: ['seat'], oneOf: [], withoutAccount: false },
      paper: 'none',
    },
  });
  if (!opened.ok && !opened.refusals.includes('poll-already-opened'))
    throw new Error(`A vote of seats does not open: ${opened.refusals.join(', ')}.`);
}

const cut = (title: string): string => [...title].slice(0, LABEL_LENGTH).join('');

/** What a seat's line of the roll is found by: the roll knows no person. */
const marksOf = (folders: Folders, pollId: string, seat: string): readonly WrittenMark[] => [
  writeMark(openKeys(folders.keysFolder).rollKey(), pollId, { kind: 'code', value: seat }),
];

/** Those of some seats that have voted, as long as the box is open. */
export async function listVotedSeats(
  db: Database,
  folders: Folders,
  organisationId: string,
  editionId: string,
  seats: readonly string[],
): Promise<ReadonlySet<string>> {
  const poll = await findPollOf(db, organisationId, editionId);
  if (!poll) return new Set();
  const voted = await Promise.all(
    seats.map(async (seat) => {
      const marks = marksOf(folders, poll.id, seat);
      const own = await findOwnBallot(db, folders.keysFolder, {
        pollId: poll.id,
        marks,
        idempotencyKey: null,
      });
      return own.revision > 0 || own.channel === 'online' ? [seat] : [];
    }),
  );
  return new Set(voted.flat());
}

/**
 * Casts the ballot of each of some seats, or replaces it, until the close. `formKey` (a UUID) names the form: sent twice it
 * votes once. Each ballot is written by itself, as every vote is: cut short, the same form sent again writes the rest.
 */
export async function castSeats(
  db: Database,
  folders: Folders,
  organisationId: string,
  editionId: string,
  { seats, choice, formKey }: { seats: readonly string[]; choice: SeatChoice; formKey: string },
): Promise<{ ok: true } | { ok: false; refusal: CastingRefusal }> {
  const poll = (await findPollOf(db, organisationId, editionId))!;
  const [option] = poll.options;
  const written =
    choice === 'blank' ? [] : [writeEntry({ key: option!.key, points: choice === 'yes' ? 1 : 0 })];
  const ballot = checkBallot(poll, written);
  if (!ballot.ok) throw new Error(`A seat's ballot does not hold: ${ballot.refusal}.`);
  await checkHeadsOnce(db, folders);
  for (const seat of seats) {
    const marks = marksOf(folders, poll.id, seat);
    const idempotencyKey = keyOf(formKey, seat);
    const at = { pollId: poll.id, marks, idempotencyKey };
    const own = await findOwnBallot(db, folders.keysFolder, at);
    // this very form was answered for this seat
    if (own.receipt !== null) continue;
    const cast = await recordBallot(db, folders, {
      organisationId,
      pollId: poll.id,
      manifestHash: poll.manifestHash,
      marks,
      pointId: null,
      paperRule: poll.settings.paper,
      choices: ballot.choices,
      sealed: null,
      nonce: null,
      idempotencyKey,
      believedRevision: own.revision,
      publicVoter: null,
    });
    if (!cast.ok) return cast;
  }
  forgetTurnout(poll.id);
  return { ok: true };
}

/** One for each seat of a form, the same each time. */
function keyOf(formKey: string, seat: string): string {
  const hex = createHash('sha256').update(`${formKey}:${seat}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** What a box said, in votes; blank ballots abstain. */
export interface SeatCount {
  yes: number;
  no: number;
  abstained: number;
}

/** Seals, counts and publishes a box that is past its close; each is done once, and what is done already is left. null: not yet. */
export async function finishSeatPoll(
  db: Database,
  folders: Folders,
  act: Act,
  editionId: string,
): Promise<SeatCount | null> {
  const poll = (await findPollOf(db, act.organisationId, editionId))!;
  const sealed = await sealPoll(db, folders, act, poll.id);
  if (!sealed.ok && sealed.refusal !== 'already-sealed') return null;
  const counted = await countPoll(db, act, poll.id);
  if (!counted.ok && counted.refusal !== 'already-counted') return null;
  await publishResult(db, act, poll.id);
  return findSeatCount(db, act.organisationId, poll.id);
}

async function findSeatCount(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<SeatCount | null> {
  const kept = await findResult(db, organisationId, pollId);
  if (!kept) return null;
  const { ballots, envelopes } = kept.result;
  const tally = envelopes[0]?.tally;
  if (tally?.method !== 'yes-no') return { yes: 0, no: 0, abstained: ballots };
  const [answers] = tally.answers;
  const [yes, no] = [answers?.yes ?? 0, answers?.no ?? 0];
  return { yes, no, abstained: ballots - yes - no };
}
