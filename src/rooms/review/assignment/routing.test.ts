import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { type MadeStudy, makeStudy } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { routeSubmittedIdea } from './assignment.jobs.ts';
import { fieldOf } from './routing.page.tsx';
import { findRouting, saveRouting } from './routing.store.ts';
import { countStudy } from './study-list.store.ts';

let site: TestSite;
let study: MadeStudy;
beforeAll(async () => {
  site = await openTestSite();
  study = await makeStudy(site);
});
afterAll(() => site.close());

const opinionsOf = async (ideaId: string) =>
  (
    await sql<{ department_id: string; state: string; due_on: string }>`
      select department_id, state, due_on from opinion where idea_id = ${ideaId}`.execute(site.db)
  ).rows;

async function route(
  edition: Edition,
  departments: Record<string, string>,
  automatic = true,
): Promise<void> {
  const { version } = await findRouting(site.db, site.organisationId, edition.id);
  const saved = await saveRouting(
    site.db,
    { organisationId: site.organisationId, by: null },
    edition,
    {
      departments: new Map(
        edition.categories.flatMap(({ id, slug }) =>
          departments[slug] ? [[id, departments[slug]]] : [],
        ),
      ),
      automatic,
      delayDays: null,
      version,
    },
  );
  if (!saved.ok) throw new Error(saved.refusal);
}

describe('R36 departments of an edition', () => {
  it('are declared by category, with warnings for what would be left to nobody', async () => {
    const { edition, at, officer, departments } = study;
    const { client } = officer;
    await client.get(urls.adminServices(at));
    expect(client.main).toContain(
      `${edition.categories.length} catégories ne vont à aucun service`,
    );
    const silent = await makeDepartment(site, { name: 'Archives' });
    const fields = Object.fromEntries(
      edition.categories.map((category, place) => [
        fieldOf(category),
        place === 0 ? silent.id : departments[place % 2]!.id,
      ]),
    );
    const mark = /name="mark" value="(\d+)"/.exec(client.html)![1]!;
    await client.post(urls.adminServices(at), { ...fields, mark, automatique: 'oui', delai: '' });
    expect(client.status).toBe(200);
    expect(client.main).not.toContain('ne vont à aucun service');
    expect(client.main).toContain('Un service ne peut pas être prévenu');
    expect(client.main).toContain('Archives');
    const facts = await listFactsAbout(site, edition.id);
    expect(facts.map(({ kind }) => kind)).toContain('routing.saved');
  });

  it('two officers at once: the second is shown what the first saved, and loses nothing', async () => {
    const { edition, at, officer, departments } = study;
    const second = await makePerson(site, { roles: ['officer'] });
    const [category] = edition.categories;
    for (const { client } of [officer, second]) await client.get(urls.adminServices(at));
    const mark = /name="mark" value="(\d+)"/.exec(second.client.html)![1]!;
    const form = (service: string, delai: string) => ({
      ...Object.fromEntries(edition.categories.map((one) => [fieldOf(one), service])),
      mark,
      delai,
    });
    await officer.client.post(urls.adminServices(at), form(departments[0]!.id, '20'));
    expect(officer.client.status).toBe(200);
    const { client } = second;
    await client.post(urls.adminServices(at), form(departments[1]!.id, '30'));
    expect(client.status).toBe(409);
    expect(client.main).toMatch(/Enregistré entre-temps\s: «\sVoirie 2026/);
    expect(client.main).toMatch(/Enregistré entre-temps\s: «\s20\s»/);
    expect(client.main).toContain('value="30"');
    const again = /name="mark" value="(\d+)"/.exec(client.html)![1]!;
    expect(again).not.toBe(mark);
    await client.post(urls.adminServices(at), {
      ...form(departments[1]!.id, '30'),
      mark: again,
    });
    expect(client.status).toBe(200);
    const routing = await findRouting(site.db, site.organisationId, edition.id);
    expect(routing.departments.get(category!.id)).toBe(departments[1]!.id);
    expect(routing.delayDays).toBe(30);
  });

  it('W8 a delay that is none is said beside its field', async () => {
    const { at, officer } = study;
    await officer.client.post(urls.adminServices(at), { mark: '1', delai: 'bientôt' });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('de 1 à 365');
    expect(officer.client.main).toContain('value="bientôt"');
  });

  it('W3 a department of another town is none', async () => {
    const { rows } = await sql<{
      id: string;
    }>`insert into organisation (slug, name, host, contact_email)
      values ('ailleurs', 'Ailleurs', 'ailleurs.localhost', 'a@ailleurs.example') returning id`.execute(
      site.db,
    );
    const foreign = await makeDepartment(site, { organisation: rows[0]! });
    const { edition, at, officer } = study;
    await officer.client.get(urls.adminServices(at));
    const mark = /name="mark" value="(\d+)"/.exec(officer.client.html)![1]!;
    await officer.client.post(urls.adminServices(at), {
      mark,
      [fieldOf(edition.categories[0]!)]: foreign.id,
    });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Ce service est fermé');
  });
});

describe('SC6 R43 a new idea', () => {
  it('goes by itself to the department of its category, once, however often the fact is read', async () => {
    const { edition, departments } = await makeStudy(site, ['Sports']);
    await route(edition, { ecologie: departments[0]!.id });
    const idea = await makeIdea(site, edition, { category: 'ecologie' });
    await site.runJobs();
    expect(await opinionsOf(idea.id)).toMatchObject([
      { department_id: departments[0]!.id, state: 'asked' },
    ]);
    const tools = { db: site.db, config: site.config, postman: { send: async () => {} } };
    const submitted: RecordedFact = {
      organisationId: site.organisationId,
      id: idea.id,
      kind: 'idea.submitted',
      actorId: null,
      subject: { kind: 'idea', id: idea.id },
      detail: {},
      recordedAt: new Date(0),
    };
    await Promise.all([1, 2].map(() => routeSubmittedIdea(submitted, tools)));
    expect(await opinionsOf(idea.id)).toHaveLength(1);
    // withdrawn by the office, it does not come back by itself
    await sql`update opinion set state = 'withdrawn' where idea_id = ${idea.id}`.execute(site.db);
    await routeSubmittedIdea(submitted, tools);
    expect(await opinionsOf(idea.id)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await countStudy(site.db, site.organisationId, edition.id)).toMatchObject({
      ideas: 1,
      unassigned: 1,
    });
  });

  it('is counted without a department where its category has none, is closed, or nothing is automatic', async () => {
    const { edition, departments } = await makeStudy(site, ['Culture', 'Écoles']);
    const [culture, schools] = departments;
    await route(edition, { ecologie: culture!.id, sport: schools!.id });
    await sql`update department set closed_at = palabre_now() where id = ${schools!.id}`.execute(
      site.db,
    );
    await makeIdea(site, edition, { category: 'culture' });
    await makeIdea(site, edition, { category: 'sport' });
    await site.runJobs();
    await route(edition, { ecologie: culture!.id }, false);
    await makeIdea(site, edition, { category: 'ecologie' });
    await site.runJobs();
    expect(await countStudy(site.db, site.organisationId, edition.id)).toMatchObject({
      ideas: 3,
      unassigned: 3,
    });
  });
});
