import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Choices } from '../ballot/ballot.ts';
import { findKeyMarks, getManifest } from '../poll.store.ts';
import {
  commitBallot,
  hashElector,
  hashSlot,
  hashText,
  isKeyMark,
  makeNonce,
  markVoter,
  signReceipt,
  writeCanonical,
} from './box.crypto.ts';
import { isLineJustMade, lockElector } from './elector.store.ts';
import { writePublicBallot } from './public-ballot.store.ts';

/** A ballot that was checked against its poll, from a voter whose right was checked (casting.ts). */
export interface Vote {
  organisationId: string;
  pollId: string;
  manifestHash: string;
  /** Whose line of the roll: the mailbox never gets into the database from here. */
  mailbox: string;
  /** Nor does the account: only a keyed hash of it, so that another mailbox does not vote again. */
  personId: string;
  choices: Choices;
  /** 64 hexadecimal digits from the voter's browser; null: drawn here, and the receipt says so. */
  nonce: string | null;
  /** One per form shown: sent again with the same ballot it brings back the same receipt. */
  idempotencyKey: string;
  /** Which ballot the form believed to be in the box: 0 for none, otherwise its revision. */
  believedRevision: number;
  /** Who will be named with this ballot, in a public vote (P0) that they accepted; null: a secret one. */
  publicVoter: string | null;
}

export type CastingRefusal =
  | 'poll-not-open-yet'
  | 'poll-closed'
  | 'poll-locked'
  | 'box-out-of-reach'
  | 'already-cast'
  | 'key-used-for-another-ballot'
  | 'voted-on-paper'
  | 'mailbox-voted';

export type CastOutcome =
  | { ok: true; receipt: string; replaced: boolean }
  | { ok: false; refusal: CastingRefusal };

