import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { listSealedPages } from '../box/box.store.ts';
import { findPoll, recordAct } from '../poll.store.ts';
import { type BoxOpeningRefusal, type Poll, refuseBoxOpening } from '../poll.ts';
import { type Flaw, type OpenedBallot, readOpened } from './opened-ballot.ts';
import { openWith, rebuildKey, type ShareRefusal } from './sealed.crypto.ts';
import type { Sealing } from './sealing.ts';

export type BoxOpened =
  | { ok: true; ballots: number; invalid: number }
  /** `which`: the part that the refusal speaks of, from 0. */
  | { ok: false; refusal: BoxOpeningRefusal | ShareRefusal; which: number | null };

type Opened = OpenedBallot & { commitment: string };

/**
 * Opens a sealed box with the parts that trustees bring, once, after its sealing. The key is in memory for as
 * long as that takes, and what it opened is written in one transaction: cut short, nothing was opened.
 */
export async function openSealedBox(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
  shares: readonly string[],
): Promise<BoxOpened> {
  const poll = await findPoll(db, organisationId, pollId);
  if (!poll) throw new Error(`No poll ${pollId}.`);
  const refusal = refuseBoxOpening(poll);
  if (refusal) return { ok: false, refusal, which: null };
  const sealing = poll.settings.sealing!;
  const rebuilt = await rebuildKey(sealing, shares);
  if (!rebuilt.ok) return rebuilt;
  const { privateKey } = rebuilt;
  try {
    const opened = await openBallots(db, poll, sealing, privateKey);
    const found = {
      ballots: opened.length,
      invalid: opened.filter(({ flaw }) => flaw !== null).length,
    };
    return await db.transaction().execute(async (tx): Promise<BoxOpened> => {
      const act = { kind: 'key-rebuilt', by, detail: found } as const;
      if (!(await recordAct(tx, organisationId, pollId, act)))
        return { ok: false, refusal: 'already-opened', which: null };
      await tx
        .insertInto('rebuilt_key')
        .values({
          organisation_id: organisationId,
          poll_id: pollId,
          private_key: privateKey.toString('base64url'),
        })
        .execute();
      await insertOpened(tx, organisationId, pollId, opened);
      await recordFact(tx, {
        organisationId,
        kind: 'poll.box-opened',
        actorId: by,
        subject: { kind: 'poll', id: pollId },
        detail: { editionId: poll.editionId, ...found },
      });
      return { ok: true, ...found };
    });
  } finally {
    privateKey.fill(0);
  }
}

async function openBallots(
  db: Db,
  poll: Poll,
  sealing: Sealing,
  privateKey: Buffer,
): Promise<Opened[]> {
  const open = await openWith(privateKey, sealing);
  const opened: Opened[] = [];
  for await (const page of listSealedPages(db, poll.id, 'sealed_ballot'))
    for (const { choices, nonce: token, commitment } of page) {
      const boundTo = { manifestHash: poll.manifestHash, token };
      // in a sealed poll the ciphertext lies in the place of the choices
      const plain = await open(String(choices), boundTo);
      opened.push({ commitment, ...readOpened(poll, plain, sealing.size) });
    }
  return opened;
}

async function insertOpened(
  tx: Tx,
  organisationId: string,
  pollId: string,
  opened: readonly Opened[],
): Promise<void> {
  for (let from = 0; from < opened.length; from += 5000) {
    const some = opened.slice(from, from + 5000);
    await sql`insert into opened_ballot (organisation_id, poll_id, commitment, nonce, choices, flaw)
      select ${organisationId}, ${pollId}, * from unnest(
        ${some.map(({ commitment }) => commitment)}::text[],
        ${some.map(({ nonce }) => nonce)}::text[],
        ${some.map(({ choices }) => choices && JSON.stringify(choices))}::jsonb[],
        ${some.map(({ flaw }) => flaw)}::text[])`.execute(tx);
  }
}

export interface Opening {
  /** 32 bytes, base64url. */
  privateKey: string;
  invalid: { commitment: string; flaw: Flaw }[];
}

/** What the bundle says of the opening of a box; null: it was none, or is still closed. The result must be published. */
export async function findOpening(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<Opening | null> {
  const key = await db
    .selectFrom('rebuilt_key')
    .select('private_key')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .executeTakeFirst();
  if (!key) return null;
  const invalid = await db
    .selectFrom('opened_ballot')
    .select(['commitment', 'flaw'])
    .where('poll_id', '=', pollId)
    .where('flaw', 'is not', null)
    .orderBy('commitment')
    .execute();
  return { privateKey: key.private_key, invalid: invalid as Opening['invalid'] };
}

/** Whether the ballot of a receipt turned out invalid. */
export async function isInvalid(db: Db, pollId: string, commitment: string): Promise<boolean> {
  const row = await db
    .selectFrom('opened_ballot')
    .select('flaw')
    .where('poll_id', '=', pollId)
    .where('commitment', '=', commitment)
    .executeTakeFirst();
  return row !== undefined && row.flaw !== null;
}
