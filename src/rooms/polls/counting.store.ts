import type { Database, Db } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Act } from '../spaces/index.ts';
import { noLimits, type Terms } from '../tally/index.ts';
import { hashText, writeCanonical } from './box.crypto.ts';
import { countVoters, listSealedBallots } from './box.store.ts';
import { findLatestHead } from './head.store.ts';
import { findPoll, recordAct } from './poll.store.ts';
import {
  type CountingRefusal,
  type Poll,
  type PublishingRefusal,
  refuseCounting,
  refusePublishing,
} from './poll.ts';
import { insertResult } from './result.store.ts';
import { describeResult, type PollResult } from './result.ts';
import { countInThread } from './tally-thread.crypto.ts';

/** Counts the sealed box, in a thread of its own. The result stays under embargo until it is published. */
export async function countPoll(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
): Promise<{ ok: true; result: PollResult } | { ok: false; refusal: CountingRefusal }> {
  const poll = await getPoll(db, organisationId, pollId);
  const refusal = refuseCounting(poll);
  if (refusal) return { ok: false, refusal };
  const counted = await countSealed(db, organisationId, poll);
  const { hash } = counted;
  return db.transaction().execute(async (tx) => {
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

/** The count itself, in its canonical form: nothing is written. */
export async function countSealed(
  db: Db,
  organisationId: string,
  poll: Poll,
): Promise<{ result: PollResult; body: string; hash: string }> {
  const sealed = await listSealedBallots(db, poll.id);
  const head = await findLatestHead(db, organisationId, poll.id);
  const counted = await countInThread({
    terms: readTerms(poll),
    options: { rule: poll.rule, tieBreak: poll.tieBreak, fundUnsupported: poll.fundUnsupported },
    papers: sealed.map(({ choices, times }) => ({ ...asPaper(choices), times })),
  });
  // Ballots are checked as they are cast or imported: one that cannot be counted is a fault of ours.
  if (!counted.ok) throw new Error(`A sealed ballot cannot be counted: ${counted.refusal}.`);
  const { ballots } = counted.result;
  const result = describeResult(counted.result, {
    poll: poll.id,
    manifest: poll.manifestHash,
    root: head!.root,
    // the roll of an archived poll stayed where it was held: one ballot a voter
    voters: poll.imported ? ballots : await countVoters(db, poll.id),
  });
  const body = writeCanonical(result);
  return { result, body, hash: hashText(body) };
}

/** Lifts the embargo (R57): from here on the result is a public page, and the winners can be followed up. */
export async function publishResult(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
): Promise<{ ok: true } | { ok: false; refusal: PublishingRefusal }> {
  const poll = await getPoll(db, organisationId, pollId);
  const refusal = refusePublishing(poll);
  if (refusal) return { ok: false, refusal };
  return db.transaction().execute(async (tx) => {
    if (!(await recordAct(tx, organisationId, pollId, { kind: 'published', by })))
      return { ok: false, refusal: 'already-published' };
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

async function getPoll(db: Database, organisationId: string, pollId: string): Promise<Poll> {
  const poll = await findPoll(db, organisationId, pollId);
  if (!poll) throw new Error(`No poll ${pollId}.`);
  return poll;
}

/** What a poll says of its election before the first ballot is opened. */
export function readTerms(poll: Poll): Terms {
  const { limits } = poll;
  const cents = (amount: number | undefined) => (amount === undefined ? null : BigInt(amount));
  return {
    budget: BigInt(poll.envelope),
    kind: poll.kind,
    projects: poll.options.map((option) => ({
      id: option.key,
      cost: BigInt(option.cost),
      ...(option.depositedAt && { depositedAt: option.depositedAt.getTime() / 1000 }),
    })),
    limits: {
      ...noLimits,
      minLength: poll.minimumChoices,
      maxLength: poll.maximumChoices,
      minPoints: limits.minPoints ?? null,
      maxPoints: limits.maxPoints ?? null,
      minSumPoints: limits.minSumPoints ?? null,
      maxSumPoints: limits.maxSumPoints ?? null,
      minSumCost: cents(limits.minSumCost),
      maxSumCost: cents(limits.maxSumCost),
    },
  };
}

/** A ballot of the box as a count takes it. */
export function asPaper(choices: readonly (string | readonly [string, number])[]): {
  choices: string[];
  points?: number[];
} {
  const keys = choices.map((choice) => (typeof choice === 'string' ? choice : choice[0]));
  const points = choices.flatMap((choice) => (typeof choice === 'string' ? [] : [choice[1]]));
  return points.length > 0 ? { choices: keys, points } : { choices: keys };
}
