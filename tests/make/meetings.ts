import { randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import {
  insertMeeting,
  type Meeting,
  proposeMeeting,
  publishMeeting,
  register,
  type WrittenHosted,
  type WrittenMeeting,
} from '../../src/rooms/meetings/index.ts';
import { listSessions } from '../../src/rooms/meetings/sessions/session.store.ts';
import type { Session, WrittenSession } from '../../src/rooms/meetings/sessions/session.ts';
import { addSession } from '../../src/rooms/meetings/sessions/session-writing.store.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import type { MadePerson } from './people.ts';
import { makeSpace } from './spaces.ts';

const HOUR = 3_600_000;

/** A public meeting in three days for two hours, as an officer announces it; `published: false`: a draft. */
export async function makeMeeting(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  {
    published = true,
    organisationId = site.organisationId,
    inHours = 72,
    ...written
  }: Partial<WrittenMeeting> & {
    published?: boolean;
    organisationId?: string;
    inHours?: number;
  } = {},
): Promise<Meeting> {
  const minute = Math.floor((await readNow(site.db)).getTime() / 60_000) * 60_000;
  const startsAt = new Date(minute + inHours * HOUR);
  const act = { organisationId, by: null };
  const meeting = await insertMeeting(site.db, act, {
    kind: 'public-meeting',
    title: 'Réunion publique du budget',
    description: 'Venez poser vos questions.',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * HOUR),
    place: 'Salle des fêtes, 3 rue du Moulin',
    access: 'Entrée de plain-pied.',
    point: { latitude: 47.9339, longitude: 1.9089 },
    editionId: null,
    target: null,
    takesRegistrations: true,
    capacity: null,
    ...written,
  });
  if (published) await publishMeeting(site.db, act, meeting.id);
  return meeting;
}

/** An event that somebody proposes in a component of a space, in three days for two hours. */
export async function makeHosted(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  componentId: string,
  hostId: string,
  {
    organisationId = site.organisationId,
    inHours = 72,
    ...written
  }: Partial<WrittenHosted> & { organisationId?: string; inHours?: number } = {},
): Promise<Meeting> {
  const minute = Math.floor((await readNow(site.db)).getTime() / 60_000) * 60_000;
  const startsAt = new Date(minute + inHours * HOUR);
  const host = { organisationId, by: hostId };
  const done = await proposeMeeting(
    site.db,
    host,
    componentId,
    {
      kind: 'public-meeting',
      title: 'Café des libertés',
      description: 'Parler de l’état de droit autour d’un café.',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * HOUR),
      place: 'Salle Simone-Veil',
      address: '3 rue du Moulin',
      access: 'Tram A, arrêt Moulin.',
      point: { latitude: 47.9339, longitude: 1.9089 },
      editionId: null,
      target: null,
      takesRegistrations: false,
      capacity: null,
      categoryId: null,
      videoLink: null,
      externalUrl: null,
      lang: 'fr',
      ...written,
    },
    randomUUID(),
  );
  if (!done.ok) throw new Error(done.refusal);
  return done.meeting;
}

/** Somebody with an account comes to it. Returns the id of the registration. */
export async function makeRegistration(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  meeting: Pick<Meeting, 'id'>,
  personId: string,
  { organisationId = site.organisationId, name = 'Lucien Aubry' } = {},
): Promise<string> {
  const email = `${personId}@exemple.fr`;
  const comer = {
    personId,
    name,
    email,
    mailbox: email,
    locale: 'fr',
    profile: 'resident',
  } as const;
  const done = await register(site.db, organisationId, meeting.id, comer);
  if (!done.ok) throw new Error(done.refusal);
  return done.registration.id;
}

/** A session of a congress that begins so many minutes after it, for an hour unless told. */
export async function makeSession(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  meeting: Meeting,
  after: number,
  written: Partial<WrittenSession> & { minutes?: number } = {},
): Promise<Session> {
  const { minutes = 60, ...words } = written;
  const startsAt = new Date(meeting.startsAt.getTime() + after * 60_000);
  const title = words.title ?? `Séance ${randomUUID().slice(0, 8)}`;
  const { organisationId } = site;
  const done = await addSession(site.db, { organisationId, by: null }, meeting, randomUUID(), {
    description: '',
    speakers: '',
    room: '',
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    capacity: null,
    ...words,
    title,
  });
  if (!done.ok) throw new Error(done.refusal);
  const all = await listSessions(site.db, organisationId, meeting.id);
  return all.find((one) => one.title === title)!;
}

/** The form of a meeting as an officer fills it in: one evening of December. */
export const meetingFields = (changes: Record<string, string> = {}) => ({
  titre: 'Atelier d’idées aux Tanneries',
  genre: 'workshop',
  description: 'Une heure et demie, puis un goûter.',
  'debut-day': '12',
  'debut-month': '12',
  'debut-year': '2199',
  'debut-time': '14:00',
  'fin-day': '12',
  'fin-month': '12',
  'fin-year': '2199',
  'fin-time': '16:00',
  lieu: 'Maison de quartier, 8 rue des Genêts',
  acces: 'De plain-pied.',
  latitude: '47,9238',
  longitude: '1,9297',
  edition: '',
  sujet: '',
  inscription: 'oui',
  places: '12',
  ...changes,
});

/** Somebody proposes an event in a space of its own, as the form sends it; `meeting`: where they are led to. */
export async function proposeEvent(site: TestSite, host: MadePerson, description: string) {
  const made = await makeSpace(site, { kindOfComponent: 'events' });
  const at = { space: made.space.slug, component: made.component.slug };
  const fields = {
    ...meetingFields({ titre: 'Une soirée au canal', description, places: '' }),
    categorie: made.theme.categories[0]!.id,
    inscription: 'none',
    langue: 'fr',
  };
  await host.client.post(urls.proposeEvent(at), fields);
  const [, number] = /^\/agenda\/(\d+)/.exec(host.client.path) ?? [];
  return { ...made, at, fields, meeting: { meeting: number! } };
}
