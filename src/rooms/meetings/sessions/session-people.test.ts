import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeSession as make, makeHosted, makeMeeting } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { addMembers } from '../../consultations/member.store.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Meeting } from '../meeting.ts';
import { eraseComer } from '../personal.store.ts';
import { findOwnPlaces, listSessions } from './session.store.ts';
import type { Session } from './session.ts';
import { signUp } from './sign-up.store.ts';

let site: TestSite;
let organiser: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  organiser = await makePerson(site, { roles: ['events'] });
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const makeSession = (meeting: Meeting, after: number, written: Parameters<typeof make>[3] = {}) =>
  make(site, meeting, after, written);
const again = async (meeting: Meeting, { id }: Session) =>
  (await listSessions(site.db, site.organisationId, meeting.id)).find((one) => one.id === id)!;
const join = (session: Session, person: { id: string }) =>
  signUp(site.db, site.organisationId, session.id, person.id);
const placesOf = (meeting: Meeting, person: { id: string }) =>
  findOwnPlaces(site.db, site.organisationId, meeting.id, person.id);

describe('who signs up for a session, and who reads it', () => {
  it('W3 nobody else makes a programme or reads who signed up: roles, spaces, organisations', async () => {
    const { space, component } = await makeSpace(site, {
      isPrivate: true,
      kindOfComponent: 'events',
    });
    const host = await makePerson(site, { nickname: 'Hôtesse des rencontres' });
    const member = await makePerson(site, { nickname: 'Membre qui vient', name: 'Nom Caché' });
    await addMembers(site.db, act(), space.id, [host.id, member.id]);
    const meeting = await makeHosted(site, component.id, host.id);
    const session = await makeSession(meeting, 0, { title: 'Secrète' });
    const at = { meeting: meeting.number };
    const of = { ...at, session: session.id };
    await member.client.post(urls.sessionSignUp(of));
    expect(await placesOf(meeting, member)).toEqual(new Map([[session.id, 'seated']]));

    const team = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    await team.client.get(urls.sessionPeople(of));
    expect(team.client.main).toContain('Membre qui vient');
    expect(team.client.main, 'in a space, nicknames alone').not.toContain('Nom Caché');
    const csv = await (await team.client.send(urls.sessionCsv(of))).text();
    expect(csv).toContain('Membre qui vient');
    expect(csv).not.toContain(member.email);
    expect((await host.client.send(urls.changeSession(of))).status).toBe(200);
    expect((await host.client.send(urls.sessionPeople(of))).status, 'how many, never who').toBe(
      404,
    );

    const otherId = await insertOrganisation(site.db, {
      slug: `voisine-${randomUUID().slice(0, 8)}`,
      name: 'Voisine',
      host: 'voisine-congres.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id: otherId, name: 'Voisine', host: 'voisine-congres.localhost' };
    const strangers = [
      await makePerson(site),
      await makePerson(site, { roles: ['officer'], organisation }),
    ];
    for (const { client } of strangers)
      for (const path of [
        urls.programme(at),
        urls.newSession(at),
        urls.changeSession(of),
        urls.cancelSession(of),
        urls.sessionPeople(of),
        urls.sessionCsv(of),
        urls.ownProgramme(at),
      ])
        expect((await client.send(path)).status, path).toBe(404);
    for (const path of [urls.sessionSignUp(of), urls.cancelSession(of), urls.newSession(at)])
      expect((await strangers[0]!.client.send(path, { message: 'x' })).status, path).toBe(404);
    expect((await member.client.send(urls.changeSession(of))).status).toBe(404);
    expect(await again(meeting, session)).toMatchObject({ seated: 1, cancelledAt: null });
  });

  it('W3 who was taken out of a private space is not written to about it', async () => {
    const { space, component } = await makeSpace(site, {
      isPrivate: true,
      kindOfComponent: 'events',
    });
    const [host, staying, leaving] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site),
    ];
    const members = [host, staying, leaving].map(({ id }) => id);
    await addMembers(site.db, act(), space.id, members);
    const meeting = await makeHosted(site, component.id, host.id);
    const session = await makeSession(meeting, 0, { title: 'Entre nous' });
    for (const person of [staying, leaving]) await join(session, person);
    await site.db.deleteFrom('space_member').where('person_id', '=', leaving.id).execute();
    const mails = await mailsOf(site, () =>
      host.client.post(urls.cancelSession({ meeting: meeting.number, session: session.id }), {
        message: 'Remis à plus tard.',
      }),
    );
    expect(mails.map(({ to }) => to)).toEqual([staying.email]);
  });

  it('R91 the file of the office names who comes; an erased account gives its places back', async () => {
    const meeting = await makeMeeting(site);
    const session = await makeSession(meeting, 0, { capacity: 1 });
    const [leaving, waiting] = [
      await makePerson(site, { name: 'Odile Part', password: 'un platane devant la mairie' }),
      await makePerson(site),
    ];
    await join(session, leaving);
    await join(session, waiting);
    const of = { meeting: meeting.number, session: session.id };
    const csv = await (await organiser.client.send(urls.sessionCsv(of))).text();
    expect(csv).toContain('Odile Part');
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(3);
    await site.db.transaction().execute((tx) =>
      eraseComer(tx, {
        organisationId: site.organisationId,
        id: leaving.id,
        mailbox: leaving.email,
      } as Parameters<typeof eraseComer>[1]),
    );
    expect(await placesOf(meeting, waiting)).toEqual(new Map([[session.id, 'seated']]));
    expect(await placesOf(meeting, leaving)).toEqual(new Map());
  });
});
