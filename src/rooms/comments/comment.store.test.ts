import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComment, readAgain } from '../../../tests/make/comments.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { selectNicknames } from '../identity/nickname.store.ts';
import type { Edition } from '../spaces/index.ts';
import { findTally, listRoots, listThread, type RootQuery, selectRoots } from './comment.store.ts';
import { ALIGNMENTS, type Alignment, NO_TALLY, placeUnder, SORTS } from './comment.ts';
import { hideComment } from './holding.store.ts';
import { insertComments, publishComment } from './publishing.store.ts';
import { type Rating, rateComment } from './rating.store.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { phase: 'collection' });
});
afterAll(() => site.close());

const ofIdea = ({ id }: { id: string }) => ({ kind: 'idea' as const, id, spaceId: null });

/** What the rows themselves say. */
async function countRows(ideaId: string) {
  const { rows } = await sql<Record<string, number>>`select count(*)::int as comments,
      count(*) filter (where alignment = 'pro')::int as pro, count(*) filter (where alignment = 'con')::int as con,
      count(*) filter (where alignment = 'neutral')::int as neutral
    from comment where target_id = ${ideaId} and hidden_at is null`.execute(site.db);
  return rows[0];
}

const hide = (id: string, isHidden: boolean) =>
  site.db.transaction().execute((tx) => hideComment(tx, site.organisationId, id, isHidden));

describe('R127 R128 comments and their counts', () => {
  it('W5 W14 forty at the same instant, some hidden meanwhile, keep the counts equal to the rows and the numbers whole', async () => {
    const idea = await makeIdea(site, edition);
    const author = (await makePerson(site)).id;
    const first = await makeComment(site, idea, { authorId: author, alignment: 'pro' });
    await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        if (at % 8 === 7) return hide(first.id, at % 16 === 7);
        const alignment = ALIGNMENTS[at % 3]!;
        await (at % 4 === 3
          ? makeComment(site, idea, { authorId: author, answers: first })
          : makeComment(site, idea, { authorId: author, alignment }));
      }),
    );
    expect(await findTally(site.db, site.organisationId, ofIdea(idea))).toEqual(
      await countRows(idea.id),
    );
    const { rows } = await sql<{ number: number }>`select number from comment
      where target_id = ${idea.id} order by number`.execute(site.db);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
    expect((await readAgain(site, first)).replies).toBe(5);
  });

  it('W14 the same form twice at once writes one comment', async () => {
    const idea = await makeIdea(site, edition);
    const authorId = (await makePerson(site)).id;
    const formId = randomUUID();
    const write = () =>
      site.db.transaction().execute((tx) =>
        publishComment(tx, site.organisationId, ofIdea(idea), {
          authorId,
          body: 'Une fois.',
          lang: 'fr',
          alignment: 'pro',
          formId,
          answers: null,
          deepest: 3,
        }),
      );
    const written = await Promise.all([write(), write(), write()]);
    expect(new Set(written.map(({ comment }) => comment.id)).size).toBe(1);
    expect(written.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await findTally(site.db, site.organisationId, ofIdea(idea))).toEqual({
      ...NO_TALLY,
      comments: 1,
      pro: 1,
    });
  });

  it('hidden twice is hidden once, and comes back as it was', async () => {
    const idea = await makeIdea(site, edition);
    const comment = await makeComment(site, idea, { alignment: 'con' });
    const before = await findTally(site.db, site.organisationId, ofIdea(idea));
    for (const isHidden of [true, true]) await hide(comment.id, isHidden);
    expect(await findTally(site.db, site.organisationId, ofIdea(idea))).toEqual(NO_TALLY);
    for (const isHidden of [false, false]) await hide(comment.id, isHidden);
    expect(await findTally(site.db, site.organisationId, ofIdea(idea))).toEqual(before);
  });
});

describe('R129 threads', () => {
  it('are read in order, each answer under what it answers, the deepest beside', async () => {
    const idea = await makeIdea(site, edition);
    const authorId = (await makePerson(site)).id;
    const say = (body: string, answers: Parameters<typeof makeComment>[2] = {}) =>
      makeComment(site, idea, { authorId, body, ...answers });
    const root = await say('0');
    const a = await say('a', { answers: root });
    const b = await say('b', { answers: root });
    const aa = await say('aa', { answers: a });
    const aaa = await say('aaa', { answers: aa });
    await say('beside aaa', { answers: aaa });
    await say('bb', { answers: b });
    await say('ab', { answers: a });
    const { replies } = await listThread(site.db, site.organisationId, root.id, null);
    expect(replies.map(({ body, depth }) => [body, depth])).toEqual([
      ['a', 1],
      ['aa', 2],
      ['aaa', 3],
      ['beside aaa', 3],
      ['ab', 2],
      ['b', 1],
      ['bb', 2],
    ]);
    const after = await listThread(site.db, site.organisationId, root.id, replies[3]!.path);
    expect(after.replies.map(({ body }) => body)).toEqual(['ab', 'b', 'bb']);
  });
});

