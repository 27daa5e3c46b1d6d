import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makeHosted, makeMeeting } from '../../../../tests/make/meetings.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { boardOfEdition } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { listIdeasOfMeeting } from '../index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** An event that somebody hosts in a theme where there are ideas. */
async function host({ isPrivate = false } = {}) {
  const made = await makeComponentBoard(site, { isPrivate });
  const events = await makeComponent(site, made.space, { kind: 'events', themeId: made.theme.id });
  const person = await makePerson(site);
  const meeting = await makeHosted(site, events.id, person.id, { title: 'Café des haies' });
  return { ...made, person, meeting, picker: urls.meetingIdeas({ meeting: meeting.number }) };
}

describe('R125 R126 ideas and events', () => {
  it('R125 R126 W14 its host finds ideas of the theme, says which came out of it, and both pages lead to each other', async () => {
    const { board, to, person, meeting, picker } = await host();
    const mine = await makeIdea(site, board, { title: 'Planter des haies', authorId: person.id });
    const other = await makeIdea(site, board, { title: 'Rouvrir la gare' });
    const elsewhere = await makeIdea(site, (await makeComponentBoard(site)).board);
    const { client } = person;
    await client.get(urls.meeting({ meeting: meeting.number }));
    expect(client.main).toContain('Relier des idées');
    await client.get(`${picker}?recherche=gare`);
    expect(client.main).toContain('Rouvrir la gare');
    expect(client.main).not.toContain('Planter des haies');
    const chosen = {
      idee: [mine.id, other.id, elsewhere.id, 'x'],
      [`lien-${mine.id}`]: 'issue',
      [`lien-${other.id}`]: 'evoquee',
      [`lien-${elsewhere.id}`]: 'issue',
    };
    for (let twice = 0; twice < 2; twice += 1) await client.post(picker, chosen as never);
    expect(client.main).toContain('Idées déjà reliées');
    const linked = await listIdeasOfMeeting(site.db, site.organisationId, meeting.id);
    expect(linked.map(({ id, relation }) => [id, relation])).toEqual([
      [mine.id, 'came-out'],
      [other.id, 'spoken-of'],
    ]);
    const { rows } = await sql`select from fact where kind = 'meeting.ideas-linked'
      and subject_id = ${meeting.id}`.execute(site.db);
    expect(rows).toHaveLength(1);
    const reader = site.visitor();
    await reader.get(urls.meeting({ meeting: meeting.number }));
    expect(reader.main).toMatch(/En est issue l’idée n°\s1/);
    expect(reader.main).toContain('Rouvrir la gare');
    expect(reader.main).not.toContain('Relier des idées');
    await reader.get(to.idea({ idea: mine.number }));
    expect(reader.main).toContain('Issue de l’événement');
    expect(reader.main).toContain('Café des haies');
    await reader.get(to.idea({ idea: other.number }));
    expect(reader.main).toContain('Évoquée pendant l’événement');
    await client.post(picker, { idee: mine.id, [`lien-${mine.id}`]: '' });
    expect(await listIdeasOfMeeting(site.db, site.organisationId, meeting.id)).toHaveLength(1);
  });

  it('R125 W3 nobody else links ideas, and an event that is hidden is named nowhere', async () => {
    const { board, to, person, meeting, picker } = await host();
    const idea = await makeIdea(site, board);
    const stranger = await makePerson(site);
    await stranger.client.get(picker);
    expect(stranger.client.status).toBe(404);
    await stranger.client.post(picker, { idee: idea.id, [`lien-${idea.id}`]: 'issue' });
    expect(stranger.client.status).toBe(404);
    await person.client.post(picker, { idee: idea.id, [`lien-${idea.id}`]: 'issue' });
    await sql`update meeting set hidden_at = palabre_now() where id = ${meeting.id}`.execute(
      site.db,
    );
    const reader = site.visitor();
    await reader.get(to.idea({ idea: idea.number }));
    expect(reader.html).not.toContain('Café des haies');
    await person.client.get(picker);
    expect(person.client.status).toBe(410);
  });

  it('R125 W3 an organiser links ideas of the edition of a meeting; in a private space nobody else is told', async () => {
    const edition = await makeEdition(site);
    const idea = await makeIdea(site, edition);
    const meeting = await makeMeeting(site, { editionId: edition.id });
    const picker = urls.meetingIdeas({ meeting: meeting.number });
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(picker);
    expect(client.main).toContain(idea.title);
    await client.post(picker, { idee: idea.id, [`lien-${idea.id}`]: 'issue' });
    const reader = site.visitor();
    await reader.get(addressesOf(boardOfEdition(edition)).idea({ idea: idea.number }));
    expect(reader.main).toContain('Issue de l’événement');
    const alone = await makeMeeting(site);
    await client.get(urls.meetingIdeas({ meeting: alone.number }));
    expect(client.status).toBe(404);
    const secret = await host({ isPrivate: true });
    const stranger = await makePerson(site);
    await stranger.client.get(secret.picker);
    expect(stranger.client.status).toBe(404);
  });
});

describe('a workshop that yields ideas', () => {
  it('R125 its host deposits one once it has begun; published, it is an issue of the event', async () => {
    const { meeting, person, to, board, picker } = await host();
    const form = urls.meetingDeposit({ meeting: meeting.number });
    const { client } = person;
    await client.get(urls.meeting({ meeting: meeting.number }));
    expect(client.main, 'not before').not.toContain(form.replace(String(meeting.number), ''));
    expect((await client.send(form)).status).toBe(404);
    site.travel('73 hours');
    await client.get(urls.meeting({ meeting: meeting.number }));
    expect(client.main).toContain('Déposer une idée issue de cet atelier');
    await client.get(form);
    const brouillon = /name="brouillon" value="([^"]+)"/.exec(client.html)![1]!;
    for (let twice = 0; twice < 2; twice += 1) await client.post(form, { brouillon });
    expect(client.path).toBe(to.depositText({ draft: brouillon }));
    await client.post(client.path, {
      title: 'Des haies devant l’école',
      body: 'Dites par douze personnes autour d’une table.',
      category: board.categories[0]!.slug,
      lang: 'fr',
    });
    await client.post(client.path.replace(/[^/]+$/, 'publier'));
    expect(client.main).toContain('Issue de l’événement');
    const linked = await listIdeasOfMeeting(site.db, site.organisationId, meeting.id);
    expect(linked.map(({ title, relation }) => [title, relation])).toEqual([
      ['Des haies devant l’école', 'came-out'],
    ]);
    await client.get(picker);
    expect(client.main).toContain('Des haies devant l’école');
    const { client: stranger } = await makePerson(site);
    for (const sent of [undefined, { brouillon: 'x' }])
      expect((await stranger.send(form, sent)).status, 'W3').toBe(404);
    site.travel(null);
  });
});
