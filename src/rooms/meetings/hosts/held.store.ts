import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { findComponentById, noteParticipation } from '../../consultations/index.ts';
import { hideMeeting } from '../hiding.store.ts';
import { findMeeting } from '../meeting.store.ts';
import { tell } from '../meeting-writing.store.ts';

/** Takes events out of sight until somebody has read them: hidden as a judgement hides them, and their host's alone. */
export async function withholdMeetings(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update meeting set hidden_at = palabre_now(), held_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and hidden_at is null`.execute(
    tx,
  );
}

/** Says to who announced them that somebody has read what waited, and that nobody else will. */
export async function refuseHeldMeetings(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update meeting set refused_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and held_at is not null`.execute(
    tx,
  );
}

/** Shows an event that waited; the first time, it is announced as if it were now. false: none of that id waits. */
export async function showHeldMeeting(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update meeting set hidden_at = null, held_at = null, refused_at = null
      where organisation_id = ${organisationId} and id = ${id} and held_at is not null`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  const { numAffectedRows: announced } = await sql`update meeting
      set published_at = palabre_now(), published_by = host_person
      where organisation_id = ${organisationId} and id = ${id} and published_at is null`.execute(
    tx,
  );
  if (announced === 1n) await announce(tx, organisationId, id);
  return true;
}

/** Counts its host in the space, and tells of it. */
export async function announce(tx: Tx, organisationId: string, id: string): Promise<void> {
  const meeting = (await findMeeting(tx, organisationId, { id }))!;
  const { componentId, hostId } = meeting;
  const component = await findComponentById(tx, organisationId, componentId!);
  await noteParticipation(tx, organisationId, component!.spaceId, hostId!);
  await tell(tx, { organisationId, by: hostId }, 'meeting.proposed', meeting, {
    componentId: componentId!,
  });
}

/** What a judgement takes out of sight, or brings back: what waited is then seen for the first time. */
export async function judgeMeeting(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  if (!isHidden && (await showHeldMeeting(tx, organisationId, id))) return;
  await hideMeeting(tx, organisationId, id, isHidden);
}
