import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { makeVotePoint } from '../../../tests/make/points.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const feedIn = (html: string) =>
  /\/mon-espace\/agenda\/[0-9a-f]+\/agenda\.ics/.exec(html)?.[0] ?? '';

describe('R55 where elected people and agents are expected', () => {
  it('R55 meetings and shifts stand on one page and in a calendar; what one is registered for is no work', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    const elected = await makePerson(site, { roles: ['elected-official'] });
    const edition = await makeEdition(site, { phase: 'vote', slug: 'vote', title: 'Le vote' });
    const point = await makeVotePoint(site, edition, { name: 'Gymnase' });
    const expected = await makeMeeting(site, { title: 'Inauguration du kiosque' });
    const own = await makeMeeting(site, { title: 'Atelier de quartier' });
    const draft = await makeMeeting(site, { title: 'Encore un brouillon', published: false });
    for (const { number } of [expected, draft])
      await officer.client.post(urls.adminMeetingPresence({ meeting: number }), {
        personne: elected.id,
      });
    await officer.client.post(urls.adminVoteShifts({ edition: edition.slug, point: point.id }), {
      slot: point.slots.at(-1)!.id,
      [`person-${point.slots.length}`]: elected.id,
    });
    const { client } = elected;
    await client.post(urls.meetingRegister({ meeting: own.number }), { profil: 'elected' });
    await client.get(urls.mySpace());
    expect(client.main).toContain(urls.ownAgenda());
    await client.get(urls.ownAgenda());
    expect(client.main).toMatch(/représentez la collectivité[\s\S]*Inauguration du kiosque/);
    expect(client.main).toMatch(/Permanences aux lieux de vote[\s\S]*Gymnase/);
    expect(client.main).toMatch(/êtes inscrit·e<\/h2>[\s\S]*Atelier de quartier/);
    expect(client.main).not.toContain('Encore un brouillon');
    // an agenda program is nobody signed in
    const program = site.visitor();
    const path = feedIn(client.main);
    const answer = await program.send(path);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const calendar = await answer.text();
    expect(calendar).toContain('SUMMARY:Inauguration du kiosque');
    expect(calendar).toMatch(/SUMMARY:Permanence.*Gymnase/);
    for (const title of ['Atelier de quartier', 'Encore un brouillon'])
      expect(calendar).not.toContain(title);
    await officer.client.post(urls.adminMeetingCancel({ meeting: expected.number }), {
      message: 'Orage.',
    });
    expect(await (await program.send(path)).text()).toContain('STATUS:CANCELLED');
    // it is theirs alone
    await officer.client.get(urls.ownAgenda());
    const other = await (await program.send(feedIn(officer.client.main))).text();
    expect(other).not.toContain('BEGIN:VEVENT');
  });

  it('R55 W3 the address of a calendar is not guessed; a resident has none', async () => {
    const agent = await makePerson(site, { roles: ['agent'] });
    const other = await makePerson(site, { roles: ['agent'] });
    await agent.client.get(urls.ownAgenda());
    const path = feedIn(agent.client.main);
    const hex = (id: string) => id.replaceAll('-', '');
    const program = site.visitor();
    expect((await program.send(path)).status).toBe(200);
    expect((await program.send(path.replace(hex(agent.id), hex(other.id)))).status).toBe(404);
    expect((await program.send(path.replace(/.\/agenda\.ics$/, 'x/agenda.ics'))).status).toBe(404);
    const resident = await makePerson(site);
    await resident.client.get(urls.ownAgenda());
    expect(resident.client.main).toContain('Rien à venir');
    expect(feedIn(resident.client.main)).toBe('');
    const visitor = await site.visitor().send(urls.ownAgenda());
    expect(visitor.headers.get('location')).toContain(urls.signIn());
  });
});
