import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeMeeting, meetingFields } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
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
  officer = await makePerson(site, { roles: ['officer'] });
  voting = await makeEdition(site, { phase: 'vote', slug: 'vote', title: 'Budget au vote' });
});
afterAll(() => site.close());

const read = async ({ id }: Pick<Meeting, 'id'>) =>
  (await findMeeting(site.db, site.organisationId, { id }))!;
/** The meeting of the page that somebody was led to. */
const shown = async ({ client }: MadePerson) => {
  const number = Number(/agenda\/(\d+)/.exec(client.path)?.[1]);
  return (await findMeeting(site.db, site.organisationId, { number }))!;
};
const register = ({ client }: MadePerson, { number }: Meeting) =>
  client.post(urls.meetingRegister({ meeting: number }), { profil: 'resident' });

describe('R33 the role « Événementiel »', () => {
  it('R33 W3 runs every meeting, and with it for one edition those of that one only', async () => {
    const organiser = await makePerson(site, { roles: ['events'] });
    await organiser.client.get(urls.admin());
    expect(organiser.client.main).toContain(urls.adminMeetings());
    await organiser.client.post(
      urls.adminNewMeeting(),
      meetingFields({ titre: 'Stand du marché', edition: '' }),
    );
    expect(organiser.client.status).toBe(200);
    const free = await shown(organiser);
    await organiser.client.post(urls.adminMeetingPublish({ meeting: free.number }));
    expect((await read(free)).publishedAt).not.toBeNull();

    const here = await makePerson(site, { roles: ['events'], editionId: voting.id });
    const own = await makeMeeting(site, { title: 'D’ici', editionId: voting.id });
    const other = await makeEdition(site, { title: 'Autre édition' });
    const abroad = await makeMeeting(site, { title: 'D’ailleurs', editionId: other.id });
    await here.client.get(urls.adminMeetings());
    expect(here.client.main).toContain('D’ici');
    for (const title of ['D’ailleurs', 'Stand du marché', 'Autre édition'])
      expect(here.client.main, title).not.toContain(title);
    for (const { number } of [abroad, free])
      for (const address of [
        urls.adminMeeting,
        urls.adminMeetingCsv,
        urls.adminMeetingChange,
        urls.adminMeetingCancel,
      ])
        expect((await here.client.send(address({ meeting: number }))).status).toBe(404);
    expect(
      (
        await here.client.send(urls.adminMeetingCancel({ meeting: abroad.number }), {
          message: 'x',
        })
      ).status,
    ).toBe(404);
    // nor does a form put one elsewhere
    const change = urls.adminMeetingChange({ meeting: own.number });
    for (const edition of ['', other.id]) {
      const fields = meetingFields({ edition, version: String(own.version) });
      await here.client.post(change, fields);
      expect(here.client.status, edition).toBe(422);
      expect(here.client.html).toContain('href="#edition"');
    }
    await here.client.post(
      change,
      meetingFields({ edition: voting.id, titre: 'D’ici même', version: String(own.version) }),
    );
    expect((await read(own)).title).toBe('D’ici même');
    // who reads the office does not run its meetings
    const reader = await makePerson(site, { roles: ['communication'] });
    expect((await reader.client.send(urls.adminMeetings())).status).toBe(403);
    await reader.client.get(urls.admin());
    expect(reader.client.main).not.toContain(urls.adminMeetings());
  });
});

describe('R84 somebody is taken off the list', () => {
  it('R84 is written to, with the reason; the seat goes to who waits; the journal names nobody', async () => {
    const meeting = await makeMeeting(site, { capacity: 1, title: 'Atelier complet' });
    const [seated, waits] = [await makePerson(site), await makePerson(site)];
    for (const one of [seated, waits]) await register(one, meeting);
    await officer.client.get(urls.adminMeeting({ meeting: meeting.number }));
    const [path] = /\/administration\/agenda\/\d+\/inscrits\/[0-9a-f-]+\/retirer/.exec(
      officer.client.main,
    )!;
    await officer.client.get(path!);
    expect(officer.client.main).toContain(seated.email);
    await officer.client.post(path!, { raison: 'x'.repeat(1001) });
    expect(officer.client.status).toBe(422);
    expect(await read(meeting)).toMatchObject({ seated: 1, waiting: 1 });
    const letters = await mailsOf(site, () =>
      officer.client.post(path!, { raison: 'Inscription en double.' }),
    );
    const removed = letters.find(({ to }) => to === seated.email)!;
    expect(removed.text).toContain('Inscription en double.');
    expect(removed.subject).toContain('Inscription retirée');
    expect(letters.find(({ to }) => to === waits.email)!.subject).toContain('Votre place');
    expect(await read(meeting)).toMatchObject({ seated: 1, waiting: 0 });
    expect((await officer.client.send(path!, {})).status, 'once').toBe(404);
    const [fact] = (await listFactsAbout(site, meeting.id)).filter(
      ({ kind }) => kind === 'meeting.registration-removed',
    );
    expect(JSON.stringify(fact)).not.toContain(seated.id);
    expect(JSON.stringify(fact)).not.toContain(seated.email);
  });

  it('R84 W3 of the meeting in the address only; once it is over nobody is written to', async () => {
    const [one, other] = [await makeMeeting(site), await makeMeeting(site, { title: 'Passée' })];
    const person = await makePerson(site);
    await register(person, other);
    await officer.client.get(urls.adminMeeting({ meeting: other.number }));
    const path = /\/administration\/agenda\/\d+\/inscrits\/[0-9a-f-]+\/retirer/.exec(
      officer.client.main,
    )![0];
    const elsewhere = path.replace(`/${other.number}/`, `/${one.number}/`);
    expect((await officer.client.send(elsewhere, {})).status).toBe(404);
    expect((await person.client.send(path, {})).status).toBe(403);
    site.travel('4 days');
    const late = await makePerson(site, { roles: ['officer'] });
    const letters = await mailsOf(site, () => late.client.post(path));
    expect(letters.map(({ to }) => to)).not.toContain(person.email);
    expect((await read(other)).seated).toBe(0);
    site.travel(null);
  });
});
