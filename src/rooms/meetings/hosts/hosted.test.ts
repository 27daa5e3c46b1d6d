import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHosted } from '../../../../tests/make/meetings.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { hideMeeting } from '../hiding.store.ts';
import { removeDraft } from '../meeting-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const events = (changes = {}) => makeSpace(site, { kindOfComponent: 'events', ...changes });

describe('events of spaces', () => {
  it('R123 an announced event is never deleted, by its rule nor by the database', async () => {
    const { component } = await events();
    const { id: host } = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host);
    const act = { organisationId: site.organisationId, by: host };
    expect(await removeDraft(site.db, act, meeting.id)).toBe(false);
    await expect(
      sql`delete from meeting where id = ${meeting.id}`.execute(site.db),
    ).rejects.toThrow('never deleted');
  });

  it('R117 R123 what moderation hides is gone: without its words, no calendar (410), no list', async () => {
    const { component } = await events();
    const { id: host } = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host, { title: 'Titre masqué ici' });
    await site.db
      .transaction()
      .execute((tx) => hideMeeting(tx, site.organisationId, meeting.id, true));
    const client = site.visitor();
    await client.get(urls.meeting({ meeting: meeting.number }));
    expect(client.html).not.toContain('Titre masqué ici');
    await client.get(urls.meetingIcs({ meeting: meeting.number }));
    expect(client.status).toBe(410);
    for (const path of [urls.agenda(), urls.agendaFeed()]) {
      await client.get(path);
      expect(client.html).not.toContain('Titre masqué ici');
    }
  });

  it('R93 W3 an event of a private space is nowhere for a stranger: agenda, feeds, search, sets, its own address', async () => {
    const { component } = await events({ isPrivate: true });
    const { id: host } = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host, { title: 'Zorglub confidentiel' });
    const { client: member } = await makePerson(site);
    for (const client of [site.visitor(), member]) {
      for (const path of [
        urls.meeting({ meeting: meeting.number }),
        urls.meetingIcs({ meeting: meeting.number }),
      ]) {
        await client.get(path);
        expect(client.status).toBe(404);
      }
      for (const path of [
        urls.agenda(),
        urls.agendaFeed(),
        urls.home(),
        urls.search({ q: 'zorglub' }),
        urls.dataSet({ set: 'rencontres.csv' }),
      ]) {
        await client.get(path);
        expect(client.html).not.toContain('Zorglub confidentiel');
      }
    }
  });

  it('R120 an event of a public space stands in the agenda, and the office leaves it to its host', async () => {
    const { component } = await events();
    const { id: host } = await makePerson(site);
    const meeting = await makeHosted(site, component.id, host, { title: 'Assemblée ouverte' });
    const client = site.visitor();
    // another address than that of the page that is kept
    await client.get(urls.agenda({ genre: 'reunion-publique' }));
    expect(client.html).toContain('Assemblée ouverte');
    await client.get(urls.meeting({ meeting: meeting.number }));
    expect(client.status).toBe(200);
    expect(client.html).toContain('Salle Simone-Veil, 3 rue du Moulin');
  });
});
