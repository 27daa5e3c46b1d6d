import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTown } from '../../../../bench/town-at-scale.ts';
import { KINDS, plantDoubles } from '../../../../bench/town-doubles.ts';
import { writeTownText } from '../../../../bench/town-words.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Edition } from '../../spaces/index.ts';
import { saveEdit } from '../edit.store.ts';
import {
  dismissSimilarPair,
  findSimilarSearch,
  listSimilarPairs,
  listSimilarTo,
  requestSimilarPairs,
} from '../index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const listAll = async (edition: Edition, without: readonly string[] = []) => {
  const all = [];
  let cursor: string | null = null;
  do {
    const page = await listSimilarPairs(site.db, site.organisationId, edition.id, {
      cursor,
      without,
    });
    all.push(...page.pairs);
    cursor = page.next;
  } while (cursor);
  return all;
};

const request = async (edition: Edition, by: string | null = null) => {
  const { organisationId } = site;
  await requestSimilarPairs(site.db, { organisationId, editionId: edition.id, by });
};

describe('R47 ideas of an edition that may be the same', () => {
  const verger = {
    title: 'Un verger au parc des Sources',
    body: 'Des pommiers et des pruniers, plantés et taillés avec les écoles du quartier.',
  };

  it('are compared as they are published and edited', async () => {
    const edition = await makeEdition(site);
    const { id: authorId } = await makePerson(site);
    const first = await makeIdea(site, edition, verger);
    await makeIdea(site, edition, {
      title: 'Des bancs rue Pasteur',
      body: 'Pour s’asseoir en attendant le bus.',
    });
    const double = await makeIdea(site, edition, {
      title: 'Verger dans le parc des sources',
      body: 'Des pommiers, des pruniers : plantés avec les écoles.',
      authorId,
    });
    await site.runJobs();
    const [pair, ...others] = await listAll(edition);
    expect(others).toEqual([]);
    expect(pair!.ideas.map(({ number }) => number)).toEqual([first.number, double.number]);
    const { organisationId } = site;
    expect((await listSimilarTo(site.db, organisationId, double.id)).map(({ id }) => id)).toEqual([
      first.id,
    ]);
    expect(await listSimilarPairs(site.db, first.id, edition.id)).toEqual({
      pairs: [],
      next: null,
    });

    const edited = await saveEdit(site.db, organisationId, double.id, authorId, {
      title: 'Une piste cyclable vers la gare',
      body: 'Avec des arceaux pour garer son vélo.',
      categoryId: double.categoryId,
      lang: 'fr',
    });
    expect(edited.ok).toBe(true);
    await site.runJobs();
    expect(await listAll(edition)).toEqual([]);
  });

  it('said not to be the same, they are not suggested again, also after an edit; with who said it', async () => {
    const edition = await makeEdition(site);
    const { organisationId } = site;
    const { id: authorId } = await makePerson(site);
    const { id: by } = await makePerson(site, { roles: ['officer'] });
    const first = await makeIdea(site, edition, verger);
    const double = await makeIdea(site, edition, { ...verger, authorId });
    await site.runJobs();
    expect(await listAll(edition)).toHaveLength(1);
    const dismiss = () =>
      dismissSimilarPair(site.db, { organisationId, by, ideas: [double.id, first.id] });
    expect(await dismiss()).toEqual({ ok: true });
    expect(await dismiss()).toEqual({ ok: true });
    expect(
      await dismissSimilarPair(site.db, { organisationId, by, ideas: [double.id, by] }),
    ).toEqual({ ok: false, refusal: 'not-found' });
    expect(
      await dismissSimilarPair(site.db, { organisationId: by, by, ideas: [double.id, first.id] }),
    ).toEqual({ ok: false, refusal: 'not-found' });
    const { rows: facts } = await sql`select actor_id, detail from fact
      where kind = 'idea.similarity-dismissed' and detail ->> 'editionId' = ${edition.id}`.execute(
      site.db,
    );
    expect(facts).toEqual([
      {
        actor_id: by,
        detail: { editionId: edition.id, number: first.number, other: double.number },
      },
    ]);
    await saveEdit(site.db, organisationId, double.id, authorId, {
      ...verger,
      body: `${verger.body} Et des bancs.`,
      categoryId: double.categoryId,
      lang: 'fr',
    });
    await site.runJobs();
    expect(await listAll(edition)).toEqual([]);
    expect(await listSimilarTo(site.db, organisationId, first.id)).toEqual([]);
  });
});

describe('R47 among some hundred ideas', () => {
  const IDEAS = 400;
  const planted = plantDoubles(80, IDEAS);
  let edition: Edition;
  beforeAll(async () => {
    edition = await makeEdition(site);
    const { organisationId } = site;
    await fillTown(
      site.db,
      { organisationId, editionId: edition.id },
      IDEAS,
      planted.map(({ double }) => double),
    );
    await request(edition);
    await site.runJobs();
  });

  it('doubles are found, nine in ten at least of each kind', async () => {
    const all = await listAll(edition);
    const pairs = new Set(all.map(({ ideas }) => ideas.map(({ number }) => number).join()));
    for (const kind of KINDS) {
      const ofKind = planted.flatMap((one, index) =>
        one.kind === kind ? [`${one.first},${IDEAS + 1 + index}`] : [],
      );
      const found = ofKind.filter((pair) => pairs.has(pair)).length;
      expect(found / ofKind.length, kind).toBeGreaterThanOrEqual(0.9);
    }
    // they come first: those that only share a subject resemble each other less
    const closest = all.slice(0, planted.length / 2);
    const isPlanted = (number: number) => number > IDEAS;
    expect(closest.every(({ ideas }) => ideas.some(({ number }) => isPlanted(number)))).toBe(true);
  });

  it('are listed page after page, the closest first, without those left out', async () => {
    const all = await listAll(edition);
    expect(all.length).toBeGreaterThan(60);
    expect(new Set(all.map(({ ideas }) => ideas.map(({ id }) => id).join())).size).toBe(all.length);
    expect(all.map(({ score }) => score)).toEqual(
      all.map(({ score }) => score).sort((a, b) => b - a),
    );
    const left = all[0]!.ideas[0]!.id;
    const others = await listAll(edition, [left]);
    expect(others).toEqual(all.filter(({ ideas }) => ideas.every(({ id }) => id !== left)));
    const half = await listSimilarPairs(site.db, site.organisationId, edition.id, {
      cursor: '0.9~half',
    });
    expect(half.pairs[0]).toEqual(all[0]);
  });

  it('its progress is kept, and asked again there is nothing left to compare', async () => {
    const of = { organisationId: site.organisationId, editionId: edition.id };
    const ideas = IDEAS + planted.length;
    expect(await findSimilarSearch(site.db, of)).toMatchObject({
      ideas,
      compared: ideas,
      finishedAt: expect.any(Date),
    });
    const before = await listAll(edition);
    const added = await makeIdea(site, edition, writeTownText(7));
    await request(edition);
    expect(await findSimilarSearch(site.db, of)).toMatchObject({ ideas: 1, finishedAt: null });
    await request(edition);
    await site.runJobs();
    expect(await findSimilarSearch(site.db, of)).toMatchObject({ finishedAt: expect.any(Date) });
    const after = await listAll(edition);
    expect(after.length).toBeGreaterThan(before.length);
    expect(after[0]!.score).toBe(1);
    const [closest] = await listSimilarTo(site.db, site.organisationId, added.id);
    expect(closest!.number).toBe(7);
  });
});
