import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeSession as make, makeMeeting } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { cancelMeeting, changeMeeting } from '../meeting-writing.store.ts';
import { findOwnPlaces, listSessions } from './session.store.ts';
import type { Session } from './session.ts';
import { cancelSession, changeSession } from './session-writing.store.ts';
import { giveUp, signUp } from './sign-up.store.ts';

let site: TestSite;
let organiser: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  organiser = await makePerson(site, { roles: ['events'] });
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const programme = (meeting: Meeting) => listSessions(site.db, site.organisationId, meeting.id);
const MINUTE = 60_000;

const makeSession = (meeting: Meeting, after: number, written: Parameters<typeof make>[3] = {}) =>
  make(site, meeting, after, written);
const again = async (meeting: Meeting, { id }: Session) =>
  (await programme(meeting)).find((one) => one.id === id)!;
const join = (session: Session, person: { id: string }) =>
  signUp(site.db, site.organisationId, session.id, person.id);
const placesOf = (meeting: Meeting, person: { id: string }) =>
  findOwnPlaces(site.db, site.organisationId, meeting.id, person.id);

describe('a congress with its programme', () => {
  it('its organiser adds sessions, which everybody reads by day and time', async () => {
    const meeting = await makeMeeting(site, { title: 'Rencontres' });
    const at = { meeting: meeting.number };
    const { client } = organiser;
    await client.get(urls.newSession(at));
    const shown = /name="formulaire" value="([^"]+)"/.exec(client.main)![1]!;
    const day = (name: string) =>
      new RegExp(`name="debut-${name}"[^>]*value="(\\d+)"`).exec(client.main)![1]!;
    const [d, mo, y] = [day('day'), day('month'), day('year')];
    const time = /name="debut-time"[^>]*value="([\d:]+)"/.exec(client.main)![1]!;
    const later = `${String((Number(time.slice(0, 2)) + 1) % 24).padStart(2, '0')}${time.slice(2)}`;
    const fields = {
      formulaire: shown,
      titre: 'Atelier : <b>eau</b>',
      intervenants: 'Jeanne Barret',
      salle: 'Salle bleue',
      description: 'Une heure.',
      'debut-day': d,
      'debut-month': mo,
      'debut-year': y,
      'debut-time': time,
      'fin-day': d,
      'fin-month': mo,
      'fin-year': y,
      'fin-time': later,
      places: '2',
    };
    const wrong = await client.post(urls.newSession(at), { ...fields, 'fin-year': '2199' });
    expect(wrong.status).toBe(422);
    expect(client.main).toContain('dans les horaires de l’événement');
    expect(client.main, 'nothing is lost').toContain('Jeanne Barret');
    await client.post(urls.newSession(at), fields);
    await client.post(urls.newSession(at), fields);
    expect(await programme(meeting), 'sent twice, one').toHaveLength(1);
    const reader = site.visitor();
    await reader.get(urls.programme(at));
    expect(reader.main).toContain('Atelier : &lt;b>eau&lt;/b>');
    expect(reader.main).toContain('Jeanne Barret');
    expect(reader.main).toContain('Salle bleue');
    expect(reader.main).toMatch(/Places libres\s?: 2 sur 2/);
    expect(reader.main).not.toContain('/inscription"');
    await reader.get(urls.meeting(at));
    expect(reader.main).toContain('1 séance au programme');
  });

  it('one signs up, has a programme with its calendar, and gives the place back', async () => {
    const meeting = await makeMeeting(site);
    const at = { meeting: meeting.number };
    const session = await makeSession(meeting, 0, { title: 'Plénière', room: 'Grande salle' });
    await makeSession(meeting, 60, { title: 'Autre chose' });
    const person = await makePerson(site);
    const { client } = person;
    await client.post(urls.sessionSignUp({ ...at, session: session.id }));
    expect(client.main).toContain('Vous êtes inscrit·e');
    await client.get(urls.ownProgramme(at));
    expect(client.main).toContain('Plénière');
    expect(client.main).not.toContain('Autre chose');
    const ics = await (await client.send(urls.ownProgrammeIcs(at))).text();
    expect(ics).toContain('SUMMARY:Plénière');
    expect(ics).toContain('LOCATION:Grande salle');
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    await client.post(urls.sessionGiveUp({ ...at, session: session.id }));
    expect(await placesOf(meeting, person)).toEqual(new Map());
    const stranger = site.visitor();
    expect((await stranger.send(urls.ownProgrammeIcs(at))).status).toBe(303);
  });

  it('the last place goes to one of two who ask at once; the other waits, and follows', async () => {
    const meeting = await makeMeeting(site);
    const session = await makeSession(meeting, 0, { capacity: 1 });
    const people = [await makePerson(site), await makePerson(site)];
    const done = await Promise.all(people.map((person) => join(session, person)));
    expect(done.map((one) => one.ok && one.isSeated).toSorted()).toEqual([false, true]);
    expect(await again(meeting, session)).toMatchObject({ seated: 1, waiting: 1 });
    const seated = people[done.findIndex((one) => one.ok && one.isSeated)]!;
    const waiting = people.find((one) => one !== seated)!;
    const mails = await mailsOf(site, () =>
      giveUp(site.db, site.organisationId, session, seated.id),
    );
    expect(mails.map(({ to }) => to)).toEqual([waiting.email]);
    expect(mails[0]!.subject).toContain('Une place pour vous');
    expect(await placesOf(meeting, waiting)).toEqual(new Map([[session.id, 'seated']]));
  });

  it('the database itself holds seats and hours, whatever a program does', async () => {
    const meeting = await makeMeeting(site);
    const session = await makeSession(meeting, 0, { capacity: 1 });
    const other = await makeSession(meeting, 30);
    const [one, two] = [await makePerson(site), await makePerson(site)];
    const insert = (into: Session, person: MadePerson) =>
      site.db
        .insertInto('meeting_session_seat')
        .values({
          organisation_id: site.organisationId,
          session_id: into.id,
          person_id: person.id,
          starts_at: into.startsAt,
          ends_at: into.endsAt,
          seated_at: new Date(),
        })
        .execute();
    await insert(session, one);
    await expect(insert(session, two)).rejects.toMatchObject({
      constraint: 'session_capacity_holds',
    });
    await expect(insert(other, one)).rejects.toMatchObject({
      constraint: 'meeting_session_one_at_a_time',
    });
  });

  it('nobody is in two sessions that overlap, asked at once too; the words name the other', async () => {
    const meeting = await makeMeeting(site);
    const first = await makeSession(meeting, 0, { title: 'Le climat' });
    const second = await makeSession(meeting, 30, { title: 'La dette' });
    const next = await makeSession(meeting, 90, { title: 'Juste après', minutes: 20 });
    const person = await makePerson(site);
    const both = await Promise.all([join(first, person), join(second, person)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await placesOf(meeting, person)).size).toBe(1);
    const refused = both[0]!.ok ? second : first;
    const kept = refused === first ? second : first;
    const { client } = person;
    const answer = await client.post(
      urls.sessionSignUp({ meeting: meeting.number, session: refused.id }),
    );
    expect(answer.status).toBe(409);
    expect(client.main).toContain(kept.title);
    expect(client.main).toContain('se chevauchent');
    expect((await join(next, person)).ok, 'one that begins as another ends').toBe(true);
    // moved onto the other, somebody would be in both
    const moved = await changeSession(site.db, act(), meeting, next, {
      ...next,
      startsAt: kept.startsAt,
    });
    expect(moved).toEqual({ ok: false, refusal: 'people-overlap' });
  });

  it('what is cancelled or moved is told to who signed up; a cancelled one frees its hours', async () => {
    const meeting = await makeMeeting(site);
    const session = await makeSession(meeting, 0, { title: 'Le climat' });
    const other = await makeSession(meeting, 30, { title: 'La dette' });
    const person = await makePerson(site);
    await join(session, person);
    const moved = await mailsOf(site, () =>
      changeSession(site.db, act(), meeting, session, { ...session, room: 'Salle rouge' }),
    );
    expect(moved.map(({ to }) => to)).toEqual([person.email]);
    expect(moved[0]!.text).toContain('Salle rouge');
    const at = { meeting: meeting.number, session: session.id };
    const empty = await organiser.client.post(urls.cancelSession(at), { message: '' });
    expect(empty.status).toBe(422);
    const mails = await mailsOf(site, () =>
      organiser.client.post(urls.cancelSession(at), { message: 'L’intervenante est malade.' }),
    );
    expect(mails.map(({ to }) => to)).toEqual([person.email]);
    expect(mails[0]!.text).toContain('L’intervenante est malade.');
    await person.client.get(urls.programme({ meeting: meeting.number }));
    expect(person.client.main).toContain('L’intervenante est malade.');
    expect((await join(other, person)).ok).toBe(true);
    expect((await join(session, person)).ok).toBe(false);
    const told = await mailsOf(site, () =>
      cancelMeeting(site.db, act(), meeting.id, 'La salle a brûlé.'),
    );
    expect(told.map(({ to }) => to)).toEqual([person.email]);
    expect(told[0]!.text).toContain('La salle a brûlé.');
    expect(await placesOf(meeting, person)).toEqual(new Map());
  });

  it('a session that began takes nobody; a programme stays within its meeting', async () => {
    const meeting = await makeMeeting(site);
    const session = await makeSession(meeting, 0);
    const person = await makePerson(site);
    site.travel('73 hours');
    expect(await join(session, person)).toEqual({ ok: false, refusal: 'closed' });
    expect(await cancelSession(site.db, act(), meeting, session, 'Trop tard.')).toBe(false);
    const at = { meeting: meeting.number, session: session.id };
    expect((await organiser.client.send(urls.changeSession(at))).status).toBe(404);
    site.travel(null);
    const shorter = await changeMeeting(
      site.db,
      act(),
      { id: meeting.id, version: 1 },
      { ...meeting, startsAt: new Date(meeting.startsAt.getTime() + MINUTE) },
    );
    expect(shorter).toEqual({ ok: false, refusal: 'sessions-outside' });
  });
});
