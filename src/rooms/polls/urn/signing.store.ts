import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Choices } from '../ballot/ballot.ts';
import { commitBallot, hashText, makeNonce, signText, writeCanonical } from '../box/box.crypto.ts';
import type { Poll } from '../poll.ts';
import { areBothFinished, type Batch, findDifferences, keyingOf, listAgreed } from './batch.ts';
import type { KeyedBallot } from './keyed-ballot.ts';
import {
  lockBatch,
  type Refusable,
  type UrnAct,
  UrnRefused,
  withinKeying,
} from './keying-access.store.ts';

/**
 * One of the two signs what both agree on. With the second signature the statement is signed by the house's
 * key and the ballots enter the box, all in one transaction: there is no signed batch whose ballots are
 * missing, and no ballot of a batch that is not signed.
 */
export async function signBatch(
  db: Database,
  folders: { keysFolder: string },
  act: UrnAct,
  batchId: string,
): Promise<Refusable<{ entered: boolean }>> {
  return withinKeying(db, act, async (tx) => {
    const { batch, poll } = await lockBatch(tx, act, batchId);
    const keying = keyingOf(batch, act.by);
    if (!keying) throw new UrnRefused('not-your-batch');
    if (!areBothFinished(batch)) throw new UrnRefused('not-finished');
    if (findDifferences(batch, poll).length > 0) throw new UrnRefused('still-different');
    if (keying.signed) throw new UrnRefused('signed-by-you');
    await tx
      .updateTable('paper_keying')
      .set({ signed_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', act.organisationId)
      .where('poll_id', '=', act.pollId)
      .where('batch_id', '=', batchId)
      .where('side', '=', keying.side)
      .execute();
    if (!batch.keyings.some(({ signed }) => signed)) return { entered: false };
    await enterBatch(tx, folders, act, batch, poll);
    return { entered: true };
  });
}

async function enterBatch(
  tx: Tx,
  { keysFolder }: { keysFolder: string },
  act: UrnAct,
  batch: Batch,
  poll: Poll,
): Promise<void> {
  const agreed = listAgreed(batch, poll);
  const valid = agreed.flatMap((one) => (one.kind === 'valid' ? [one.choices] : []));
  const count = (kind: KeyedBallot['kind']) => agreed.filter((one) => one.kind === kind).length;
  const counts = { valid: valid.length, blank: count('blank'), void: count('void') };
  const nonce = makeNonce();
  const hash = hashBatch(nonce, valid, counts);
  const keyers = batch.keyings.map(({ personId }) => personId);
  const deciders = [...new Set(batch.decisions.map(({ by }) => by))];
  const statement = writeCanonical({
    format: 'pb-batch-v1',
    poll: poll.id,
    manifest: poll.manifestHash,
    point: batch.pointId,
    urn: batch.urn,
    batch: batch.number,
    ballots: batch.declared,
    // over what each of them says, blank and void ones too: of a small pile the public learns how many, not what
    hash,
    roles: ['keyer', 'keyer', ...deciders.map(() => 'decider')],
    // who signed is known to the house and can be proven with the nonce; a bundle names nobody
    signers: hashText(writeCanonical({ nonce, keyers, deciders })),
  });
  await tx
    .updateTable('paper_batch')
    .set({
      ...counts,
      hash,
      nonce,
      statement,
      signature: signText(openKeys(keysFolder).signingKey(), 'pb-batch-v1', statement),
      signed_at: sql<Date>`palabre_now()`,
    })
    .where('organisation_id', '=', act.organisationId)
    .where('poll_id', '=', act.pollId)
    .where('id', '=', batch.id)
    .execute();
  await insertSlots(tx, act, poll, valid);
  await recordFact(tx, {
    organisationId: act.organisationId,
    kind: 'urn.batch-signed',
    actorId: act.by,
    subject: { kind: 'poll', id: act.pollId },
    detail: { number: batch.number, pointId: batch.pointId, hash, keyers, deciders, ...counts },
  });
}

/** Sorted: the order of a pile says nothing, and counting it again in another order gives the same hash. */
function hashBatch(
  nonce: string,
  valid: readonly Choices[],
  { blank, void: spoilt }: { blank: number; void: number },
): string {
  const ballots = valid.map((choices) => writeCanonical(choices)).sort();
  return hashText(writeCanonical({ nonce, ballots, blank, void: spoilt }));
}

/** Under slot keys drawn at random, in an order drawn at random. */
async function insertSlots(
  tx: Tx,
  { organisationId, pollId }: UrnAct,
  { manifestHash }: Poll,
  valid: readonly Choices[],
): Promise<void> {
  const drawn = [...valid];
  for (let at = drawn.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!];
  }
  if (drawn.length === 0) return;
  await tx
    .insertInto('ballot_slot')
    .values(
      drawn.map((choices) => {
        const nonce = makeNonce();
        return {
          organisation_id: organisationId,
          poll_id: pollId,
          slot_key: makeNonce(),
          choices: JSON.stringify(choices),
          nonce,
          commitment: commitBallot(manifestHash, choices, nonce),
          channel: 'paper',
        };
      }),
    )
    .execute();
}