describe('R130 ratings', () => {
  it('one a person, changed and taken back; whatever is said at once, counts equal rows', async () => {
    const idea = await makeIdea(site, edition);
    const comment = await makeComment(site, idea);
    const people = await Promise.all(Array.from({ length: 5 }, () => makePerson(site)));
    const rate = (personId: string, rating: Rating) =>
      rateComment(
        site.db,
        { organisationId: site.organisationId, commentId: comment.id, personId },
        rating,
      );
    const said: Rating[] = [1, -1, 1, 0, -1, 1];
    await Promise.all(
      people.flatMap(({ id }, person) => said.map((_, at) => rate(id, said[(at + person) % 6]!))),
    );
    const { rows } = await sql<{ up: number; down: number }>`
      select count(*) filter (where value = 1)::int as up, count(*) filter (where value = -1)::int as down
      from comment_rating where comment_id = ${comment.id}`.execute(site.db);
    expect(await readAgain(site, comment)).toMatchObject(rows[0]!);
    for (const { id } of people) await rate(id, 1);
    expect(await readAgain(site, comment)).toMatchObject({ up: 5, down: 0 });
  });
});

describe('R127 R130 W9 ten thousand comments under one idea', () => {
  let idea: Awaited<ReturnType<typeof makeIdea>>;
  beforeAll(async () => {
    idea = await makeIdea(site, edition);
    const authorId = (await makePerson(site)).id;
    const written = (at: number, alignment: Alignment | null, place = placeUnder(null, 3)) => ({
      authorId,
      body: `Remarque ${at} sur le verger.`,
      lang: 'fr',
      alignment,
      formId: randomUUID(),
      place,
    });
    await site.db.transaction().execute(async (tx) => {
      const roots = await insertComments(
        tx,
        site.organisationId,
        ofIdea(idea),
        Array.from({ length: 6000 }, (_, at) => written(at, ALIGNMENTS[at % 3]!)),
      );
      const last = { id: roots.at(-1)!, rootId: null, depth: 0, path: [] };
      await insertComments(
        tx,
        site.organisationId,
        ofIdea(idea),
        Array.from({ length: 4000 }, (_, at) => written(at, null, placeUnder(last, 3))),
      );
    });
    await sql`update comment set up = number % 7, down = number % 3 where target_id = ${idea.id}`.execute(
      site.db,
    );
    await site.pool.query('vacuum analyze comment');
  }, 120_000);

  const query = (given: Partial<RootQuery> = {}): RootQuery => ({
    sort: 'recent',
    alignment: null,
    after: null,
    ...given,
  });

  it('the counts are those of the rows', async () => {
    const tally = await findTally(site.db, site.organisationId, ofIdea(idea));
    expect(tally).toEqual({ comments: 10_000, pro: 2000, con: 2000, neutral: 2000 });
    expect(tally).toEqual(await countRows(idea.id));
  });

  for (const sort of SORTS)
    for (const alignment of [null, 'con'] as const)
      it(`a page of ${sort}${alignment ? ', those against' : ''} is read from an index, none twice nor left out`, async () => {
        for (const after of [null, 3000]) {
          const { sql: text, parameters } = selectRoots(
            site.organisationId,
            ofIdea(idea),
            query({ sort, alignment, after }),
          ).compile(site.db);
          const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
          const plan = JSON.stringify(rows);
          expect(plan).toMatch(/comment_roots|comment_number_unique/);
          expect(plan).not.toContain('Seq Scan');
          expect(plan, 'nothing is sorted').not.toMatch(/"Node Type":"Sort"/);
        }
        const seen: number[] = [];
        for (let after: number | null = null, pages = 0; pages < 5; pages += 1) {
          const { roots } = await listRoots(
            site.db,
            site.organisationId,
            ofIdea(idea),
            query({ sort, alignment, after }),
          );
          seen.push(...roots.map(({ number }) => number));
          after = seen.at(-1)!;
        }
        const order = {
          recent: sql`number desc`,
          oldest: sql`number`,
          best: sql`score desc, number`,
        }[sort];
        const { rows } = await sql<{ number: number }>`select number from comment
          where target_id = ${idea.id} and root_id is null ${alignment ? sql`and alignment = ${alignment}` : sql``}
          order by ${order} limit 100`.execute(site.db);
        expect(seen).toEqual(rows.map(({ number }) => number));
      });

  it('the page of the idea, that of its comments and that of the longest thread answer', async () => {
    const reader = site.visitor();
    for (const path of [
      urls.idea({ edition: edition.slug, idea: idea.number }),
      urls.comments({ kind: 'idea', contribution: idea.id }, { tri: 'mieux-notes' }),
    ]) {
      await reader.get(path);
      expect(reader.status).toBe(200);
      expect(reader.main.match(/id="commentaire-/g)!.length).toBeGreaterThanOrEqual(20);
    }
    await reader.get(urls.comments({ kind: 'idea', contribution: idea.id }));
    expect(reader.main).toContain('Voir les 4000 réponses');
    const { rows } = await sql<{ id: string }>`select id from comment
      where target_id = ${idea.id} and number = 9000`.execute(site.db);
    await reader.get(urls.comment({ comment: rows[0]!.id }));
    expect(reader.main).toContain('id="commentaire-9000"');
  });
});

it('R131 nicknames are completed from an index', async () => {
  const { sql: text, parameters } = selectNicknames(site.organisationId, 'ha', 8).compile(site.db);
  const client = await site.pool.connect();
  try {
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query(`explain (format json) ${text}`, [...parameters]);
    expect(JSON.stringify(rows)).toContain('person_nickname_prefix');
  } finally {
    client.release(true);
  }
});
