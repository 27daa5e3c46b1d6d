import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, makeHeldProject, readBy } from '../../../tests/make/campaign.ts';
import { freezeDecided } from '../../../tests/make/decisions.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { writeReadings } from './index.ts';
import { ALL_PIECES, PIECES } from './piece.ts';
import { findReadings } from './reading.store.ts';
import { isRobot } from './reading.ts';

let site: TestSite;
let holder: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  holder = await makePerson(site);
});
afterAll(() => site.close());

describe('R49 readings of a project’s page', () => {
  it('R49 are counted by day, also where the page comes from memory; robots are left out', async () => {
    const { edition, projectId } = await makeHeldProject(site, holder.id);
    const path = urls.project({ edition: edition.slug, project: '1-un-verger' });
    const visitor = site.visitor();
    for (let reading = 0; reading < 3; reading += 1) await visitor.send(path, undefined, BROWSER);
    await visitor.send(path, undefined, { ...BROWSER, 'sec-purpose': 'prefetch;prerender' });
    await visitor.send(path, undefined, { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' });
    await visitor.send(urls.project({ edition: edition.slug, project: 9 }), undefined, BROWSER);
    await writeReadings(site.db);
    await writeReadings(site.db);
    const yesterday = await findReadings(site.db, site.organisationId, projectId);
    expect(yesterday.total).toBe(3);
    expect(yesterday.days.map(({ readings }) => readings)).toEqual([3]);
    site.travel('2 days');
    await visitor.send(path, undefined, BROWSER);
    await writeReadings(site.db);
    const today = await findReadings(site.db, site.organisationId, projectId);
    expect(today.days.map(({ readings }) => readings)).toEqual([3, 0, 1]);
    site.travel('60 days');
    const late = await findReadings(site.db, site.organisationId, projectId);
    expect(late).toEqual({ total: 4, days: [] });
    site.travel(null);
  });

  it('R49 nothing of them tells who, and no cookie is set', async () => {
    const { edition } = await makeHeldProject(site, holder.id);
    const path = urls.project({ edition: edition.slug, project: 1 });
    const answer = await site.visitor().send(path, undefined, BROWSER);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { rows } = await site.pool.query(
      `select column_name from information_schema.columns where table_name = 'project_reading'`,
    );
    expect(rows.map((row) => row.column_name).sort()).toEqual([
      'day',
      'organisation_id',
      'project_id',
      'readings',
    ]);
  });

  it('R49 several servers that write at once lose none', async () => {
    const { edition, projectId } = await makeHeldProject(site, holder.id);
    await Promise.all([1, 2, 3].map((count) => readBy(site, { edition, number: 1 }, count)));
    await writeReadings(site.db);
    const { total } = await findReadings(site.db, site.organisationId, projectId);
    expect(total).toBe(6);
  });

  it('R49 programs that say what they are, or nothing, are no readers', () => {
    for (const agent of [
      '',
      'Googlebot/2.1',
      'curl/8.5',
      'facebookexternalhit/1.1',
      'Twitterbot/1.0',
    ])
      expect(isRobot(agent), agent).toBe(true);
    for (const agent of [
      BROWSER['user-agent'],
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
    ])
      expect(isRobot(agent), agent).toBe(false);
  });
});

describe('R49 R51 the office’s page', () => {
  it('R49 R51 lists the kits in the order of the numbers, with readings and downloads', async () => {
    const { edition } = await makeHeldProject(site, holder.id, { title: 'Un four à pain' });
    const open = await makeEdition(site, { phase: 'campaign' });
    await readBy(site, { edition, number: 1 }, 29);
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.adminCampaign({ edition: edition.slug }));
    expect(officer.client.main).toContain('Un four à pain');
    expect(officer.client.main).toContain('>29<');
    await officer.client.get(urls.adminCampaign({ edition: open.slug }));
    expect(officer.client.main).toContain('Les kits viendront avec la liste');
  });
});

describe('R49 the holder’s page', () => {
  it('R49 is found from the space of somebody whose project comes from no idea of theirs', async () => {
    const { client, id } = await makePerson(site);
    const { projectId } = await makeHeldProject(site, id);
    const waiting = await makeHeldProject(site, id, { frozen: false });
    await client.get(urls.mySpace());
    expect(client.main).toContain(urls.holderProject({ project: projectId }));
    expect(client.main).not.toContain(waiting.projectId);
  });

  it('R49 R51 has tools, readings and downloads, and is the holder’s alone', async () => {
    const { edition, projectId } = await makeHeldProject(site, holder.id);
    await readBy(site, { edition, number: 1 }, 41);
    const at = { edition: edition.slug, project: 1 };
    const poster = urls.projectKit({ ...at, piece: 'affiche-a4.pdf' });
    expect((await holder.client.send(poster, undefined, BROWSER)).status).toBe(200);
    const path = urls.holderProject({ project: projectId });
    await holder.client.get(path);
    expect(holder.client.main).toContain('41</strong>');
    expect(holder.client.main).toContain('1 téléchargement');
    expect(holder.client.main).toContain('mailto:?subject=');
    expect(holder.client.main).toContain(`href="${poster}"`);
    // never votes: no word of them but the dates and that nobody knows
    expect(holder.client.main).not.toMatch(/\d+\s*(voix|votes)\b/);
    const other = await makePerson(site);
    const officer = await makePerson(site, { roles: ['officer'] });
    for (const { client } of [other, officer]) expect((await client.send(path)).status).toBe(404);
    expect((await site.visitor().send(path)).status).toBe(303);
  });

  it('R49 R51 is there once the list is frozen, and nobody else has the kit before the campaign', async () => {
    const person = await makePerson(site);
    const edition = await makeEdition(site, { phase: 'collection' });
    const idea = await makeIdea(site, edition, { authorId: person.id });
    const { projectId } = await makeHeldProject(site, person.id, {
      edition,
      ideaIds: [idea.id],
      frozen: false,
    });
    const path = urls.holderProject({ project: projectId });
    expect((await person.client.send(path)).status).toBe(404);
    await person.client.get(urls.mySpace());
    expect(person.client.main).not.toContain(path);
    await freezeDecided(site, { organisationId: site.organisationId, by: null }, edition.id);
    await person.client.get(urls.mySpace());
    expect(person.client.main).toContain(`href="${path}"`);
    await person.client.get(path);
    expect(person.client.main).toContain('n’est pas encore publique');
    const officer = await makePerson(site, { roles: ['officer'] });
    const other = await makePerson(site);
    const at = { edition: edition.slug, project: 1 };
    const kit = [
      urls.projectShare(at),
      ...ALL_PIECES.map((piece) => urls.projectKit({ ...at, piece: PIECES[piece].file })),
    ];
    for (const one of kit) {
      for (const { client } of [person, officer])
        expect((await client.send(one)).status, one).toBe(200);
      for (const client of [site.visitor(), other.client])
        expect((await client.send(one)).status, one).toBe(404);
    }
  });
});
