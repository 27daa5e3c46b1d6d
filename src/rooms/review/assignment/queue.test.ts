import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailsOf } from '../../../../tests/make/mails.ts';
import { makePerson, PASSWORD } from '../../../../tests/make/people.ts';
import { ask, dayAfter, makeIdeas, makeStudy, typedDay } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { revokeRole } from '../../identity/index.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { listTasks, QUEUE_PAGE_SIZE } from './queue.store.ts';
import { countStudy } from './study-list.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const counts = (edition: { id: string }) => countStudy(site.db, site.organisationId, edition.id);
const WHY = 'La place appartient au département, pas à la commune.';

describe('SC6 « pas mon service »', () => {
  it('R43 from the mailed link to the end of the task in less than 10 clicks; the office gives it on in one', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const [roads, parks] = departments;
    const [idea] = await makeIdeas(site, edition, 1);
    const agent = await makePerson(site, {
      roles: ['agent'],
      departmentId: roads!.id,
      isReferent: true,
      password: PASSWORD,
    });
    const asked = await mailsOf(site, async () => {
      await officer.client.post(urls.adminAskIdea({ ...at, idea: idea!.number }), {
        confier: roads!.id,
        ...typedDay('echeance', await dayAfter(site, 20)),
      });
      expect(officer.client.html).toContain('L’avis est demandé');
      // on the file of the idea, whose history tells it
      expect(officer.client.path).toContain('/etude/1');
      expect(officer.client.main).toContain('a demandé un avis sur l’idée n° 1');
    });
    // the referent alone is written to, not every agent
    expect(asked.map(({ to }) => to)).toEqual([agent.email]);

    const client = site.visitor();
    let clicks = 1;
    await client.get(linkIn(asked[0]!));
    expect(client.path).toBe(urls.signIn({ vers: urls.tasks() }));
    clicks += 1;
    const vers = /name="vers" value="([^"]+)"/.exec(client.html)?.[1] ?? urls.tasks();
    await client.post(urls.signIn({ vers }), {
      courriel: agent.email,
      'mot-de-passe': PASSWORD,
      vers,
    });
    expect(client.path).toBe(urls.tasks());
    expect(client.main).toContain('Encore 20 jours');
    clicks += 1;
    const back = /href="(\/etude\/[0-9a-f-]+\/rendre)"/.exec(client.main)![1]!;
    await client.get(back);
    const version = /name="version" value="(\d+)"/.exec(client.html)![1]!;
    await client.post(back, { commentaire: '', service: parks!.id, version });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Écrivez en une phrase');
    // a comment, a department, the button
    clicks += 3;
    const told = await mailsOf(site, () =>
      client.post(back, { commentaire: WHY, service: parks!.id, version }),
    );
    expect(client.path).toBe(urls.tasks());
    expect(client.main).toContain('Rien à faire pour l’instant');
    expect(clicks).toBeLessThan(10);
    const letter = told.find(({ to }) => to === officer.email)!;
    expect(letter.text).toContain(WHY);
    expect(letter.text).toContain(parks!.name);

    expect(await counts(edition)).toMatchObject({ returned: 1, asked: 0, unassigned: 0 });
    await officer.client.get(urls.adminStudy(at));
    expect(officer.client.main).toContain('Une idée rendue par un service');
    expect(officer.client.main).toContain(WHY);
    // the suggestion is filled in
    expect(officer.client.main).toMatch(new RegExp(`value="${parks!.id}" selected`));
    const again = /action="([^"]+\/avis\/[^"]+\/confier)"/.exec(officer.client.main)![1]!;
    const reassigned = await mailsOf(site, async () =>
      officer.client.post(again, {
        confier: parks!.id,
        ...typedDay('echeance', await dayAfter(site, 20)),
      }),
    );
    expect(reassigned.map(({ to }) => to)).toEqual([parks!.agent.email]);
    expect(await counts(edition)).toMatchObject({ returned: 0, asked: 1, unassigned: 0 });
    // both officers on the same return: the second is told
    await officer.client.post(again, {
      confier: parks!.id,
      ...typedDay('echeance', await dayAfter(site, 20)),
    });
    expect(officer.client.status).toBe(409);
  });

  it('is not thrown over what a colleague wrote meanwhile, and what was typed is kept', async () => {
    const { edition, departments } = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    const opinion = await ask(site, edition, idea!, departments[0]!.id);
    await sql`update opinion set version = 2, comment = 'En cours' where id = ${opinion}`.execute(
      site.db,
    );
    const { client } = departments[0]!.agent;
    await client.post(urls.taskReturn({ opinion }), { commentaire: WHY, version: '1' });
    expect(client.status).toBe(409);
    expect(client.main).toContain(WHY);
    await client.post(urls.taskReturn({ opinion }), { commentaire: WHY, version: '2' });
    expect(client.status).toBe(200);
  });

  it('the office may ask nobody else; the idea is then counted without a department', async () => {
    const { edition, at, officer, departments } = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    const opinion = await ask(site, edition, idea!, departments[0]!.id);
    await departments[0]!.agent.client.post(urls.taskReturn({ opinion }), {
      commentaire: WHY,
      version: '1',
    });
    await officer.client.post(urls.adminCloseReturn({ ...at, opinion }));
    expect(await counts(edition)).toMatchObject({ returned: 0, unassigned: 1 });
  });
});

