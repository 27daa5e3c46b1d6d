import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makeMeeting, meetingFields } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { findMeeting } from '../meeting.store.ts';
import type { Meeting } from '../meeting.ts';

let site: TestSite;
let officer: MadePerson;
let voting: Edition;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
  voting = await makeEdition(site, { phase: 'vote', slug: 'vote', title: 'Budget au vote' });
});
afterAll(() => site.close());

const read = async ({ id }: Pick<Meeting, 'id'>) =>
  (await findMeeting(site.db, site.organisationId, { id }))!;
/** The meeting of the page that the officer was led to. */
const shown = async () => {
  const number = Number(/agenda\/(\d+)/.exec(officer.client.path)?.[1]);
  return (await findMeeting(site.db, site.organisationId, { number }))!;
};
const register = ({ client }: MadePerson, { number }: Meeting) =>
  client.post(urls.meetingRegister({ meeting: number }), { profil: 'resident' });

describe('R55 R56 the office prepares a meeting', () => {
  it('R56 a draft is nobody else’s until it is published in its edition, at its point of vote', async () => {
    const point = await makeVotePoint(site, voting, { name: 'Médiathèque' });
    await officer.client.get(urls.adminNewMeeting({ edition: voting.slug }));
    expect(officer.client.main).toContain('Budget au vote · Lieu de vote\u202f: Médiathèque');
    await officer.client.post(
      urls.adminNewMeeting(),
      meetingFields({
        sujet: `vote-point:${point.id}`,
        titre: 'Festival citoyen',
        genre: 'festival',
      }),
    );
    const meeting = await shown();
    // what it is about says in which edition it stands
    expect(meeting).toMatchObject({ editionId: voting.id, publishedAt: null, capacity: 12 });
    expect(meeting.startsAt.toISOString()).toBe('2199-12-12T13:00:00.000Z');
    const visitor = site.visitor();
    for (const path of [
      urls.meeting({ meeting: meeting.number }),
      urls.meetingIcs({ meeting: meeting.number }),
    ])
      expect((await visitor.send(path)).status, path).toBe(404);
    for (const path of [urls.agenda(), urls.agendaFeed(), urls.edition({ edition: voting.slug })]) {
      await visitor.get(path);
      expect(visitor.html, path).not.toContain('Festival citoyen');
    }
    await officer.client.post(urls.adminMeetingPublish({ meeting: meeting.number }));
    for (const path of [
      urls.agenda(),
      urls.agenda({ edition: voting.slug, genre: 'festival' }),
      urls.edition({ edition: voting.slug }),
      urls.votePoints({ edition: voting.slug }),
    ]) {
      await visitor.get(path);
      expect(visitor.html, path).toContain('Festival citoyen');
    }
    await visitor.get(urls.meeting({ meeting: meeting.number }));
    expect(visitor.main).toContain(urls.votePoints({ edition: voting.slug }));
    expect(visitor.main).toContain('De plain-pied.');
    await visitor.get(urls.agenda({ genre: 'stand' }));
    expect(visitor.main).not.toContain('Festival citoyen');
    expect((await listFactsAbout(site, meeting.id)).map(({ kind }) => kind)).toEqual([
      'meeting.made',
      'meeting.published',
    ]);
    // public: never deleted
    await officer.client.post(urls.adminMeetingRemove({ meeting: meeting.number }));
    expect(await read(meeting)).not.toBeNull();
  });

  it('R56 without coordinates it stands on the map where its point of vote is, with the list beside', async () => {
    const point = await makeVotePoint(site, voting, { name: 'Halle' });
    await officer.client.post(
      urls.adminNewMeeting(),
      meetingFields({
        sujet: `vote-point:${point.id}`,
        titre: 'Concert à la halle',
        latitude: '',
        longitude: '',
      }),
    );
    const meeting = await shown();
    expect(meeting.point).toEqual(point.place);
    await officer.client.post(urls.adminMeetingPublish({ meeting: meeting.number }));
    const { main } = await site.visitor().get(urls.agenda({ edition: voting.slug }));
    expect(main).toMatch(/<figure[\s\S]*Concert à la halle/);
  });

  it('W9 W14 bad input is refused beside its field, and nothing is written', async () => {
    const attempts: readonly (readonly [Record<string, string>, string])[] = [
      [{ titre: ' ' }, 'titre'],
      [{ titre: 'x'.repeat(121) }, 'titre'],
      [{ genre: 'party' }, 'genre'],
      [{ description: 'x'.repeat(4001) }, 'description'],
      [{ 'debut-day': '31', 'debut-month': '2' }, 'debut'],
      [{ 'debut-time': '25:00' }, 'debut'],
      [{ 'fin-time': '13:00' }, 'fin'],
      [{ 'fin-year': '2198' }, 'fin'],
      [{ 'fin-month': '3', 'fin-year': '2199', 'debut-month': '1' }, 'fin'],
      [{ lieu: '' }, 'lieu'],
      [{ latitude: '147' }, 'latitude'],
      [{ longitude: '' }, 'longitude'],
      [{ places: '0' }, 'places'],
      [{ places: '1e3' }, 'places'],
      [{ places: '12', inscription: '' }, 'places'],
      [{ edition: 'ailleurs' }, 'edition'],
      [{ sujet: 'project:00000000-0000-4000-8000-000000000000' }, 'sujet'],
      [{ sujet: 'idea:x' }, 'sujet'],
    ];
    const count = async () => (await site.db.selectFrom('meeting').select('id').execute()).length;
    const before = await count();
    for (const [changes, field] of attempts) {
      await officer.client.post(urls.adminNewMeeting(), meetingFields(changes));
      expect(officer.client.status, JSON.stringify(changes)).toBe(422);
      expect(officer.client.html, JSON.stringify(changes)).toContain(`href="#${field}"`);
      expect(officer.client.html).toContain(
        'Maison de quartier'.slice(0, changes.lieu === '' ? 0 : 18),
      );
    }
    expect(await count()).toBe(before);
  });

  it('R55 two officers at once: the second sees both values and loses nothing', async () => {
    const meeting = await makeMeeting(site, { published: false });
    const fields = meetingFields({ version: String(meeting.version) });
    const path = urls.adminMeetingChange({ meeting: meeting.number });
    await officer.client.post(path, { ...fields, lieu: 'Gymnase' });
    expect(officer.client.status).toBe(200);
    const second = await makePerson(site, { roles: ['officer'] });
    await second.client.post(path, { ...fields, lieu: 'Théâtre' });
    expect(second.client.status).toBe(409);
    expect(second.client.main).toContain('Enregistré entre-temps\u202f: Gymnase');
    expect(second.client.main).toContain('value="Théâtre"');
    expect((await read(meeting)).place).toBe('Gymnase');
    const version = /name="version" value="(\d+)"/.exec(second.client.html)![1]!;
    await second.client.post(path, { ...fields, lieu: 'Théâtre', version });
    expect((await read(meeting)).place).toBe('Théâtre');
  });

  it('W3 another tenant’s meeting is not there, for its officers either', async () => {
    const { insertOrganisation } = await import('../../organisations/index.ts');
    const id = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const other = await makePerson(site, {
      roles: ['officer'],
      organisation: { id, name: 'Voisine', host: 'voisine.localhost' },
    });
    const meeting = await makeMeeting(site);
    for (const path of [
      urls.meeting({ meeting: meeting.number }),
      urls.adminMeeting({ meeting: meeting.number }),
      urls.adminMeetingCsv({ meeting: meeting.number }),
    ])
      expect((await other.client.send(path)).status, path).toBe(404);
    for (const path of [
      urls.adminMeetingCancel({ meeting: meeting.number }),
      urls.adminMeetingChange({ meeting: meeting.number }),
    ])
      expect((await other.client.send(path, { message: 'x' })).status, path).toBe(404);
    // nor for residents of this one
    const resident = await makePerson(site);
    const path = urls.adminMeetingCsv({ meeting: meeting.number });
    expect((await resident.client.send(path)).status).toBe(403);
  });
});

