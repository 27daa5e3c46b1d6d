import type { Db, Tx } from '../../../platform/database/database.ts';
import type { PollKey } from './elector.store.ts';

export type WithdrawalReason = 'paper' | 'invalid';

/**
 * Takes a ballot out of the open box: only its commitment stays, with the reason, so that the signed heads
 * still add up and its voter can see what became of it. `false`: there was none.
 */
export async function withdrawBallot(
  tx: Tx,
  { organisationId, pollId }: PollKey,
  slotKey: string,
  reason: WithdrawalReason,
): Promise<boolean> {
  const slot = await tx
    .deleteFrom('ballot_slot')
    .where('poll_id', '=', pollId)
    .where('slot_key', '=', slotKey)
    .returning('commitment')
    .executeTakeFirst();
  if (!slot) return false;
  const { commitment } = slot;
  await tx
    .deleteFrom('casting_request')
    .where('poll_id', '=', pollId)
    .where('slot_key', '=', slotKey)
    .execute();
  await tx
    .deleteFrom('public_ballot')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('commitment', '=', commitment)
    .execute();
  await tx
    .insertInto('withdrawn_ballot')
    .values({ organisation_id: organisationId, poll_id: pollId, commitment, reason })
    .execute();
  return true;
}

/** In their own order, which is that of nothing. */
export async function listWithdrawn(
  db: Db,
  pollId: string,
): Promise<{ commitment: string; reason: WithdrawalReason }[]> {
  const rows = await db
    .selectFrom('withdrawn_ballot')
    .select(['commitment', 'reason'])
    .where('poll_id', '=', pollId)
    .orderBy('commitment')
    .execute();
  return rows as { commitment: string; reason: WithdrawalReason }[];
}

export async function countWithdrawn(db: Db, pollId: string): Promise<number> {
  const { withdrawn } = await db
    .selectFrom('withdrawn_ballot')
    .select(({ fn }) => fn.countAll<number>().as('withdrawn'))
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow();
  return withdrawn;
}

/** The voter of this outer envelope voted online, and online wins: it stays closed. */
export async function setEnvelopeAside(
  tx: Tx,
  { organisationId, pollId }: PollKey,
  { pointId, number }: { pointId: string; number: string },
): Promise<void> {
  await tx
    .insertInto('set_aside_envelope')
    .values({ organisation_id: organisationId, poll_id: pollId, point_id: pointId, number })
    .execute();
}

export async function isSetAside(
  db: Db,
  { organisationId, pollId }: PollKey,
  { pointId, number }: { pointId: string; number: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('set_aside_envelope')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('point_id', '=', pointId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}

/** Point by point, in order of their numbers: what the opening of the urns must leave closed. */
export async function listSetAside(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<{ pointId: string; number: string }[]> {
  const rows = await db
    .selectFrom('set_aside_envelope')
    .select(['point_id', 'number'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('point_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ pointId: row.point_id, number: row.number }));
}

export async function forgetSetAside(db: Db, { organisationId, pollId }: PollKey): Promise<void> {
  await db
    .deleteFrom('set_aside_envelope')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
}
