import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeDecided } from '../../../tests/make/decisions.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Idea } from '../ideas/index.ts';
import { type Edition, findEdition, numberedSegment } from '../spaces/index.ts';
import { freezeList, listSourcesOfProject } from './index.ts';
import { findProject, listProjects } from './project.store.ts';
import { markProject } from './project-writing.store.ts';

let site: TestSite;
let officer: MadePerson;
let resident: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Claire' });
  resident = await makePerson(site);
});
afterAll(() => site.close());

const fields = (edition: Edition, changes: Record<string, string> = {}) => ({
  ideas: '',
  title: 'Un verger partagé',
  summary: 'Vingt arbres et deux tables.',
  categoryId: edition.categories[0]!.id,
  cost: '8 500,50',
  place: 'Derrière l’école',
  ...changes,
});

async function makeProject(edition: Edition, changes: Record<string, string> = {}) {
  await officer.client.post(
    urls.adminNewProject({ edition: edition.slug }),
    fields(edition, changes),
  );
  const list = await listProjects(site.db, site.organisationId, edition.id);
  return list.find(({ title }) => title === (changes.title ?? 'Un verger partagé'))!;
}

describe('R44 R188 a project out of ideas', () => {
  let edition: Edition;
  let ideas: Idea[];
  beforeAll(async () => {
    edition = await makeEdition(site, { slug: 'fabrique' });
    ideas = [];
    for (const title of ['Un verger', 'Des pommiers', 'Une mare'])
      ideas.push(await makeIdea(site, edition, { title, category: 'ecologie' }));
  });

  it('the form comes filled in with the ideas that were ticked', async () => {
    const { client } = officer;
    await client.get(urls.adminIdeas({ edition: 'fabrique' }));
    expect(client.html).toContain('Des pommiers');
    await client.get('/administration/editions/fabrique/projets/nouveau?idee=1&idee=2');
    expect(client.html).toContain('value="Un verger"');
    expect(client.html).toContain('value="1, 2"');
    expect(client.html).toMatch(
      new RegExp(`<option[^>]*value="${ideas[0]!.categoryId}"[^>]*selected`),
    );
  });

  it('keeps its sources, its first holder and the earliest deposit; an idea is in one project only', async () => {
    const project = await makeProject(edition, { ideas: 'n° 2 et 1' });
    expect(project).toMatchObject({
      cost: 8_500_50,
      holderId: ideas[1]!.authorId,
      number: null,
    });
    expect(project.depositedAt).toEqual(ideas[0]!.publishedAt);
    expect(
      (await listSourcesOfProject(site.db, site.organisationId, project.id)).map(
        ({ number }) => number,
      ),
    ).toEqual([1, 2]);
    const { client } = officer;
    await client.post(
      urls.adminNewProject({ edition: 'fabrique' }),
      fields(edition, { ideas: '2', title: 'Autre' }),
    );
    expect(client.status).toBe(422);
    expect(client.html).toContain('déjà dans un autre projet');
    expect(client.html).toContain('value="Autre"');
    await client.get(urls.adminIdeas({ edition: 'fabrique' }));
    expect(client.html).toContain('Un verger partagé');
  });

  it('W1 W8 W14 what makes no sense is said beside its field and kept', async () => {
    const { client } = officer;
    const before = await listProjects(site.db, site.organisationId, edition.id);
    const cases: [Record<string, string>, string][] = [
      [{ cost: '1e309' }, 'cost'],
      [{ cost: 'NaN' }, 'cost'],
      [{ cost: '-5' }, 'cost'],
      [{ cost: '0' }, 'cost'],
      [{ cost: '9'.repeat(30) }, 'cost'],
      [{ cost: '2 000 000 000' }, 'cost'],
      [{ ideas: '99' }, 'ideas'],
      [{ ideas: '1e3' }, 'ideas'],
      [{ ideas: '<b>3</b>' }, 'ideas'],
      [{ ideas: Array.from({ length: 25 }, (_, index) => index + 1).join(',') }, 'ideas'],
      [{ title: '' }, 'title'],
      [{ title: 'x'.repeat(121) }, 'title'],
      [{ summary: 'x'.repeat(5001) }, 'summary'],
      [{ categoryId: '' }, 'categoryId'],
      [{ categoryId: "' or 1=1" }, 'categoryId'],
      [{ place: 'x'.repeat(201) }, 'place'],
    ];
    for (const [changes, field] of cases) {
      await client.post(urls.adminNewProject({ edition: 'fabrique' }), fields(edition, changes));
      expect(client.status, JSON.stringify(changes)).toBe(422);
      expect(client.html, field).toContain(`href="#${field}"`);
    }
    expect(await listProjects(site.db, site.organisationId, edition.id)).toEqual(before);
  });

  it('a category or an idea of another edition is refused', async () => {
    const other = await makeEdition(site);
    const { client } = officer;
    await client.post(
      urls.adminNewProject({ edition: other.slug }),
      fields(other, { categoryId: edition.categories[0]!.id, ideas: '3' }),
    );
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#categoryId"');
    expect(client.html).toContain('href="#ideas"');
  });

  it('is changed and removed before the list is frozen; two officers never overwrite each other', async () => {
    const project = await makeProject(edition, { title: 'À changer', ideas: '3' });
    const at = { edition: 'fabrique', project: project.id };
    const mark = markProject(project);
    const { client } = officer;
    await client.post(urls.adminProject(at), {
      ...fields(edition, { title: 'Premier', ideas: '3' }),
      mark,
    });
    expect(client.path).toBe(urls.adminProjects({ edition: 'fabrique' }));
    await client.post(urls.adminProject(at), {
      ...fields(edition, { title: 'Second', ideas: '3', cost: '8500.50' }),
      mark,
    });
    expect(client.status).toBe(409);
    expect(client.html).toContain('Premier');
    expect(client.html).toContain('value="Second"');
    expect(client.html).not.toContain('href="#cost"');
    await client.post(urls.adminRemoveProject(at));
    expect(client.html).toContain('Le projet est supprimé');
    expect(await findProject(site.db, site.organisationId, project.id)).toBeNull();
    await client.get(urls.adminJournal());
    expect(client.html).toContain('a supprimé le projet');
  });

  it('W3 neither a resident, nor another edition, nor another town reaches it', async () => {
    const project = await makeProject(edition, { title: 'Gardé' });
    const other = await makeEdition(site);
    const at = { edition: 'fabrique', project: project.id };
    expect((await resident.client.send(urls.adminProject(at))).status).toBe(403);
    expect((await resident.client.send(urls.adminRemoveProject(at), {})).status).toBe(403);
    const elsewhere = { edition: other.slug, project: project.id };
    expect((await officer.client.send(urls.adminProject(elsewhere))).status).toBe(404);
    expect((await officer.client.send(urls.adminRemoveProject(elsewhere), {})).status).toBe(404);
    for (const id of ['1', 'x', '../1', '00000000-0000-0000-0000-000000000000'])
      expect(
        (await officer.client.send(urls.adminProject({ edition: 'fabrique', project: id }))).status,
      ).toBe(404);
    expect(await findProject(site.db, site.organisationId, project.id)).not.toBeNull();
  });
});

