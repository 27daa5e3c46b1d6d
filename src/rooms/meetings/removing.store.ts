import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../spaces/index.ts';
import type { Meeting } from './meeting.ts';
import { lockMeeting, tell } from './meeting-writing.store.ts';
import { takeOut } from './registering.store.ts';
import { findRegistration } from './registration.store.ts';
import type { Registration } from './registration.ts';

/**
 * The office takes somebody off the list of a meeting; the seat goes to whoever waited longest. The journal says that
 * it was done, never to whom. null: they are not on it any more. The caller writes to them.
 */
export async function removeRegistration(
  tx: Tx,
  act: Act,
  meeting: Meeting,
  id: string,
): Promise<Registration | null> {
  const { organisationId } = act;
  await lockMeeting(tx, organisationId, meeting.id);
  const registration = await findRegistration(tx, organisationId, id);
  if (registration?.meetingId !== meeting.id) return null;
  await takeOut(tx, organisationId, registration);
  await tell(tx, act, 'meeting.registration-removed', meeting);
  return registration;
}
