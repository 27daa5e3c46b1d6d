import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { mailsOf, onlyLettersOf } from '../../../../tests/make/mails.ts';
import { makeMeeting, meetingFields } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeVotePoint } from '../../../../tests/make/points.ts';
import { makeRealisation } from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openJobs } from '../../../site.tsx';
import { urls } from '../../../urls.ts';
import { follow } from '../../notifications/index.ts';
import { findMeeting } from '../meeting.store.ts';
import type { Meeting } from '../meeting.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
});
afterAll(() => site.close());

const read = async ({ id }: Pick<Meeting, 'id'>) =>
  (await findMeeting(site.db, site.organisationId, { id }))!;
const register = ({ client }: MadePerson, { number }: Meeting) =>
  client.post(urls.meetingRegister({ meeting: number }), { profil: 'resident' });

describe('R84 what people are told', () => {
  it('R84 another date or place reaches each registrant once; another word does not', async () => {
    const meeting = await makeMeeting(site, { title: 'Atelier à déplacer' });
    const people = [await makePerson(site), await makePerson(site, { locale: 'en' })];
    for (const one of people) await register(one, meeting);
    await site.runJobs();
    const path = urls.adminMeetingChange({ meeting: meeting.number });
    const change = async (changes: Record<string, string>) => {
      const { version } = await read(meeting);
      return mailsOf(site, () =>
        officer.client.post(path, meetingFields({ version: String(version), ...changes })),
      );
    };
    const letters = await change({ message: 'La salle était trop petite.' });
    expect(letters.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
    const [english] = letters.filter(({ locale }) => locale === 'en');
    expect(english!.text).toContain('12\u00a0December 2199');
    expect(letters[0]!.text).toContain('La salle était trop petite.');
    expect(await change({ description: 'Autre chose.' })).toEqual([]);
    // the job run again writes nothing more
    const { version } = await read(meeting);
    const jobs = openJobs({
      db: site.db,
      config: site.config,
      postman: { send: async () => {} },
    });
    const told = {
      organisationId: site.organisationId,
      meetingId: meeting.id,
      version: version - 1,
      what: 'changed',
      message: '',
    };
    expect(await mailsOf(site, () => jobs['tell-meeting']!(told as never))).toEqual([]);
  });

  it('R84 a cancellation needs words, shows them to everybody and reaches registrants and staff once', async () => {
    const meeting = await makeMeeting(site, { title: 'Réunion à annuler' });
    const resident = await makePerson(site);
    const elected = await makePerson(site, {
      nickname: 'Élue Hélène',
      roles: ['elected-official'],
    });
    await register(resident, meeting);
    const asked = await mailsOf(site, () =>
      officer.client.post(urls.adminMeetingPresence({ meeting: meeting.number }), {
        personne: elected.id,
      }),
    );
    expect(asked.map(({ to }) => to)).toContain(elected.email);
    const path = urls.adminMeetingCancel({ meeting: meeting.number });
    await officer.client.post(path, { message: ' ' });
    expect(officer.client.status).toBe(422);
    const letters = await mailsOf(site, async () => {
      await officer.client.post(path, { message: 'Alerte canicule : restez au frais.' });
      await officer.client.send(path, { message: 'Encore.' });
    });
    expect(letters.map(({ to }) => to).sort()).toEqual([resident.email, elected.email].sort());
    for (const { text } of letters) expect(text).toContain('Alerte canicule');
    const visitor = site.visitor();
    await visitor.get(urls.meeting({ meeting: meeting.number }));
    expect(visitor.main).toContain('Alerte canicule');
    expect(visitor.main).not.toContain('M’inscrire');
    await visitor.get(urls.agendaFeed());
    expect(visitor.html).toContain('STATUS:CANCELLED');
    expect(
      (await officer.client.get(urls.adminMeetingChange({ meeting: meeting.number }))).status,
    ).toBe(404);
  });

  it('R84 who follows its edition, or what it is about, hears of it once, and not besides a registration', async () => {
    const edition = await makeEdition(site, { phase: 'vote', title: 'Budget suivi' });
    const point = await makeVotePoint(site, edition, { name: 'Halle' });
    const meeting = await makeMeeting(site, {
      published: false,
      title: 'Fête du vote',
      editionId: edition.id,
      target: { kind: 'vote-point', id: point.id },
    });
    const [both, coming, refuses, byAddress] = [
      await makePerson(site),
      await makePerson(site, { locale: 'en' }),
      await makePerson(site),
      await makePerson(site),
    ];
    const followed = { kind: 'edition', target: edition.id };
    for (const { client } of [both, coming, refuses, byAddress]) {
      await client.get(urls.edition({ edition: edition.slug }));
      expect(client.main).toContain(urls.follow(followed));
      await client.post(urls.follow(followed));
    }
    expect(both.client.main).toContain('Ne plus suivre');
    await follow(site.db, site.organisationId, { kind: 'vote-point', id: point.id }, both.id);
    await refuses.client.post(urls.accountLetters(), onlyLettersOf('tasks'));
    const told = (act: () => Promise<unknown>) =>
      mailsOf(site, act).then((mails) => mails.map(({ to }) => to).sort());
    const at = { meeting: meeting.number };
    const announced = await mailsOf(site, () => officer.client.post(urls.adminMeetingPublish(at)));
    expect(announced.map(({ to }) => to).sort()).toEqual(
      [both.email, coming.email, byAddress.email].sort(),
    );
    expect(announced[0]!.text).toContain(urls.meeting({ meeting: meeting.number }));
    await register(coming, meeting);
    // the same mailbox without its account
    const { register: registerByAddress, confirmRegistration } = await import(
      '../registering.store.ts'
    );
    const done = await registerByAddress(site.db, site.organisationId, meeting.id, {
      personId: null,
      name: 'Sans compte',
      email: byAddress.email,
      mailbox: byAddress.email,
      locale: 'fr',
      profile: 'resident',
    });
    if (done.ok) await confirmRegistration(site.db, site.organisationId, done.registration.id);
    const everybody = [both.email, coming.email, byAddress.email].sort();
    const { version } = await read(meeting);
    expect(
      await told(() =>
        officer.client.post(
          urls.adminMeetingChange(at),
          meetingFields({
            version: String(version),
            titre: 'Fête du vote',
            edition: edition.id,
            sujet: `vote-point:${point.id}`,
          }),
        ),
      ),
    ).toEqual(everybody);
    expect(
      await told(() => officer.client.post(urls.adminMeetingCancel(at), { message: 'Orage.' })),
      'once each: who comes is told as such',
    ).toEqual(everybody);
  });

  it('R84 R63 who follows a project hears of meetings about its realisation, once', async () => {
    const made = await makeRealisation(site, { title: 'Un verger suivi' });
    const [ofProject, ofBoth, ofNeither] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site),
    ];
    const project = { kind: 'project', id: made.projectId };
    const realisation = { kind: 'realisation' as const, id: made.realisationId };
    await follow(site.db, site.organisationId, project, ofProject.id);
    for (const target of [project, realisation])
      await follow(site.db, site.organisationId, target, ofBoth.id);
    await follow(site.db, site.organisationId, { kind: 'project', id: ofBoth.id }, ofNeither.id);
    const meeting = await makeMeeting(site, {
      published: false,
      title: 'Visite du chantier',
      editionId: made.edition.id,
      target: realisation,
    });
    const announced = await mailsOf(site, () =>
      officer.client.post(urls.adminMeetingPublish({ meeting: meeting.number })),
    );
    expect(announced.map(({ to }) => to).sort()).toEqual([ofProject.email, ofBoth.email].sort());
    for (const { text } of announced) expect(text).toContain('Visite du chantier');
  });

  it('R84 W3 an edition being prepared is followed by nobody; a meeting told afterwards is no news', async () => {
    const draft = await makeEdition(site, { open: false, title: 'Encore secrète' });
    const { client, id, email } = await makePerson(site);
    const address = urls.follow({ kind: 'edition', target: draft.id });
    expect((await client.send(address)).status).toBe(404);
    expect((await client.send(address, {})).status).toBe(404);
    const edition = await makeEdition(site, { title: 'Du passé' });
    await follow(site.db, site.organisationId, { kind: 'edition', id: edition.id }, id);
    const mails = await mailsOf(site, () =>
      makeMeeting(site, { editionId: edition.id, inHours: -48 }),
    );
    expect(mails.map(({ to }) => to)).not.toContain(email);
  });

  it('R55 who is to be there is told once it is public, is named on its page, and finds it on their own', async () => {
    const meeting = await makeMeeting(site, { published: false, title: 'Stand au marché' });
    const agent = await makePerson(site, { nickname: 'Karim · voirie', roles: ['agent'] });
    const at = { meeting: meeting.number };
    const silent = await mailsOf(site, () =>
      officer.client.post(urls.adminMeetingPresence(at), { personne: agent.id }),
    );
    expect(silent).toEqual([]);
    await agent.client.get(urls.mySpace());
    expect(agent.client.main).not.toContain('Stand au marché');
    const told = await mailsOf(site, () => officer.client.post(urls.adminMeetingPublish(at)));
    expect(told.map(({ to }) => to)).toEqual([agent.email]);
    await agent.client.get(urls.mySpace());
    expect(agent.client.main).toContain('Stand au marché');
    const visitor = site.visitor();
    await visitor.get(urls.meeting(at));
    expect(visitor.main).toContain('Karim · voirie');
    // a resident is nobody of the town
    const resident = await makePerson(site);
    await officer.client.post(urls.adminMeetingPresence(at), { personne: resident.id });
    expect(officer.client.status).toBe(422);
    await officer.client.post(urls.adminMeetingPresence(at), {
      personne: agent.id,
      geste: 'retirer',
    });
    await visitor.get(urls.meeting(at));
    expect(visitor.main).not.toContain('Karim · voirie');
  });

  it('R84 the day before, each who has a seat is reminded once, unless they do not want it', async () => {
    const meeting = await makeMeeting(site, { title: 'Visite guidée', inHours: 30, capacity: 2 });
    const [wants, refuses, waits] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site),
    ];
    await refuses.client.post(urls.accountLetters(), onlyLettersOf('tasks'));
    for (const one of [wants, refuses, waits]) await register(one, meeting);
    const jobs = openJobs({
      db: site.db,
      config: site.config,
      postman: { send: async () => {} },
    });
    const recall = () => mailsOf(site, () => jobs['recall-meetings']!({} as never));
    expect(await recall()).toEqual([]);
    site.travel('8 hours');
    const letters = [...(await recall()), ...(await recall())];
    expect(letters.map(({ to }) => to)).toEqual([wants.email]);
    expect(letters[0]!.subject).toContain('C’est bientôt');
    site.travel(null);
  });
});