describe('R44 R50 freezing the list and reading it', () => {
  it('asks once more, freezes once, and from then on the form is closed', async () => {
    const edition = await makeEdition(site, { phase: 'study', slug: 'gel' });
    const at = { edition: 'gel' };
    const { client } = officer;
    await client.post(urls.adminFreezeList(at));
    expect(client.status).toBe(422);
    expect(client.html).toContain('La liste est vide');
    const project = await makeProject(edition, { title: '<script>alert(1)</script>' });
    await makeProject(edition, { title: 'Trop cher', cost: '150 000' });
    await client.get(urls.adminFreezeList(at));
    expect(client.html).toContain('tirés au sort');
    expect(client.html).toContain('coûte plus que l’enveloppe');
    await client.post(urls.adminFreezeList(at));
    expect(client.html).toContain('La liste est arrêtée');
    await client.post(urls.adminFreezeList(at));
    expect(client.status).toBe(200);
    await client.get(urls.adminProject({ ...at, project: project.id }));
    expect(client.html).toContain('ne change plus');
    expect(client.html).not.toContain('name="cost"');
    await client.post(urls.adminProject({ ...at, project: project.id }), {
      ...fields(edition),
      mark: markProject(project),
    });
    expect(client.status).toBe(422);
    await client.post(urls.adminRemoveProject({ ...at, project: project.id }));
    expect(client.html).toContain('La liste est arrêtée');
    await client.post(urls.adminNewProject(at), fields(edition, { title: 'Tardif' }));
    expect(client.status).toBe(422);
    expect(await listProjects(site.db, site.organisationId, edition.id)).toHaveLength(2);
  });

  it('residents see nothing before the campaign, then every number with its words', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'lecture' });
    const at = { edition: 'lecture' };
    const idea = await makeIdea(site, edition, { title: 'Le verger' });
    await makeProject(edition, { ideas: '1', cost: '60 000' });
    await makeProject(edition, { title: 'Une <b>fresque</b>', cost: '65 000', place: '' });
    await freezeDecided(site, { organisationId: site.organisationId, by: officer.id }, edition.id, {
      shuffle: (items) => [...items],
    });
    const visitor = site.visitor();
    await visitor.get(urls.projects(at));
    expect(visitor.html).toContain('n’est pas encore publiée');
    expect(visitor.html).not.toContain('Un verger partagé');
    expect((await visitor.send(urls.project({ ...at, project: 1 }))).status).toBe(404);
    await visitor.get(urls.idea({ ...at, idea: 1 }));
    expect(visitor.html).not.toContain('Un verger partagé');

    site.travel('21 days');
    await visitor.get(urls.projects(at));
    expect(visitor.html).toContain('Un verger partagé');
    expect(visitor.html).toContain('Une &lt;b>fresque&lt;/b>');
    expect(visitor.html).toMatch(/pour 125\s000\s€ au total/);
    expect(visitor.html).toContain('80 % de ce que coûteraient tous les projets');
    await visitor.get(urls.projects(at, { categorie: 'sport' }));
    expect(visitor.status).toBe(200);
    await visitor.get(urls.projects(at, { categorie: '<script>', apres: '1e309' }));
    expect(visitor.status).toBe(200);
    await visitor.get(urls.projects(at, { apres: '999999' }));
    expect(visitor.status).toBe(200);

    // R188: idea ↔ project, each one click away
    await visitor.get(urls.project({ ...at, project: '1-peu-importe' }));
    expect(visitor.html).toMatch(/60\s% /);
    expect(visitor.html).toContain(urls.idea({ ...at, idea: numberedSegment(1, idea.title) }));
    expect(visitor.html).toContain(idea.authorNickname);
    await visitor.get(urls.idea({ ...at, idea: 1 }));
    expect(visitor.html).toContain(
      urls.project({ ...at, project: numberedSegment(1, 'Un verger partagé') }),
    );
    for (const number of ['0', '3', '1e3', '-1', 'x', '1.5'])
      expect((await visitor.send(urls.project({ ...at, project: number }))).status, number).toBe(
        404,
      );
    site.travel(null);
  });

  it('W3 another town’s address shows nothing of it', async () => {
    const edition = await makeEdition(site, { phase: 'campaign', slug: 'ici' });
    await makeProject(edition);
    expect(await findEdition(site.db, '00000000-0000-0000-0000-000000000000', 'ici')).toBeNull();
  });

  it('a long list is read page after page, each project once', async () => {
    const edition = await makeEdition(site, { phase: 'campaign', slug: 'longue' });
    for (let index = 1; index <= 130; index += 1)
      await site.db
        .insertInto('project')
        .values({
          organisation_id: site.organisationId,
          edition_id: edition.id,
          title: `Projet ${index}.`,
          summary: 'S',
          cost: 1,
        })
        .execute();
    await freezeList(site.db, { organisationId: site.organisationId, by: null }, edition.id);
    const visitor = site.visitor();
    const seen: string[] = [];
    let next: string | undefined = urls.projects({ edition: 'longue' });
    for (let pages = 0; next && pages < 10; pages += 1) {
      await visitor.get(next);
      seen.push(
        ...[...visitor.html.matchAll(/<bdi>(Projet \d+\.)<\/bdi>/g)].map(([, title]) => title!),
      );
      next = /href="([^"]+)" rel="next"/.exec(visitor.html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
    const previous = /href="([^"]+)" rel="prev"/.exec(visitor.html)![1]!;
    await visitor.get(previous.replaceAll('&amp;', '&'));
    expect(visitor.html).toContain('rel="prev"');
  });
});
