import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { freezeList, importProjects } from './list-freeze.store.ts';
import { findListFreeze, findProject, listBallotProjects, listProjects } from './project.store.ts';
import type { NewProject } from './project.ts';
import {
  changeProject,
  insertProject,
  markProject,
  removeProject,
} from './project-writing.store.ts';

let site: TestSite;
let act: { organisationId: string; by: null };
beforeAll(async () => {
  site = await openTestSite();
  act = { organisationId: site.organisationId, by: null };
});
afterAll(() => site.close());

const bench: NewProject = {
  title: 'Des bancs',
  summary: 'Quatre bancs sur la place.',
  categoryId: null,
  cost: 4_000_00,
  place: 'Place de la République',
  ideaIds: [],
};

async function makeList(titles: readonly string[]) {
  const edition = await makeEdition(site, { phase: 'study' });
  for (const title of titles) {
    const made = await insertProject(site.db, act, edition.id, { ...bench, title });
    if (!made.ok) throw new Error(made.refusal);
  }
  return edition;
}

const titles = Array.from({ length: 12 }, (_, index) => `Projet ${index + 1}`);

describe('R44 the numbered list is frozen once', () => {
  it('numbers go from 1 to n without a gap, in an order drawn by lot', async () => {
    const edition = await makeList(titles);
    expect(await listBallotProjects(site.db, site.organisationId, edition.id)).toEqual([]);
    expect(await freezeList(site.db, act, edition.id)).toEqual({ ok: true, projects: 12 });
    const list = await listBallotProjects(site.db, site.organisationId, edition.id);
    expect(list.map((project) => project.number)).toEqual(titles.map((_, index) => index + 1));
    expect(new Set(list.map((project) => project.title))).toEqual(new Set(titles));
    expect(await findListFreeze(site.db, site.organisationId, edition.id)).toMatchObject({
      projects: 12,
      cost: 12 * 4_000_00,
    });
  });

  it('a given order is kept, for seeds', async () => {
    const edition = await makeList(['A', 'B', 'C']);
    await freezeList(site.db, act, edition.id, { shuffle: (items) => [...items].reverse() });
    const list = await listBallotProjects(site.db, site.organisationId, edition.id);
    expect(list.map((project) => project.title)).toEqual(['C', 'B', 'A']);
  });

  it('an empty list is not frozen', async () => {
    const edition = await makeList([]);
    expect(await freezeList(site.db, act, edition.id)).toEqual({
      ok: false,
      refusal: 'no-project',
    });
  });

  it('F1 of eight officers at once one freezes, and projects come in before or not at all', async () => {
    const edition = await makeList(titles);
    const outcomes = await Promise.all([
      ...Array.from({ length: 8 }, () => freezeList(site.db, act, edition.id)),
      ...Array.from({ length: 6 }, (_, index) =>
        insertProject(site.db, act, edition.id, { ...bench, title: `Tardif ${index}` }),
      ),
    ]);
    expect(outcomes.slice(0, 8).filter((outcome) => outcome.ok)).toHaveLength(1);
    const came = outcomes.slice(8).filter((outcome) => outcome.ok).length;
    const freeze = await findListFreeze(site.db, site.organisationId, edition.id);
    const list = await listProjects(site.db, site.organisationId, edition.id);
    expect(list).toHaveLength(12 + came);
    expect(freeze?.projects).toBe(list.length);
    expect(list.every((project) => project.number !== null)).toBe(true);
    const facts = await site.db
      .selectFrom('fact')
      .select('id')
      .where('kind', '=', 'project-list.frozen')
      .where('subject_id', '=', edition.id)
      .execute();
    expect(facts).toHaveLength(1);
  });

  it('changing and freezing at once never wait for each other for ever', async () => {
    const edition = await makeList(titles);
    const list = await listProjects(site.db, site.organisationId, edition.id);
    const outcomes = await Promise.all([
      ...list.map((project) => changeProject(site.db, act, project.id, { ...bench, cost: 1_00 })),
      freezeList(site.db, act, edition.id),
    ]);
    expect(outcomes.at(-1)).toEqual({ ok: true, projects: 12 });
    for (const outcome of outcomes.slice(0, -1))
      expect(outcome.ok || outcome.refusal === 'list-frozen').toBe(true);
  });
});

describe('R44 R50 once frozen nothing changes: the database refuses', () => {
  it('project_list_is_frozen, whatever the statement', async () => {
    const edition = await makeList(['A', 'B']);
    await freezeList(site.db, act, edition.id);
    const [one] = await listProjects(site.db, site.organisationId, edition.id);
    expect(await insertProject(site.db, act, edition.id, bench)).toEqual({
      ok: false,
      refusal: 'list-frozen',
    });
    expect(await changeProject(site.db, act, one!.id, bench)).toEqual({
      ok: false,
      refusal: 'list-frozen',
    });
    expect(await removeProject(site.db, act, one!.id)).toEqual({
      ok: false,
      refusal: 'list-frozen',
    });
    for (const statement of [
      sql`update project set cost = 1 where id = ${one!.id}`,
      sql`update project set number = 9 where id = ${one!.id}`,
      sql`delete from project where id = ${one!.id}`,
      sql`insert into project_source select ${site.organisationId}, ${one!.id}, gen_random_uuid()`,
    ]) {
      const refused = await statement.execute(site.db).then(
        () => null,
        (error) => violatedConstraint(error),
      );
      expect(refused).toBe('project_list_is_frozen');
    }
    await expect(sql`update project_list set projects = 0`.execute(site.db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from project_list`.execute(site.db)).rejects.toThrow('append-only');
    expect(await findProject(site.db, site.organisationId, one!.id)).toEqual(one);
  });
});

describe('R44 two officers at one project', () => {
  it('the second is told, and nothing is lost', async () => {
    const edition = await makeList(['A']);
    const [before] = await listProjects(site.db, site.organisationId, edition.id);
    const mark = markProject(before!);
    expect((await changeProject(site.db, act, before!.id, { ...bench, cost: 5_00 }, mark)).ok).toBe(
      true,
    );
    const second = await changeProject(site.db, act, before!.id, { ...bench, cost: 6_00 }, mark);
    expect(second).toMatchObject({
      ok: false,
      refusal: 'changed-meanwhile',
      project: { cost: 5_00 },
    });
    await removeProject(site.db, act, before!.id);
    expect(await changeProject(site.db, act, before!.id, bench, mark)).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
      project: null,
    });
  });
});

it('R80 an archived edition comes in whole, numbers and all, in one transaction', async () => {
  const edition = await makeEdition(site, { phase: 'delivery' });
  const imported = ['9', '2', '30'].map((importedId, index) => ({
    importedId,
    number: index + 1,
    title: `Projet ${importedId}`,
    cost: 1_000_00,
  }));
  const ids = await site.db
    .transaction()
    .execute((tx) => importProjects(tx, act, edition.id, imported));
  const list = await listBallotProjects(site.db, site.organisationId, edition.id);
  expect(list.map(({ id, importedId, number }) => [id, importedId, number])).toEqual(
    imported.map(({ importedId, number }) => [ids.get(importedId), importedId, number]),
  );
});