describe('W3 another’s sheet stays closed', () => {
  it('to an agent of another department, of another edition, of another town, to residents', async () => {
    const { edition, departments } = await makeStudy(site);
    const elsewhere = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    const opinion = await ask(site, edition, idea!, departments[0]!.id);
    const narrow = await makePerson(site, {
      roles: ['agent'],
      departmentId: departments[0]!.id,
      editionId: elsewhere.edition.id,
    });
    const host = 'voisine.localhost';
    const id = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host,
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id, name: 'Voisine', host };
    const foreign = await makePerson(site, { roles: ['administrator'], organisation });
    for (const client of [departments[1]!.agent.client, narrow.client, foreign.client]) {
      expect((await client.send(urls.taskReturn({ opinion }))).status).toBe(404);
      const sent = await client.send(urls.taskReturn({ opinion }), {
        commentaire: WHY,
        version: '1',
      });
      expect(sent.status).toBe(404);
      expect((await client.send(urls.taskTake({ opinion }), { prendre: 'oui' })).status).toBe(404);
    }
    for (const client of [departments[1]!.agent.client, narrow.client]) {
      await client.get(urls.tasks());
      expect(client.main).not.toContain(opinion);
    }
    const asOther = await departments[1]!.agent.client.send(
      urls.tasks({ service: departments[0]!.id }),
    );
    expect(asOther.status).toBe(404);
    const resident = await makePerson(site);
    expect((await resident.client.send(urls.tasks())).status).toBe(403);
    expect(await counts(edition)).toMatchObject({ asked: 1 });
  });

  it('W11 to an agent whose role has ended, at the next request', async () => {
    const { edition, departments } = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    const opinion = await ask(site, edition, idea!, departments[0]!.id);
    const { agent } = departments[0]!;
    expect((await agent.client.send(urls.taskReturn({ opinion }))).status).toBe(200);
    await revokeRole(site.db, {
      organisationId: site.organisationId,
      personId: agent.id,
      role: 'agent',
      revokedBy: null,
    });
    expect((await agent.client.send(urls.taskReturn({ opinion }))).status).toBe(403);
    expect((await agent.client.send(urls.tasks())).status).toBe(403);
  });

  it('W11 an officer looks at any queue, once their second factor is proven', async () => {
    const { departments } = await makeStudy(site);
    const unproven = await makePerson(site, { roles: ['officer'], factorProven: false });
    await unproven.client.get(urls.tasks({ service: departments[0]!.id }));
    expect(unproven.client.path).toContain('/compte/');
    expect(unproven.client.html).not.toContain(departments[0]!.name);
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.tasks({ service: departments[0]!.id }));
    expect(officer.client.main).toContain(departments[0]!.name);
  });
});

describe('R43 the queue of a department', () => {
  it('has the most urgent first, and pages neither repeat nor skip', async () => {
    const { edition, departments } = await makeStudy(site);
    const ideas = await makeIdeas(site, edition, QUEUE_PAGE_SIZE + 12);
    for (const [place, idea] of ideas.entries())
      await ask(site, edition, idea, departments[place % 2]!.id, (place * 7) % 11);
    const scopes = departments.map(({ id }) => ({ departmentId: id, editionId: null }));
    const seen: { dueOn: string; id: string }[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listTasks>> = await listTasks(
        site.db,
        site.organisationId,
        scopes,
        'asked',
        after,
      );
      seen.push(...page.tasks);
      after = page.next;
    } while (after !== null);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(ideas.length);
    expect(seen.map(({ dueOn }) => dueOn)).toEqual(seen.map(({ dueOn }) => dueOn).sort());
    await sql`update opinion set state = 'given', verdict = 'reserved',
      settled_at = palabre_now() + number * interval '1 microsecond'
      from (select id as idea, number from idea) i where i.idea = idea_id and edition_id = ${edition.id}`.execute(
      site.db,
    );
    const first = await listTasks(site.db, site.organisationId, scopes, 'given');
    const second = await listTasks(site.db, site.organisationId, scopes, 'given', first.next);
    const numbers = [...first.tasks, ...second.tasks].map(({ number }) => number);
    expect(numbers).toEqual(ideas.map(({ number }) => number).reverse());
  });

  it('says who took a task in hand', async () => {
    const { edition, departments } = await makeStudy(site);
    const [idea] = await makeIdeas(site, edition, 1);
    const opinion = await ask(site, edition, idea!, departments[0]!.id);
    const { agent } = departments[0]!;
    await agent.client.post(urls.taskTake({ opinion }), { prendre: 'oui' });
    expect(agent.client.main).toContain('vous vous en occupez');
    const colleague = await makePerson(site, {
      roles: ['agent'],
      departmentId: departments[0]!.id,
    });
    await colleague.client.get(urls.tasks());
    expect(colleague.client.main).toContain(`${agent.nickname} s’en occupe`);
    await agent.client.post(urls.taskTake({ opinion }), { prendre: 'non' });
    expect(agent.client.main).not.toContain('vous vous en occupez');
  });
});
