import { readNow, type Tx } from '../../platform/database/database.ts';
import type { JobTools } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { type Component, findComponentById, listSpaceReaders } from '../consultations/index.ts';
import { findContacts, readEmail } from '../identity/index.ts';
import { type LetterReader, listFollowers, tellMany } from '../notifications/index.ts';
import { sayToFollower, writeToFollower } from './meeting.mails.ts';
import { stateOf } from './meeting.ts';
import { atMeeting, type Desk } from './meeting-desk.jobs.ts';
import { meetingSegment } from './meeting-words.page.ts';
import { listPresences } from './presence.store.ts';
import { listAmongRegistered } from './registration.store.ts';
import type { Telling } from './telling.store.ts';

/** Followers written to in one transaction. */
const BATCH = 500;

/**
 * Who follows a meeting, what it is about, what that came from, or its edition, hears that it is announced, moved or
 * cancelled (R84); who follows its space, its theme or its component, that it is cancelled: once each for each version, whatever they follow of it, and not those who come or are to be there:
 * they are told as such.
 */
export async function tellFollowers(tools: JobTools, telling: Telling): Promise<void> {
  const { organisationId, meetingId } = telling;
  const named = await atMeeting(tools, organisationId, meetingId, async ({ meeting }) => meeting);
  if (!named) return;
  const { target: subject, editionId } = named;
  const component = named.componentId
    ? await findComponentById(tools.db, organisationId, named.componentId)
    : null;
  if (named.isHidden || component?.isHidden) return;
  const targets = [
    ...(telling.what === 'published' ? [] : [{ kind: 'meeting', id: meetingId }]),
    // that it is announced, they are told with what else is new there
    ...(component && telling.what === 'cancelled' ? listAround(component) : []),
    ...(subject ? [subject, ...(await tools.listFollowedWith(organisationId, subject))] : []),
    ...(editionId ? [{ kind: 'edition', id: editionId }] : []),
  ];
  for (const target of targets)
    for (let after: string | null = null; ; ) {
      const people = await listFollowers(tools.db, organisationId, target, after, BATCH);
      const readers = people.filter((id) => id !== telling.by);
      await atMeeting(tools, organisationId, meetingId, async (desk) => {
        const told = component
          ? await listSpaceReaders(desk.tx, organisationId, component.spaceId, readers)
          : readers;
        await tellSome(desk, telling, told);
      });
      if (people.length < BATCH) break;
      after = people.at(-1) ?? null;
    }
}

/** What holds an event of a space: each may be followed. */
const listAround = ({ id, themeId, spaceId }: Component) => [
  { kind: 'component', id },
  ...(themeId ? [{ kind: 'theme', id: themeId }] : []),
  { kind: 'space', id: spaceId },
];

async function tellSome(
  desk: Desk,
  { what, version, message }: Telling,
  people: readonly string[],
): Promise<void> {
  const { tx, organisationId, meeting, organisation, origin } = desk;
  const state = stateOf(meeting, await readNow(tx));
  // what is cancelled meanwhile is told by the job of that; what is over is no news
  if (what === 'cancelled' ? state !== 'cancelled' : state !== 'coming') return;
  const contacts = await findContacts(tx, organisationId, people);
  const told = await listToldAlready(tx, organisationId, meeting.id, contacts);
  for (const locale of ['fr', 'en'] as const) {
    const readers = [...contacts].flatMap(([personId, contact]): LetterReader[] =>
      contact.locale === locale && !told.has(personId)
        ? [
            {
              personId,
              address: contact.email,
              topic: 'followed',
              onceKey: `meeting-followed:${meeting.id}:${what}:${version}:${personId}`,
            },
          ]
        : [],
    );
    const words = writeToFollower({ meeting, organisation, origin, locale }, what, message);
    const target = { kind: 'meeting', id: meeting.id };
    const href = urls.meeting({ meeting: meetingSegment(meeting) });
    const said = () => sayToFollower(meeting, what);
    const shared = { organisationId, locale, ...words, target };
    await tellMany(tx, { ...shared, kind: 'meeting', href, words: said }, readers);
  }
}

/** Of these people, those who are written to because they come, with an account or by their address, or are to be there. */
async function listToldAlready(
  tx: Tx,
  organisationId: string,
  meetingId: string,
  people: ReadonlyMap<string, { email: string }>,
): Promise<Set<string>> {
  const mailboxes = new Map<string, string>();
  for (const [personId, { email }] of people) {
    const read = readEmail(email);
    if (typeof read !== 'string') mailboxes.set(read.mailbox, personId);
  }
  const [registered, present] = await Promise.all([
    listAmongRegistered(tx, organisationId, meetingId, {
      personIds: [...people.keys()],
      mailboxes: [...mailboxes.keys()],
    }),
    listPresences(tx, organisationId, { meetingIds: [meetingId] }),
  ]);
  return new Set([
    ...present.map(({ personId }) => personId),
    ...registered.flatMap(({ personId, mailbox }) => personId ?? mailboxes.get(mailbox) ?? []),
  ]);
}
