import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { currentStage } from '../realisation.ts';
import {
  type Act,
  lockRealisation,
  type Named,
  tellRealisation,
} from '../realisation-lock.store.ts';
import { takesVolunteers, type Volunteer } from './help.ts';
import { type Letters, NO_LETTERS } from './letters.store.ts';

function volunteers(db: Db, organisationId: string, realisationId: string) {
  return db
    .selectFrom('realisation_volunteer')
    .select(['person_id', 'volunteered_at', 'accepted_at'])
    .where('organisation_id', '=', organisationId)
    .where('realisation_id', '=', realisationId);
}

/** Those who wait first, in the order in which they came. */
export async function listVolunteers(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Volunteer[]> {
  const rows = await volunteers(db, organisationId, realisationId)
    .orderBy(sql`accepted_at is not null`)
    .orderBy('volunteered_at')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    volunteeredAt: row.volunteered_at,
    acceptedAt: row.accepted_at,
  }));
}

/** Asks to be of the committee; sent twice it is asked once. */
export async function volunteer(
  db: Db,
  organisationId: string,
  realisationId: string,
  personId: string,
  tell: Letters = NO_LETTERS,
): Promise<'kept' | 'already' | 'over' | 'not-found'> {
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, { organisationId, by: personId }, realisationId);
    if (!realisation) return 'not-found';
    const standing = { stage: currentStage(realisation), halted: realisation.halt?.kind ?? null };
    if (!takesVolunteers(standing)) return 'over';
    const kept = await tx
      .insertInto('realisation_volunteer')
      .values({
        organisation_id: organisationId,
        realisation_id: realisationId,
        person_id: personId,
      })
      .onConflict((conflict) => conflict.constraint('realisation_volunteer_once').doNothing())
      .returning('person_id')
      .executeTakeFirst();
    if (!kept) return 'already';
    await tell(tx);
    return 'kept';
  });
}

/** Whoever leaves, or takes back their asking: nothing of it is kept. */
export async function leaveCommittee(
  db: Db,
  organisationId: string,
  realisationId: string,
  personId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('realisation_volunteer')
    .where('organisation_id', '=', organisationId)
    .where('realisation_id', '=', realisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export type VolunteerAct = 'accept' | 'decline';

/** Accepts somebody, or says no to them (also later: they are of it no more); each is written to, once. */
export async function settleVolunteer(
  db: Db,
  act: Act,
  named: Named,
  personId: string,
  how: VolunteerAct,
  tell: Letters<VolunteerAct> = NO_LETTERS,
): Promise<boolean> {
  if (!isUuid(personId)) return false;
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, act, named.realisationId);
    const row = await volunteers(tx, organisationId, named.realisationId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!realisation || !row || (how === 'accept' && row.accepted_at !== null)) return false;
    if (how === 'decline') await leaveCommittee(tx, organisationId, named.realisationId, personId);
    else
      await tx
        .updateTable('realisation_volunteer')
        .set({ accepted_at: sql<Date>`palabre_now()`, accepted_by: act.by })
        .where('organisation_id', '=', organisationId)
        .where('realisation_id', '=', named.realisationId)
        .where('person_id', '=', personId)
        .execute();
    const kind = how === 'accept' ? 'volunteer-accepted' : 'volunteer-declined';
    await tellRealisation(tx, act, realisation, named, `realisation.${kind}`, {});
    await tell(tx, how);
    return true;
  });
}

/**
 * Notes that the members are invited to a meeting, and gives those who were not yet: `tell` writes to them. A second
 * click invites whoever joined meanwhile and nobody twice.
 */
export async function inviteCommittee(
  db: Db,
  act: Act,
  named: Named,
  meeting: { id: string; title: string },
  tell: Letters<readonly string[]> = NO_LETTERS,
): Promise<number> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, act, named.realisationId);
    if (!realisation) return 0;
    const { rows } = await sql<{ personId: string }>`
      insert into realisation_invitation (organisation_id, realisation_id, meeting_id, person_id)
      select v.organisation_id, v.realisation_id, ${meeting.id}::uuid, v.person_id
      from realisation_volunteer v
      where v.organisation_id = ${organisationId} and v.realisation_id = ${named.realisationId}
        and v.accepted_at is not null
      on conflict on constraint realisation_invitation_once do nothing
      returning person_id as "personId"`.execute(tx);
    if (rows.length === 0) return 0;
    await tellRealisation(tx, act, realisation, named, 'realisation.committee-invited', {
      meeting: meeting.title,
      invited: rows.length,
    });
    await tell(
      tx,
      rows.map(({ personId }) => personId),
    );
    return rows.length;
  });
}

/** How many of the committee were invited to each meeting. */
export async function countInvited(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('realisation_invitation')
    .select(['meeting_id', sql<number>`count(*)::int`.as('invited')])
    .where('organisation_id', '=', organisationId)
    .where('realisation_id', '=', realisationId)
    .groupBy('meeting_id')
    .execute();
  return new Map(rows.map(({ meeting_id, invited }) => [meeting_id, invited]));
}
