import type { Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import type { Tools } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findContacts } from '../identity/index.ts';
import { queueLetter } from '../notifications/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { type News, type PresenceNews, writeNews, writePresence } from './meeting.mails.ts';
import { findMeeting } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { writeLinkToken } from './meeting-token.crypto.ts';
import { listPresences } from './presence.store.ts';
import type { Registration } from './registration.ts';

/** Whose words a letter of this job are written with. */
export interface Desk {
  tx: Tx;
  organisationId: string;
  meeting: Meeting;
  organisation: { name: string };
  origin: string;
  key: Buffer;
}

/** One transaction about one meeting; nothing is done where it is gone. */
export async function atDesk<Found extends { id: string }, Done>(
  { db, config }: Tools,
  organisationId: string,
  find: (tx: Tx) => Promise<Found | null>,
  work: (desk: Desk, found: Found) => Promise<Done>,
): Promise<Done | null> {
  return db.transaction().execute(async (tx) => {
    const found = await find(tx);
    const meeting = found && (await findMeeting(tx, organisationId, { id: found.id }));
    const organisation = await findOrganisation(tx, organisationId);
    if (!found || !meeting || !organisation) return null;
    const origin = originOf(organisation.host, config);
    const key = openKeys(config.keysFolder).rollKey();
    return work({ tx, organisationId, meeting, organisation, origin, key }, found);
  });
}

export const atMeeting = <Done>(
  tools: Tools,
  organisationId: string,
  id: string,
  work: (desk: Desk) => Promise<Done>,
) => atDesk(tools, organisationId, async () => ({ id }), work);

/** One letter to one registrant, once under its words. */
export async function tellRegistrant(
  { tx, organisationId, meeting, organisation, origin, key }: Desk,
  registration: Registration,
  kind: News['kind'],
  once: string,
  isOwed: boolean,
  message = '',
): Promise<void> {
  const { id, personId, name, email, locale } = registration;
  const token = writeLinkToken(key, organisationId, id, 'withdraw');
  const withdrawAddress = origin + urls.registrationWithdraw({ token });
  const words = writeNews({ meeting, organisation, origin, locale }, {
    kind,
    name,
    message,
    withdrawAddress,
  } as News);
  await queueLetter(tx, {
    organisationId,
    topic: 'meetings',
    personId,
    address: email,
    locale,
    ...words,
    target: { kind: 'meeting', id: meeting.id },
    isOwed,
    onceKey: `meeting:${id}:${once}`,
  });
}

/** `only`: this person; null: everybody who is to be there. */
export async function tellPresences(
  { tx, organisationId, meeting, organisation, origin }: Desk,
  news: PresenceNews,
  message: string,
  only: string | null,
  version = meeting.version,
): Promise<void> {
  if (meeting.publishedAt === null) return;
  const presences = (await listPresences(tx, organisationId, { meetingIds: [meeting.id] })).filter(
    ({ personId }) => only === null || personId === only,
  );
  const contacts = await findContacts(
    tx,
    organisationId,
    presences.map(({ personId }) => personId),
  );
  for (const { personId, assignedAt } of presences) {
    const contact = contacts.get(personId);
    if (!contact) continue;
    const told = { meeting, organisation, origin, locale: contact.locale };
    await queueLetter(tx, {
      organisationId,
      topic: 'tasks',
      personId,
      address: contact.email,
      locale: contact.locale,
      ...writePresence(told, contact.name, news, message),
      target: { kind: 'meeting', id: meeting.id },
      onceKey: `meeting-presence:${meeting.id}:${personId}:${
        news === 'asked' ? assignedAt.toISOString() : `${news}:${version}`
      }`,
    });
  }
}
