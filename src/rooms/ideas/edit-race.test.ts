import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import type { Edition } from '../spaces/index.ts';
import { saveEdit } from './edit.store.ts';
import { findIdea } from './idea.store.ts';
import { supportIdea } from './support.store.ts';

let site: TestSite;
let edition: Edition;
let author: string;
let reader: string;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { maximumIdeas: 100 });
  author = (await makePerson(site)).id;
  reader = (await makePerson(site)).id;
});
afterAll(() => site.close());

/** Until so many connections wait for a lock. */
async function waitForQueue(length: number): Promise<void> {
  for (;;) {
    const { rows } = await site.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length >= length) return;
  }
}

describe('R115 an edit and a support at the same instant', () => {
  it.each([
    ['the support comes first', ['support', 'edit']],
    ['the edit comes first', ['edit', 'support']],
  ] as const)('%s: the second one sees the first', async (_, order) => {
    const idea = await makeIdea(site, edition, { authorId: author, title: 'Avant' });
    const holding = await site.pool.connect();
    await holding.query('begin');
    await holding.query('select from idea where id = $1 for update', [idea.id]);
    const acts = {
      support: () =>
        supportIdea(site.db, {
          organisationId: site.organisationId,
          ideaId: idea.id,
          personId: reader,
        }),
      edit: () =>
        saveEdit(site.db, site.organisationId, idea.id, author, { ...idea, title: 'Après' }),
    };
    const results: Promise<{ ok: boolean }>[] = [];
    for (const [place, name] of order.entries()) {
      results.push(acts[name]());
      await waitForQueue(place + 1);
    }
    await holding.query('commit');
    holding.release();
    const [first, second] = await Promise.all(results);
    expect(first!.ok).toBe(true);
    expect(second!.ok).toBe(order[0] === 'edit');
    const now = await findIdea(site.db, site.organisationId, idea.id);
    expect([now!.title, now!.supportCount]).toEqual([order[0] === 'edit' ? 'Après' : 'Avant', 1]);
  });

  it('many at once: no text ever changes under a support', async () => {
    for (let round = 0; round < 15; round += 1) {
      const idea = await makeIdea(site, edition, { authorId: author, title: 'Avant' });
      const [edit] = await Promise.all([
        saveEdit(site.db, site.organisationId, idea.id, author, { ...idea, title: 'Après' }),
        giveSupport(site, idea.id, reader),
      ]);
      const { rows } = await sql<{ edited_at: Date | null; supported_at: Date }>`
        select i.edited_at, s.supported_at from idea i join idea_support s on s.idea_id = i.id
        where i.id = ${idea.id}`.execute(site.db);
      expect(rows[0]!.edited_at !== null).toBe(edit.ok);
      if (edit.ok) expect(rows[0]!.edited_at! <= rows[0]!.supported_at).toBe(true);
    }
  });

  it('the database itself refuses, whoever asks', async () => {
    const idea = await makeIdea(site, edition, { authorId: author, supports: 1 });
    const refused = await site.pool
      .query(`update idea set title = 'Forcé' where id = $1`, [idea.id])
      .catch((error: unknown) => violatedConstraint(error));
    expect(refused).toBe('idea_not_edited_after_support');
  });

  it('what it said before is kept', async () => {
    const idea = await makeIdea(site, edition, { authorId: author, title: 'Un' });
    for (const title of ['Deux', 'Trois'])
      await saveEdit(site.db, site.organisationId, idea.id, author, { ...idea, title });
    const { rows } = await sql<{ title: string }>`select title from idea_version
      where idea_id = ${idea.id} order by version`.execute(site.db);
    expect(rows.map(({ title }) => title)).toEqual(['Un', 'Deux']);
  });

  it('an idea that changed category is counted in the new one', async () => {
    const [from, to] = [edition.categories[4]!.id, edition.categories[5]!.id];
    const idea = await makeIdea(site, edition, {
      authorId: author,
      category: edition.categories[4]!.slug,
    });
    await saveEdit(site.db, site.organisationId, idea.id, author, { ...idea, categoryId: to });
    const { rows } = await sql<{ category_id: string; ideas: number }>`
      select category_id, ideas from idea_tally where edition_id = ${edition.id}
      and category_id in (${from}, ${to})`.execute(site.db);
    expect(Object.fromEntries(rows.map((row) => [row.category_id, row.ideas]))).toEqual({
      [from]: 0,
      [to]: 1,
    });
  });
});
