import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { findMeeting } from './meeting.store.ts';
import { findByMailbox, findRegistration } from './registration.store.ts';
import { type Profile, type Registration, registrationStateOf } from './registration.ts';
import { queueConfirmation } from './telling.store.ts';

/** Somebody who wants to come. */
export interface Comer {
  /** null: without an account; the address is proven by a mailed link first. */
  personId: string | null;
  name: string;
  email: string;
  mailbox: string;
  locale: Locale;
  profile: Profile;
}

export type Registered =
  | { ok: true; registration: Registration; isNew: boolean }
  | { ok: false; refusal: 'closed' };

/**
 * Registers somebody once for each mailbox. An account is confirmed and seated at once, or waits when the seats are
 * taken; an address alone waits for its proof. Asked again, the registration that there is comes back as it stands.
 */
export async function register(
  db: Db,
  organisationId: string,
  meetingId: string,
  comer: Comer,
): Promise<Registered> {
  return inTransaction(db, async (tx): Promise<Registered> => {
    if (!(await lockOpen(tx, organisationId, meetingId))) return { ok: false, refusal: 'closed' };
    const there = await findByMailbox(tx, organisationId, meetingId, comer.mailbox);
    if (there?.confirmedAt)
      return { ok: true, registration: await own(tx, organisationId, there, comer), isNew: false };
    // what was typed last is what counts as long as nothing is proven
    const { id } = await tx
      .insertInto('meeting_registration')
      .values({
        organisation_id: organisationId,
        meeting_id: meetingId,
        person_id: comer.personId,
        name: comer.name,
        email: comer.email,
        mailbox: comer.mailbox,
        locale: comer.locale,
        profile: comer.profile,
      })
      .onConflict((conflict) =>
        conflict.constraint('meeting_registration_once').doUpdateSet((row) => ({
          person_id: row.ref('excluded.person_id'),
          name: row.ref('excluded.name'),
          email: row.ref('excluded.email'),
          locale: row.ref('excluded.locale'),
          profile: row.ref('excluded.profile'),
          registered_at: row.ref('excluded.registered_at'),
        })),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    if (comer.personId !== null) await confirm(tx, organisationId, id);
    const registration = (await findRegistration(tx, organisationId, id))!;
    if (registration.confirmedAt) await queueConfirmation(tx, organisationId, id);
    return { ok: true, registration, isNew: true };
  });
}

/** The address is proven: it takes a seat, or waits. Proven twice, it is as it was. */
export async function confirmRegistration(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Registered | { ok: false; refusal: 'gone' }> {
  return inTransaction(db, async (tx) => {
    const before = await findRegistration(tx, organisationId, id);
    if (!before) return { ok: false, refusal: 'gone' };
    if (before.confirmedAt) return { ok: true, registration: before, isNew: false };
    if (!(await lockOpen(tx, organisationId, before.meetingId)))
      return { ok: false, refusal: 'closed' };
    const isNew = await confirm(tx, organisationId, id);
    if (isNew) await queueConfirmation(tx, organisationId, id);
    const registration = await findRegistration(tx, organisationId, id);
    return registration ? { ok: true, registration, isNew } : { ok: false, refusal: 'gone' };
  });
}

/** Deletes a registration; the seat goes to whoever waited longest. false: there was none any more. */
export async function withdraw(db: Db, organisationId: string, id: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const registration = await findRegistration(tx, organisationId, id);
    if (!registration) return false;
    await lock(tx, organisationId, registration.meetingId);
    return takeOut(tx, organisationId, registration);
  });
}

/** The same, where the caller holds the meeting. */
export async function takeOut(
  tx: Tx,
  organisationId: string,
  { id, meetingId }: Pick<Registration, 'id' | 'meetingId'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meeting_registration')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await seatWaiting(tx, organisationId, meetingId);
  return numDeletedRows > 0n;
}

/** Gives free seats to those who wait, in order; the caller holds the meeting. Each is written to. */
export async function seatWaiting(tx: Tx, organisationId: string, meetingId: string) {
  const meeting = await findMeeting(tx, organisationId, { id: meetingId });
  if (!meeting || meeting.waiting === 0) return;
  if (meeting.cancelledAt !== null || meeting.endsAt <= (await readNow(tx))) return;
  const free = meeting.capacity === null ? meeting.waiting : meeting.capacity - meeting.seated;
  if (free <= 0) return;
  const { rows } = await sql<{ id: string }>`
    update meeting_registration set seated_at = palabre_now()
    where organisation_id = ${organisationId} and id in (
      select id from meeting_registration
      where organisation_id = ${organisationId} and meeting_id = ${meetingId}
        and confirmed_at is not null and seated_at is null
      order by confirmed_at, id limit ${free})
    returning id`.execute(tx);
  for (const { id } of rows) await queueConfirmation(tx, organisationId, id);
}

/** What somebody registered by their address alone is theirs once they are signed in with it. */
async function own(
  tx: Tx,
  organisationId: string,
  there: Registration,
  { personId }: Comer,
): Promise<Registration> {
  if (personId === null || there.personId !== null) return there;
  await tx
    .updateTable('meeting_registration')
    .set({ person_id: personId })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', there.id)
    .execute();
  return { ...there, personId };
}

const lock = (tx: Tx, organisationId: string, meetingId: string) =>
  sql`select 1 from meeting where organisation_id = ${organisationId} and id = ${meetingId}::uuid
    for update`.execute(tx);

/** The lock of the meeting, as long as one may register for it. */
async function lockOpen(tx: Tx, organisationId: string, meetingId: string): Promise<boolean> {
  await lock(tx, organisationId, meetingId);
  const meeting = await findMeeting(tx, organisationId, { id: meetingId });
  const state = meeting && registrationStateOf(meeting, await readNow(tx));
  return state === 'open' || state === 'full';
}

/** Confirmed, and seated where a seat is free; the caller holds the meeting. false: it was. */
async function confirm(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update meeting_registration r set confirmed_at = palabre_now(),
      seated_at = case when m.capacity is null or (select count(*) from meeting_registration s
          where s.organisation_id = r.organisation_id and s.meeting_id = r.meeting_id
            and s.seated_at is not null) < m.capacity
        then palabre_now() end
    from meeting m
    where r.organisation_id = ${organisationId} and r.id = ${id}::uuid and r.confirmed_at is null
      and m.organisation_id = r.organisation_id and m.id = r.meeting_id
    returning r.id`.execute(tx);
  return rows.length > 0;
}
