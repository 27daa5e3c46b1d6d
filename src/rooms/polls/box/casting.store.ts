import type { Database, Tx } from '../../../platform/database/database.ts';
import type { WrittenMark } from '../../electorate/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import { commitPaper, makeToken } from '../sealed/sealed.crypto.ts';
import type { PaperRule } from '../settings.ts';
import {
  commitBallot,
  hashSlot,
  hashText,
  makeNonce,
  signReceipt,
  writeCanonical,
} from './box.crypto.ts';
import { type BoxRefusal, expectOpen, openBox, Refusal, withinVote } from './box-access.store.ts';
import { type Arrival, type Elector, lockElector, markVoted } from './elector.store.ts';
import { writePublicBallot } from './public-ballot.store.ts';
import { setEnvelopeAside } from './withdrawal.store.ts';

/** A ballot that was checked against its poll, from a voter whose right was checked (casting.ts). */
export interface Vote {
  organisationId: string;
  pollId: string;
  manifestHash: string;
  /** Keyed hashes of what the voter has proven: whose line of the roll it is. */
  marks: readonly WrittenMark[];
  /** Where the vote is cast in person; null: from afar. */
  pointId: string | null;
  paperRule: PaperRule;
  choices: Choices;
  /** The ciphertext in the place of the choices, in a sealed poll (P2). */
  sealed: string | null;
  /** 64 hexadecimal digits from the voter's browser; null: drawn here, and the receipt says so. */
  nonce: string | null;
  /** One per form shown: sent again with the same ballot it brings back the same receipt. */
  idempotencyKey: string;
  /** Which ballot the form believed to be in the box: 0 for none, otherwise its revision. */
  believedRevision: number;
  /** Who will be named with this ballot, in a public vote (P0) that they accepted; null: a secret one. */
  publicVoter: string | null;
}

export type CastingRefusal = BoxRefusal;

export type CastOutcome =
  /** `again`: this form was answered before, and nothing was written now. */
  | { ok: true; receipt: string; replaced: boolean; again?: true }
  | { ok: false; refusal: CastingRefusal };

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
  const opened = await openBox(db, folders, vote);
  if (!opened.ok) return opened;
  const { keys, linkKey } = opened.box;
  const bodyHash = hashText(
    writeCanonical([
      vote.sealed ?? vote.choices,
      vote.nonce,
      vote.believedRevision,
      vote.manifestHash,
    ]),
  );
  const cast = () =>
    db.transaction().execute(async (tx): Promise<CastOutcome> => {
      const line = await lockElector(tx, vote, vote.marks, arrivalOf(vote));
      if (!line.found) throw new Refusal(line.why);
      const slotKey = hashSlot(linkKey, line.id);
      const replaced = vote.believedRevision > 0;
      const before = await findRequest(tx, vote);
      if (before) {
        if (before.slot_key !== slotKey || before.body_hash !== bodyHash)
          throw new Refusal('key-used-for-another-ballot');
        return { ok: true, receipt: before.receipt, replaced, again: true };
      }
      await expectOpen(tx, vote);
      if (line.before) await settleChannel(tx, vote, line.before);
      const ballot = writeBallot(vote, linkKey);
      const { commitment } = ballot;
      if (!(await writeSlot(tx, vote, slotKey, ballot))) throw new Refusal('already-cast');
      const receipt = signReceipt(keys.signingKey(), {
        poll: vote.pollId,
        manifest: vote.manifestHash,
        commitment,
        nonceBy: vote.nonce === null && vote.sealed === null ? 'server' : 'browser',
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
    return await withinVote(cast);
  } finally {
    linkKey.fill(0);
  }
}

/**
 * Émargement, and what becomes of a vote on paper (R191). Where online wins, paper waits in a numbered
 * envelope that can still be set aside; otherwise it is in the urn, and cannot be taken back.
 */
async function settleChannel(tx: Tx, vote: Vote, elector: Elector): Promise<void> {
  if (elector.channel === 'online') return;
  if (elector.channel === 'refused') throw new Refusal('declared-invalid');
  if (elector.channel === 'paper') {
    const { pointId, envelopeNumber: number } = elector;
    if (vote.paperRule !== 'online-wins' || !pointId || !number)
      throw new Refusal('voted-on-paper');
    await setEnvelopeAside(tx, vote, { pointId, number });
  }
  await markVoted(tx, vote, elector.id, arrivalOf(vote));
}

const arrivalOf = ({ pointId }: Vote): Arrival => ({
  channel: 'online',
  pointId,
  envelopeNumber: null,
});

/** As it lies in the box: a sealed one in the place of its choices, with the token of its form. */
function writeBallot(vote: Vote, linkKey: Uint8Array) {
  if (vote.sealed !== null) {
    const token = makeToken(linkKey, vote.pollId, vote.idempotencyKey);
    const commitment = commitPaper(vote.manifestHash, { sealed: vote.sealed, token });
    return { choices: JSON.stringify(vote.sealed), nonce: token, commitment };
  }
  const nonce = vote.nonce ?? makeNonce();
  const commitment = commitBallot(vote.manifestHash, vote.choices, nonce);
  return { choices: JSON.stringify(vote.choices), nonce, commitment };
}

async function findRequest(tx: Tx, vote: Vote) {
  return tx
    .selectFrom('casting_request')
    .select(['slot_key', 'body_hash', 'receipt'])
    .where('poll_id', '=', vote.pollId)
    .where('idempotency_key', '=', vote.idempotencyKey)
    .executeTakeFirst();
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