/** Ends the transaction with a refusal, and everything it wrote with it. */
class Refusal extends Error {
  readonly refusal: CastingRefusal;
  constructor(refusal: CastingRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/**
 * The casting transaction (integrity part 0, point 5): locks the elector's line and nothing that others
 * wait for, asks database time whether the poll is open, writes slot, émargement and idempotency row,
 * and nothing else: no fact, no mail, no time. A public vote (P0) adds whose the ballot is.
 */
export async function recordBallot(
  db: Database,
  folders: { keysFolder: string },
  vote: Vote,
): Promise<CastOutcome> {
  const keys = openKeys(folders.keysFolder);
  const linkKey = keys.readLinkKey(vote.pollId);
  // Sealed, and the key is gone with reason; or it should be there, and no ballot can find its slot.
  if (!linkKey) {
    const state = await findState(db, vote);
    return { ok: false, refusal: state === 'open' ? 'box-out-of-reach' : state };
  }
  const sameKeys = await areSameKeys(db, vote, {
    roll: keys.rollKey(),
    link: linkKey,
    verify: keys.verifyKey(),
  });
  if (!sameKeys) return { ok: false, refusal: 'box-out-of-reach' };
  const marks = {
    keyHash: hashElector(keys.rollKey(), vote.pollId, vote.mailbox),
    personMark: markVoter(keys.rollKey(), vote.pollId, vote.personId),
  };
  const bodyHash = hashText(
    writeCanonical([vote.choices, vote.nonce, vote.believedRevision, vote.manifestHash]),
  );
  const cast = () =>
    db.transaction().execute(async (tx): Promise<CastOutcome> => {
      const elector = await lockElector(tx, vote, marks);
      if (!elector) throw new Refusal('mailbox-voted');
      const slotKey = hashSlot(linkKey, elector.id);
      const replaced = vote.believedRevision > 0;
      const before = await findRequest(tx, vote);
      if (before) {
        if (before.slot_key !== slotKey || before.body_hash !== bodyHash)
          throw new Refusal('key-used-for-another-ballot');
        return { ok: true, receipt: before.receipt, replaced };
      }
      await expectOpen(tx, vote);
      if (elector.channel !== 'online') throw new Refusal('voted-on-paper');
      const nonce = vote.nonce ?? makeNonce();
      const commitment = commitBallot(vote.manifestHash, vote.choices, nonce);
      const ballot = { choices: JSON.stringify(vote.choices), nonce, commitment };
      if (!(await writeSlot(tx, vote, slotKey, ballot))) throw new Refusal('already-cast');
      const receipt = signReceipt(keys.signingKey(), {
        poll: vote.pollId,
        manifest: vote.manifestHash,
        commitment,
        nonceBy: vote.nonce === null ? 'server' : 'browser',
      });
      if (!(await writeRequest(tx, vote, slotKey, bodyHash, receipt)))
        throw new Refusal('key-used-for-another-ballot');
      if (vote.publicVoter !== null) {
        const named = { personId: vote.publicVoter, commitment, replaces: replaced };
        if (!(await writePublicBallot(tx, vote, named))) throw new Refusal('already-cast');
      }
      return { ok: true, receipt, replaced };
    });
  try {
    // the line that somebody else's request has just made is there the second time
    return await cast().catch((error) => {
      if (isLineJustMade(error)) return cast();
      throw error;
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.refusal };
    throw error;
  } finally {
    linkKey.fill(0);
  }
}

async function findRequest(tx: Tx, vote: Vote) {
  return tx
    .selectFrom('casting_request')
    .select(['slot_key', 'body_hash', 'receipt'])
    .where('poll_id', '=', vote.pollId)
    .where('idempotency_key', '=', vote.idempotencyKey)
    .executeTakeFirst();
}

/** Asked after the lock was obtained: time spent waiting counts, whatever any other clock says (V4). */
async function expectOpen(tx: Tx, vote: Vote): Promise<void> {
  const state = await findState(tx, vote);
  if (state !== 'open') throw new Refusal(state);
}

async function findState(db: Db, vote: Vote): Promise<'open' | CastingRefusal> {
  const { rows } = await sql<{ state: 'open' | CastingRefusal }>`
    select case
      when exists (select 1 from poll_act a where a.organisation_id = p.organisation_id
        and a.poll_id = p.id and a.kind = 'locked') then 'poll-locked'
      when palabre_now() < p.opens_at then 'poll-not-open-yet'
      when palabre_now() >= p.closes_at then 'poll-closed'
      else 'open' end as state
    from poll p where p.organisation_id = ${vote.organisationId} and p.id = ${vote.pollId}`.execute(
    db,
  );
  return rows[0]?.state ?? 'poll-closed';
}

/** A first ballot, or one in the place of the revision that the voter saw; anything else is not written. */
async function writeSlot(
  tx: Tx,
  vote: Vote,
  slotKey: string,
  ballot: { choices: string; nonce: string; commitment: string },
): Promise<boolean> {
  if (vote.believedRevision === 0) {
    const inserted = await tx
      .insertInto('ballot_slot')
      .values({
        organisation_id: vote.organisationId,
        poll_id: vote.pollId,
        slot_key: slotKey,
        ...ballot,
      })
      .onConflict((conflict) => conflict.constraint('ballot_once').doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n;
  }
  const updated = await tx
    .updateTable('ballot_slot')
    .set((eb) => ({ ...ballot, revision: eb('revision', '+', 1) }))
    .where('poll_id', '=', vote.pollId)
    .where('slot_key', '=', slotKey)
    .where('revision', '=', vote.believedRevision)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

async function writeRequest(
  tx: Tx,
  vote: Vote,
  slotKey: string,
  bodyHash: string,
  receipt: string,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('casting_request')
    .values({
      organisation_id: vote.organisationId,
      poll_id: vote.pollId,
      idempotency_key: vote.idempotencyKey,
      slot_key: slotKey,
      body_hash: bodyHash,
      receipt,
    })
    .onConflict((conflict) => conflict.constraint('casting_request_once').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

const trusted = new Set<string>();

/** With another roll or link key every elector would be a new one: rather no vote than two. */
async function areSameKeys(
  db: Database,
  vote: Vote,
  held: { roll: Buffer; link: Buffer; verify: string },
): Promise<boolean> {
  const fingerprint = [held.roll.toString('hex'), held.link.toString('hex'), held.verify].join();
  const known = `${vote.pollId} ${hashText(fingerprint)}`;
  if (trusted.has(known)) return true;
  const marks = await findKeyMarks(db, vote.organisationId, vote.pollId);
  if (
    !marks ||
    !isKeyMark(marks.roll, held.roll, vote.pollId) ||
    !isKeyMark(marks.link, held.link, vote.pollId) ||
    (await readVerifyKey(db, vote)) !== held.verify
  ) {
    console.error('The keys folder is not the one this poll was opened with: no vote is taken.');
    return false;
  }
  trusted.add(known);
  return true;
}

/** The key that the manifest promises receipts will be signed with. */
async function readVerifyKey(db: Database, vote: Vote): Promise<string> {
  const { body } = await getManifest(db, vote.organisationId, vote.pollId);
  return (JSON.parse(body) as { verifyKey: string }).verifyKey;
}
