import { sql } from 'kysely';
import {
  type Database,
  type Db,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { type Keys, openKeys } from '../../../platform/keys/keys.ts';
import { findKeyMarks, getManifest } from '../poll.store.ts';
import { hashText, isKeyMark } from './box.crypto.ts';
import { isLineJustMade, type PollKey } from './elector.store.ts';

export type BoxRefusal =
  | 'poll-not-open-yet'
  | 'poll-closed'
  | 'poll-locked'
  | 'box-out-of-reach'
  | 'already-cast'
  | 'key-used-for-another-ballot'
  | 'voted-on-paper'
  | 'voted-online'
  | 'declared-invalid'
  | 'mark-used'
  | 'ballot-copied';

/** Ends the transaction with a refusal, and everything it wrote with it. */
export class Refusal extends Error {
  readonly refusal: BoxRefusal;
  constructor(refusal: BoxRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

export interface OpenBox {
  keys: Keys;
  /** Overwrite it when done. */
  linkKey: Buffer;
}

/**
 * The keys with which one voter's slot is found. Sealed, and the link key is gone with reason; or it should
 * be there, and no ballot can find its slot.
 */
export async function openBox(
  db: Database,
  folders: { keysFolder: string },
  poll: PollKey,
): Promise<{ ok: true; box: OpenBox } | { ok: false; refusal: BoxRefusal }> {
  const keys = openKeys(folders.keysFolder);
  const linkKey = keys.readLinkKey(poll.pollId);
  if (!linkKey) {
    const state = await findState(db, poll);
    return { ok: false, refusal: state === 'open' ? 'box-out-of-reach' : state };
  }
  if (await areSameKeys(db, poll, keys, linkKey)) return { ok: true, box: { keys, linkKey } };
  linkKey.fill(0);
  return { ok: false, refusal: 'box-out-of-reach' };
}

/**
 * Runs an act on the roll and the box in its transaction; a refusal within is its answer. The line that
 * somebody else's request has just made is there the second time.
 */
export async function withinVote<T>(
  act: () => Promise<T>,
): Promise<T | { ok: false; refusal: BoxRefusal }> {
  try {
    return await act().catch((error) => {
      if (isLineJustMade(error)) return act();
      throw error;
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.refusal };
    if (isCopied(error)) return { ok: false, refusal: 'ballot-copied' };
    throw error;
  }
}

/** The ciphertext of somebody else's sealed ballot; the index bears the name of the poll's own partition (V12). */
function isCopied(error: unknown): boolean {
  return /^ballot_slot_.*sha256/.test(violatedConstraint(error) ?? '');
}

/** Asked after the lock was obtained: time spent waiting counts, whatever any other clock says (V4). */
export async function expectOpen(tx: Tx, poll: PollKey): Promise<void> {
  const state = await findState(tx, poll);
  if (state !== 'open') throw new Refusal(state);
}

async function findState(db: Db, poll: PollKey): Promise<'open' | BoxRefusal> {
  const { rows } = await sql<{ state: 'open' | BoxRefusal }>`
    select case
      when exists (select 1 from poll_act a where a.organisation_id = p.organisation_id
        and a.poll_id = p.id and a.kind = 'locked') then 'poll-locked'
      when palabre_now() < p.opens_at then 'poll-not-open-yet'
      when palabre_now() >= p.closes_at then 'poll-closed'
      else 'open' end as state
    from poll p where p.organisation_id = ${poll.organisationId} and p.id = ${poll.pollId}`.execute(
    db,
  );
  return rows[0]?.state ?? 'poll-closed';
}

const trusted = new Set<string>();

/** With another roll or link key every elector would be a new one: rather no vote than two. */
async function areSameKeys(
  db: Database,
  poll: PollKey,
  keys: Keys,
  linkKey: Buffer,
): Promise<boolean> {
  const held = { roll: keys.rollKey(), verify: keys.verifyKey() };
  const fingerprint = [held.roll.toString('hex'), linkKey.toString('hex'), held.verify].join();
  const known = `${poll.pollId} ${hashText(fingerprint)}`;
  if (trusted.has(known)) return true;
  const marks = await findKeyMarks(db, poll.organisationId, poll.pollId);
  if (
    !marks ||
    !isKeyMark(marks.roll, held.roll, poll.pollId) ||
    !isKeyMark(marks.link, linkKey, poll.pollId) ||
    (await readVerifyKey(db, poll)) !== held.verify
  ) {
    console.error('The keys folder is not the one this poll was opened with: no vote is taken.');
    return false;
  }
  trusted.add(known);
  return true;
}

/** The key that the manifest promises receipts will be signed with. */
async function readVerifyKey(db: Database, poll: PollKey): Promise<string> {
  const { body } = await getManifest(db, poll.organisationId, poll.pollId);
  return (JSON.parse(body) as { verifyKey: string }).verifyKey;
}
