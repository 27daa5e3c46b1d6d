import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '../../../../tests/make/decisions.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findIdea, type Idea } from '../../ideas/index.ts';
import { freezeList, insertProject, listProjects } from '../../projects/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { publishDecisions } from './batch.store.ts';
import { listDecidedIdeas } from './decision.store.ts';
import { listReasons } from './reason.store.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], nickname: 'Claire' });
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

async function makeIdeas(count: number, settings = {}) {
  const edition = await makeEdition(site, settings);
  const ideas: Idea[] = [];
  for (let index = 1; index <= count; index += 1)
    ideas.push(await makeIdea(site, edition, { title: `Idée <b>${index}</b>` }));
  return { edition, ideas, at: { edition: edition.slug } };
}

const reasonOf = async (edition: Edition, french: string) =>
  (await listReasons(site.db, act.organisationId, edition.id)).find((one) => one.french === french)!
    .id;

describe('R45 R46 R77 R78 what everybody reads', () => {
  it('an idea shows its decision with its reason once it is published, and not before', async () => {
    const { edition, ideas, at } = await makeIdeas(2);
    await makeDecision(site, act, ideas[0]!, {
      reason: 'Hors compétence de la commune',
      publicText: 'La rue est <i>départementale</i>.',
      personalText: 'À vous seule.',
    });
    const visitor = site.visitor();
    const page = urls.idea({ ...at, idea: 1 });
    await visitor.get(page);
    expect(visitor.html).not.toContain('Hors compétence');
    await visitor.get(urls.feedback(at));
    expect(visitor.html).toContain('1 idées sur 2 sont déjà décidées');
    await publishDecisions(site.db, act, edition.id, [ideas[0]!.id]);
    site.memory.forgetAll();
    await visitor.get(page);
    expect(visitor.html).toContain('Hors compétence de la commune');
    expect(visitor.html).toContain('La rue est &lt;i>départementale&lt;/i>.');
    expect(visitor.html).not.toContain('À vous seule');
    await visitor.get(urls.feedback(at));
    expect(visitor.html).toContain('1 idées sur 2 ont reçu une réponse');
    expect(visitor.html).not.toContain('À vous seule');
  });

  it('R45 each figure equals the list behind it; the list is searched and filtered', async () => {
    const { edition, ideas, at } = await makeIdeas(6);
    const reasons = ['Intérêt privé', 'Intérêt privé', 'Contraire au droit'];
    for (const [index, idea] of ideas.entries())
      await makeDecision(
        site,
        act,
        idea,
        index < 3 ? { reason: reasons[index]! } : { outcome: 'to-vote' },
      );
    await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    site.memory.forgetAll();
    const visitor = site.visitor();
    await visitor.get(urls.feedback(at));
    const rows = () => visitor.main.match(/n° \d+ <bdi>/g)?.length ?? 0;
    expect(rows()).toBe(6);
    // inadmissible: the two of private interest
    expect(visitor.html).toMatch(/Recevables[\s\S]*?4 \(67\u202f%\)/);
    await visitor.get(urls.feedback(at, { motif: await reasonOf(edition, 'Intérêt privé') }));
    expect(rows()).toBe(2);
    await visitor.get(urls.feedback(at, { issue: 'retenue' }));
    expect(rows()).toBe(3);
    await visitor.get(urls.feedback(at, { recherche: 'introuvable' }));
    expect(visitor.html).toContain('Aucune idée ne correspond');
  });

  it('a list of 20,000 ideas is read by its index', async () => {
    const { edition } = await makeIdeas(1);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from idea_decision
      where organisation_id = ${act.organisationId} and edition_id = ${edition.id}
        and state = 'to-prepare' and number > 10 order by number limit 51`.execute(site.db);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/idea_number_unique|idea_recent|idea_of_edition/);
    expect(
      (await listDecidedIdeas(site.db, act.organisationId, edition.id, { state: 'to-prepare' }))
        .ideas,
    ).toHaveLength(1);
  });
});

describe('R44 R188 from what is kept to the list', () => {
  it('makes all projects at once, filled in; the list names what is missing, then freezes with its version', async () => {
    const { edition, ideas, at } = await makeIdeas(3);
    for (const [index, idea] of ideas.entries())
      await makeDecision(site, act, idea, { outcome: index < 2 ? 'to-vote' : 'refused' });
    const { client } = officer;
    await client.get(urls.adminFreezeList(at));
    expect(client.html).toContain('2 idées retenues n’ont pas de projet');
    await sql`insert into study (organisation_id, edition_id, idea_id, capital_cost)
      values (${act.organisationId}, ${edition.id}, ${ideas[1]!.id}, 1200000)`.execute(site.db);
    await client.get(urls.adminProjects(at));
    expect(client.html).toContain('Créer les 2 projets');
    await Promise.all([
      client.send(urls.adminMakeProjects(at), {}),
      client.send(urls.adminMakeProjects(at), {}),
    ]);
    const projects = await listProjects(site.db, act.organisationId, edition.id);
    expect(projects.map(({ title, ideaIds }) => [title, ideaIds])).toEqual(
      ideas.slice(0, 2).map(({ title, id }) => [title, [id]]),
    );
    expect(projects[0]!.holders).toEqual([{ personId: ideas[0]!.authorId, name: '' }]);
    await client.post(urls.adminFreezeList(at));
    expect(client.status).toBe(422);
    expect(projects[1]!.cost).toBe(12_000_00);
    expect(client.html).toContain('1 projet n’a pas de coût');
    await sql`update project set cost = 100000 where id = ${projects[0]!.id}`.execute(site.db);
    await client.get(urls.adminFreezeList(at));
    expect(client.html).toContain('Les 3 décisions qui restent à publier');
    await client.post(urls.adminFreezeList(at));
    expect(client.html).toContain('Version 1 de la liste');
    await site.runJobs();
    const { rows } = await sql<{ letters: number }>`select count(*)::int as letters from letter
      where target_id = any(${ideas.map(({ id }) => id)}::uuid[])`.execute(site.db);
    expect(rows[0]!.letters).toBe(3);
  });

  it('a project of several ideas names every holder and shows the files that were chosen, in order', async () => {
    const { edition, ideas, at } = await makeIdeas(2);
    for (const idea of ideas) {
      await makeDecision(site, act, idea, { outcome: 'to-vote' });
      await sql`with kept as (insert into file (organisation_id, name, media_type, bytes, storage_key, sha256, published_at)
          values (${act.organisationId}, ${`plan-${idea.number}.pdf`}, 'application/pdf', 10, ${idea.id}, ${idea.id}, now())
          returning id)
        insert into idea_attachment (organisation_id, file_id, idea_id, position)
          select ${act.organisationId}, id, ${idea.id}, 1 from kept`.execute(site.db);
    }
    const { client } = officer;
    await client.get(urls.adminNewProject(at, { idee: '1,2' }));
    const files = [...client.html.matchAll(/name="fichier" value="([^"]+)"/g)].map(([, id]) => id!);
    expect(files).toHaveLength(2);
    await client.post(urls.adminNewProject(at), {
      title: 'Ensemble',
      summary: 'Deux idées.',
      categoryId: edition.categories[0]!.id,
      cost: '1000',
      place: '',
      ideas: '1, 2',
      fichiers: 'oui',
      fichier: files,
      [`ordre-${files[0]}`]: '2',
      [`ordre-${files[1]}`]: '1',
    });
    const [project] = await listProjects(site.db, act.organisationId, edition.id);
    expect(project!.fileIds).toEqual([files[1], files[0]]);
    expect(project!.holders.map(({ personId }) => personId)).toEqual(
      ideas.map(({ authorId }) => authorId),
    );
    const frozen = await freezeList(site.db, act, edition.id);
    expect(frozen.ok).toBe(true);
    site.travel('21 days');
    const visitor = site.visitor();
    await visitor.get(urls.project({ ...at, project: 1 }));
    for (const { authorNickname } of ideas) expect(visitor.main).toContain(authorNickname);
    expect(visitor.main.indexOf('plan-2.pdf')).toBeLessThan(visitor.main.indexOf('plan-1.pdf'));
    site.travel(null);
    expect(await findIdea(site.db, act.organisationId, ideas[0]!.id)).not.toBeNull();
    expect(
      await insertProject(site.db, act, edition.id, { ...project!, ideaIds: [] }),
    ).toMatchObject({ refusal: 'list-frozen' });
  });
});
