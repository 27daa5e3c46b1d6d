import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockSpace } from '../consultations/index.ts';
import { lockMandate } from './mandate.store.ts';
import type { Mandate } from './mandate.ts';
import { asMandate, mandates } from './mandate-row.store.ts';
import {
  type MandateAct,
  type Network,
  settleMembership,
  tellMandate,
} from './mandate-writing.store.ts';

/** Days that a mailed invitation lasts. */
export const INVITATION_DAYS = 30;

/** A mandate that was brought in, by its id, as long as its invitation holds; null: accepted, taken back or too old. */
export async function findInvitedMandate(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Mandate | null> {
  const row = await mandates(db, organisationId)
    .where('m.id', '=', id)
    .where('m.person_id', 'is', null)
    .where(
      sql<boolean>`exists (select from mandate_invitation i where i.organisation_id = m.organisation_id
        and i.mandate_id = m.id and i.expires_at > palabre_now())`,
    )
    .executeTakeFirst();
  return row ? asMandate(row) : null;
}

/** To whom a mandate is offered; null: to nobody any more. */
export async function findInvitedEmail(
  db: Db,
  organisationId: string,
  mandateId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('mandate_invitation')
    .select('email')
    .where('organisation_id', '=', organisationId)
    .where('mandate_id', '=', mandateId)
    .executeTakeFirst();
  return row?.email ?? null;
}

/**
 * A mandate that the team brought in is this account's, once; the team vouched for it, so that it is verified. null: the
 * invitation is spent. `declared-already`: they declared the same one themselves, and it waits for the team or is verified.
 */
export async function acceptInvitation(
  db: Db,
  act: MandateAct & { by: string },
  network: Network,
  id: string,
): Promise<'accepted' | 'declared-already' | null> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockSpace(tx, act.organisationId, network.id);
      const mandate = await lockMandate(tx, act.organisationId, network.id, id);
      const spent = await tx
        .deleteFrom('mandate_invitation')
        .where('organisation_id', '=', act.organisationId)
        .where('mandate_id', '=', id)
        .where('expires_at', '>', sql<Date>`palabre_now()`)
        .returning('mandate_id')
        .executeTakeFirst();
      if (!mandate || !spent) return null;
      await tx
        .updateTable('mandate')
        .set({
          person_id: act.by,
          verified_at: sql<Date>`palabre_now()`,
          // whoever brought it in vouched for it
          verified_by: sql<string>`coalesce(declared_by, ${act.by}::uuid)`,
          version: mandate.version + 1,
        })
        .where('organisation_id', '=', act.organisationId)
        .where('id', '=', id)
        .execute();
      await settleMembership(tx, act, network, act.by);
      await tellMandate(tx, act, 'mandate.accepted', network, id);
      return 'accepted';
    });
  } catch (error) {
    if (violatedConstraint(error) === 'mandate_once') return 'declared-already';
    throw error;
  }
}

/** The team takes an invitation back, and the mandate that nobody accepted with it. false: somebody did, or it is gone. */
export async function cancelInvitation(
  db: Db,
  act: MandateAct,
  network: Network,
  id: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('mandate')
      .where('organisation_id', '=', act.organisationId)
      .where('space_id', '=', network.id)
      .where('id', '=', id)
      .where('person_id', 'is', null)
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n)
      await tellMandate(tx, act, 'mandate.invitation-withdrawn', network, id);
    return numDeletedRows > 0n;
  });
}

/** Addresses are kept no longer than their link lasts; a mandate that nobody accepted goes with it. */
export async function forgetInvitations(db: Db): Promise<void> {
  await sql`delete from mandate m using mandate_invitation i
    where i.organisation_id = m.organisation_id and i.mandate_id = m.id and i.expires_at <= palabre_now()
      and m.person_id is null`.execute(db);
}
