import type { Database, Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import { hashText, writeCanonical } from '../box/box.crypto.ts';
import { countVoters, listSealedBallots } from '../box/box.store.ts';
import { findLatestHead } from '../box/head.store.ts';
import { freezeNicknames } from '../box/public-ballot.store.ts';
import { findPoll, lockPoll, recordAct } from '../poll.store.ts';
import {
  type CountingRefusal,
  type Poll,
  type PublishingRefusal,
  refuseCounting,
  refusePublishing,
} from '../poll.ts';
import { endPlan } from '../proclamation/publication-plan.store.ts';
import { insertResult } from '../result/result.store.ts';
import { describeResult, type PollResult } from '../result/result.ts';
import { listSignedTotals } from '../urn/totals.store.ts';
import { addUp, type PointTotals } from '../urn/totals.ts';
import { type CountRun, endRun } from './count-run.store.ts';
import { listElections, listPapers } from './election.ts';
import { CountCancelled, countApart, type Watch } from './tally-process.crypto.ts';

/**
 * Counts the sealed box, in a process of its own. The result stays under embargo until it is published.
 * `run`: the count that was asked for and may have been cancelled meanwhile (then CountCancelled).
 */
export async function countPoll(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
  { run, ...watch }: Watch & { run?: CountRun } = {},
): Promise<{ ok: true; result: PollResult } | { ok: false; refusal: CountingRefusal }> {
  const poll = await getPoll(db, organisationId, pollId);
  const refusal = refuseCounting(poll);
  if (refusal) return { ok: false, refusal };
  const counted = await countSealed(db, organisationId, poll, watch);
  const { hash } = counted;
  return db.transaction().execute(async (tx) => {
    if (run && !(await endRun(tx, run, 'done'))) throw new CountCancelled('Cancelled at the end.');
    if (!(await recordAct(tx, organisationId, pollId, { kind: 'counted', by, detail: { hash } })))
      return { ok: false, refusal: 'already-counted' };
    await insertResult(tx, organisationId, pollId, counted);
    await recordFact(tx, {
      organisationId,
      kind: 'poll.counted',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { editionId: poll.editionId, hash },
    });
    return { ok: true, result: counted.result };
  });
}

/** What a count needs of a poll: any terms can be tried on any ballots. */
export type CountedTerms = Pick<
  Poll,
  | 'id'
  | 'manifestHash'
  | 'kind'
  | 'envelope'
  | 'settings'
  | 'options'
  | 'rule'
  | 'tieBreak'
  | 'fundUnsupported'
>;

/** Equal ballots. */
export interface BallotGroup {
  choices: Choices;
  times: number;
}

/** A box as it is counted. */
export interface CountedBox {
  /** The seed of a public draw. */
  root: string;
  /** Of the roll. */
  voters: number;
  ballots: readonly BallotGroup[];
  /** Points that were counted by hand; left out: none. */
  totals?: readonly PointTotals[];
}

export interface CountedResult {
  result: PollResult;
  /** Canonical form, and its SHA-256. */
  body: string;
  hash: string;
}

/** The count itself, in its canonical form: nothing is written. */
export async function countSealed(
  db: Db,
  organisationId: string,
  poll: Poll,
  watch: Watch = {},
): Promise<CountedResult> {
  return countBox(poll, await openBox(db, organisationId, poll), watch);
}

/** The sealed box of a poll, and beside it what is known by totals only; its root is the seed of a public draw. */
export async function openBox(db: Db, organisationId: string, poll: Poll): Promise<CountedBox> {
  const ballots = await listSealedBallots(db, poll.id);
  const { root } = (await findLatestHead(db, organisationId, poll.id))!;
  // the roll of an archived poll stayed where it was held: one ballot a voter
  const voters = poll.imported ? countAll(ballots) : await countVoters(db, poll.id);
  const totals = await listSignedTotals(db, { organisationId, pollId: poll.id });
  return { root, voters, ballots, ...(totals.length > 0 && { totals }) };
}

/** Counts a box by some terms, in a process of its own. */
export async function countBox(
  poll: CountedTerms,
  { root, voters, ballots, totals }: CountedBox,
  watch: Watch = {},
): Promise<CountedResult> {
  const { kind, rule, tieBreak, fundUnsupported, settings } = poll;
  const counted = await countApart(
    {
      envelopes: listElections(poll, (key) => hashText(`${root}:${key}`)).map((envelope) => ({
        ...envelope,
        papers: listPapers(poll, envelope.key, ballots),
        ...(totals && { totals: addUp(poll, envelope.key, totals) }),
      })),
      options: {
        rule,
        tieBreak,
        fundUnsupported,
        ...(settings.seats !== null && { seats: settings.seats }),
        ...(kind === 'judgment' && { defaultGrade: settings.defaultGrade }),
      },
    },
    watch,
  );
  // Ballots are checked as they are cast or imported: one that cannot be counted is a fault of ours.
  if (!counted.ok) throw new Error(`A sealed ballot cannot be counted: ${counted.refusal}.`);
  const blank = countAll(ballots.filter(({ choices }) => choices.length === 0));
  const known = totals?.reduce((sum, { valid }) => sum + valid, 0);
  const box = {
    ...{ root, voters, ballots: countAll(ballots) + (known ?? 0), blank },
    ...(known !== undefined && { totals: known }),
  };
  const result = describeResult(counted.counts, poll, box);
  const body = writeCanonical(result);
  return { result, body, hash: hashText(body) };
}

const countAll = (ballots: readonly BallotGroup[]) =>
  ballots.reduce((sum, { times }) => sum + times, 0);

/**
 * Lifts the embargo (R57): from here on the result is a public page, and the winners can be followed up.
 * A publication that was planned for later is over with it.
 */
export async function publishResult(
  db: Db,
  { organisationId, by }: Act,
  pollId: string,
): Promise<{ ok: true } | { ok: false; refusal: PublishingRefusal }> {
  return inTransaction(db, async (tx) => {
    await lockPoll(tx, organisationId, pollId);
    const poll = await getPoll(tx, organisationId, pollId);
    const refusal = refusePublishing(poll);
    if (refusal) return { ok: false, refusal };
    await endPlan(tx, { organisationId, by }, pollId, 'published');
    if (!(await recordAct(tx, organisationId, pollId, { kind: 'published', by })))
      return { ok: false, refusal: 'already-published' };
    if (poll.profile === 'P0') await freezeNicknames(tx, { organisationId, pollId });
    await recordFact(tx, {
      organisationId,
      kind: 'poll.published',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { editionId: poll.editionId },
    });
    return { ok: true };
  });
}

async function getPoll(db: Db, organisationId: string, pollId: string): Promise<Poll> {
  const poll = await findPoll(db, organisationId, pollId);
  if (!poll) throw new Error(`No poll ${pollId}.`);
  return poll;
}