describe('R87 afterwards', () => {
  it('W12 R87 the list is a CSV in which nothing is a formula', async () => {
    const meeting = await makeMeeting(site);
    const person = await makePerson(site, { name: '=HYPERLINK(1)' });
    await register(person, meeting);
    await officer.client.get(urls.adminMeetingCsv({ meeting: meeting.number }));
    expect(officer.client.html).toContain("'=HYPERLINK(1)");
    expect(officer.client.html).toContain('Habitant·e');
  });

  it('R63 R87 the report tells how many came of each profile, with photos that are described', async () => {
    const meeting = await makeMeeting(site, { inHours: -5, title: 'On coupe le ruban' });
    const at = { meeting: meeting.number };
    const path = urls.adminMeetingReport(at);
    const coming = await makeMeeting(site);
    expect(
      (await officer.client.send(urls.adminMeetingReport({ meeting: coming.number }))).status,
    ).toBe(404);
    await officer.client.post(path, { resident: 'beaucoup', bilan: '' });
    expect(officer.client.status).toBe(422);
    await officer.client.post(path, { resident: '30', agent: '6', bilan: 'Un beau jour.' });
    const other = await makePerson(site, { roles: ['officer'] });
    await other.client.post(path, { resident: '31', bilan: 'Autre.', version: '0' });
    expect(other.client.status).toBe(409);
    expect(other.client.main).toContain('Enregistré entre-temps\u202f: 30');
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const photo = new File([new Uint8Array(png)], 'ruban.png', { type: 'image/png' });
    await officer.client.post(urls.adminMeetingPhotos(at), { file: photo, alt: '' });
    expect(officer.client.status).toBe(422);
    await officer.client.post(urls.adminMeetingPhotos(at), { alt: '' });
    expect(officer.client.main).toContain('Choisissez une image.');
    expect(officer.client.main).toContain('Décrivez l’image');
    const text = new File(['<script>'], 'ruban.png', { type: 'image/png' });
    await officer.client.post(urls.adminMeetingPhotos(at), {
      file: text,
      alt: 'Un ruban',
    });
    expect(officer.client.status).toBe(422);
    await officer.client.post(urls.adminMeetingPhotos(at), { file: photo, alt: 'Un ruban' });
    expect(officer.client.status).toBe(200);
    const visitor = site.visitor();
    await visitor.get(urls.meeting(at));
    expect(visitor.main).toContain('36 personnes présentes');
    expect(visitor.main).toContain('30 habitant·es');
    expect(visitor.main).toContain('alt="Un ruban"');
    await visitor.get(urls.agenda());
    expect(visitor.main).not.toContain('On coupe le ruban');
    await visitor.get(urls.agenda({ quand: 'passes' }));
    expect(visitor.main).toContain('On coupe le ruban');
    const file = /\/fichiers\/([0-9a-f-]{36})\.webp/.exec(
      (await visitor.get(urls.meeting(at))).main,
    )![1]!;
    await officer.client.post(urls.adminMeetingPhotoRemove({ ...at, photo: file }));
    expect((await visitor.send(`/fichiers/${file}.webp`)).status).toBe(404);
  });
});
