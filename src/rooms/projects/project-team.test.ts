import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeDecided } from '../../../tests/make/decisions.ts';
import { calendarAround, makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { ask } from '../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { changePhases, numberedSegment } from '../spaces/index.ts';
import { listProjects } from './project.store.ts';

let site: TestSite;
let officer: MadePerson;
let holder: MadePerson;
let technician: MadePerson;
/** Of the project, once it is on the frozen list. */
let path: string;
let exchange: { edition: string; idea: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], name: 'Agathe Morel' });
  holder = await makePerson(site, { nickname: 'Mamie Vélo' });
  const { id: departmentId } = await makeDepartment(site, { name: 'Voirie' });
  technician = await makePerson(site, { roles: ['agent'], departmentId, name: 'Karim Benali' });
  const edition = await makeEdition(site);
  const idea = await makeIdea(site, edition, { authorId: holder.id, title: 'Une piste' });
  await site.runJobs();
  await ask(site, edition, idea, departmentId);
  exchange = { edition: edition.slug, idea: numberedSegment(idea.number, idea.title) };
  await officer.client.post(urls.changeTeam(exchange), {
    holder: holder.id,
    officer: officer.id,
    technician: '',
  });
  const { client } = officer;
  await client.post(urls.adminNewProject({ edition: edition.slug }), {
    ideas: String(idea.number),
    title: 'Une piste cyclable',
    summary: 'Huit cents mètres.',
    categoryId: edition.categories[0]!.id,
    cost: '8000',
    place: '',
  });
  const act = { organisationId: site.organisationId, by: officer.id };
  await freezeDecided(site, act, edition.id);
  await changePhases(site.db, act, edition.id, calendarAround('campaign', new Date()));
  site.memory.forgetAll();
  const [project] = await listProjects(site.db, site.organisationId, edition.id);
  path = urls.project({
    edition: edition.slug,
    project: numberedSegment(project!.number!, project!.title),
  });
});
afterAll(() => site.close());

describe('R48 the team of a project', () => {
  it('R48 its members and the office read it on the project’s page, the empty place too, and write there after the freeze', async () => {
    await holder.client.get(path);
    expect(holder.client.status).toBe(200);
    for (const words of [
      'Équipe du projet',
      'Agathe Morel',
      'Mamie Vélo',
      'Personne pour l’instant',
    ])
      expect(holder.client.main).toContain(words);
    await holder.client.post(urls.writeMessage({ ...exchange, channel: 'equipe' }), {
      message: 'J’ai fait des affiches.',
      retour: path,
    });
    expect(holder.client.path.split(/[?#]/)[0]).toBe(path);
    expect(holder.client.main).toContain('J’ai fait des affiches.');
    await officer.client.get(path);
    expect(officer.client.main).toContain('J’ai fait des affiches.');
    // R48: the place that was empty is filled when somebody is there
    await officer.client.post(urls.changeTeam(exchange), {
      holder: holder.id,
      officer: officer.id,
      technician: technician.id,
    });
    await technician.client.get(path);
    expect(technician.client.main).toContain('Karim Benali');
    expect(technician.client.main).not.toContain('Personne pour l’instant');
  });

  it('R48 W3 nobody else is told of it: visitors, other residents, agents of other departments', async () => {
    const { id: departmentId } = await makeDepartment(site, { name: 'Sports' });
    for (const client of [
      site.visitor(),
      (await makePerson(site)).client,
      (await makePerson(site, { roles: ['agent'], departmentId })).client,
      (await makePerson(site, { roles: ['officer'], factorProven: false })).client,
    ]) {
      await client.get(path);
      expect(client.status).toBe(200);
      expect(client.main).toContain('Une piste cyclable');
      for (const words of ['Équipe du projet', 'Agathe Morel', 'J’ai fait des affiches.'])
        expect(client.html).not.toContain(words);
    }
  });

  it('a message leads back to pages of this site only', async () => {
    const answer = await holder.client.send(urls.writeMessage({ ...exchange, channel: 'equipe' }), {
      message: 'Encore.',
      retour: '//ailleurs.example/',
    });
    expect(answer.headers.get('location')).toBe(`${urls.threads(exchange)}#equipe`);
  });
});
