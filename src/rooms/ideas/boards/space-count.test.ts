import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { commentFields } from '../../../../tests/make/comments.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { actsOf } from '../../../../tests/make/moderation.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { boardOfComponent } from './board.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** What the page of a space says, by its words. */
async function read(space: { slug: string }, of = site.visitor()) {
  site.seeChanges();
  await of.get(urls.space({ space: space.slug }));
  const stats = of.main.matchAll(
    /stat-value">([^<]+)<\/strong> <span class="stat-label">([^<]+)</g,
  );
  return Object.fromEntries([...stats].map(([, value, label]) => [label, Number(value)]));
}

/** The rows that everybody may see. */
async function countRows(space: { id: string }) {
  const seen = sql`from idea i join component c on c.organisation_id = i.organisation_id and c.id = i.edition_id
    where c.space_id = ${space.id} and c.hidden_at is null and i.hidden_at is null`;
  const { rows } = await sql<{
    people: number;
    ideas: number;
    supports: number;
    comments: number;
  }>`select (select count(*) from space_participant where space_id = ${space.id})::int as people,
      (select count(*) ${seen})::int as ideas,
      (select count(*) from idea_support where idea_id in (select i.id ${seen}))::int as supports,
      (select count(*) from comment where hidden_at is null and target_id in (select i.id ${seen}))::int as comments`.execute(
    site.db,
  );
  return rows[0]!;
}

describe('figures of a space', () => {
  it('R102 R117 equal its rows: what is hidden, and what stands under it, is in none of them', async () => {
    const { board, to, space, theme } = await makeComponentBoard(site);
    const second = boardOfComponent(
      space,
      await makeComponent(site, space, { themeId: theme.id }),
      theme.categories,
    );
    const elsewhere = await makeComponentBoard(site);
    await makeIdea(site, elsewhere.board, { supports: 2 });
    const moderator = await makePerson(site, { roles: ['moderator'] });
    const ideas = [
      await makeIdea(site, board, { supports: 3 }),
      await makeIdea(site, board, { supports: 1 }),
      await makeIdea(site, second, { supports: 2 }),
    ];
    const { client, id } = await makePerson(site);
    for (const [index, idea] of ideas.entries())
      for (let more = 0; more <= index; more += 1)
        await client.post(urls.comments({ kind: 'idea', contribution: idea.id }), commentFields());
    await client.post(to.supportIdea({ idea: ideas[1]!.number }));
    await client.post(to.withdrawSupport({ idea: ideas[1]!.number }));
    const said = async () => {
      const { people, ideas, supports, comments } = await countRows(space);
      return {
        participant·es: people,
        [ideas === 1 ? 'proposition' : 'propositions']: ideas,
        [supports === 1 ? 'soutien' : 'soutiens']: supports,
        [comments === 1 ? 'commentaire' : 'commentaires']: comments,
      };
    };
    // three authors, six who support, one who comments
    expect(await read(space)).toEqual({
      participant·es: 10,
      propositions: 3,
      soutiens: 6,
      commentaires: 6,
    });
    expect(await read(space)).toEqual(await said());

    const judge = async (kind: string, target: string, act: 'hide' | 'restore') => {
      if (act === 'hide') {
        const { client: reporter } = await makePerson(site);
        await reporter.post(urls.reportContribution({ kind, contribution: target }), {
          article: '1',
          mots: '',
        });
      }
      const one = await site.db
        .selectFrom('moderation_case')
        .select('id')
        .where('target_id', '=', target)
        .executeTakeFirstOrThrow();
      const fields = { article: '2', mots: 'Ces mots blessent.' };
      await moderator.client.post(actsOf(one.id)[act], fields);
    };
    await judge('idee', ideas[1]!.id, 'hide');
    expect(await read(space)).toMatchObject({ propositions: 2, soutiens: 5, commentaires: 4 });
    expect(await read(space)).toEqual(await said());
    const { id: comment } = await site.db
      .selectFrom('comment')
      .select('id')
      .where('target_id', '=', ideas[2]!.id)
      .where('author_id', '=', id)
      .limit(1)
      .executeTakeFirstOrThrow();
    await judge('commentaire', comment, 'hide');
    expect(await read(space)).toMatchObject({ commentaires: 3 });
    expect(await read(space)).toEqual(await said());
    await judge('idee', ideas[1]!.id, 'restore');
    expect(await read(space)).toMatchObject({ propositions: 3, soutiens: 6, commentaires: 5 });

    await sql`update component set hidden_at = palabre_now() where id = ${second.id}`.execute(
      site.db,
    );
    expect(await read(space)).toMatchObject({ propositions: 2, soutiens: 4, commentaires: 3 });
    expect(await read(space)).toEqual(await said());
    // its team reads the same figures as everybody
    const team = await makePerson(site, { roles: ['officer'] });
    expect(await read(space, team.client)).toEqual(await said());
  });
});
