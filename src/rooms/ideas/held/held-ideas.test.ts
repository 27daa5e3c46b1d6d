import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_KINDS, makeBoard } from '../../../../tests/make/boards.ts';
import { depositIdea } from '../../../../tests/make/held.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let moderator: MadePerson;
let second: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  [moderator, second] = await Promise.all([
    makePerson(site, { roles: ['moderator'] }),
    makePerson(site, { roles: ['moderator'] }),
  ]);
});
afterAll(() => site.close());

const LINKED = {
  title: 'Un abri pour les vélos de la gare',
  body: 'Tout est expliqué sur www.abri-casino.test',
};
const heldOf = async ({ id }: MadePerson) => {
  const { rows } = await sql<{ held: string; ideaId: string }>`
    select id as held, target_id as "ideaId" from watched_text
    where person_id = ${id} and held_why is not null and outcome is null`.execute(site.db);
  return rows[0]!;
};
const countIdeas = async (boardId: string) =>
  (
    await sql<{ rows: number; tally: number }>`select
      (select count(*) from idea where edition_id = ${boardId})::int as rows,
      coalesce((select ideas from idea_tally where edition_id = ${boardId} and category_id is null), 0)::int as tally`.execute(
      site.db,
    )
  ).rows[0]!;

describe.each(BOARD_KINDS)('W9 W14 a first link of a new account: %s', (kind) => {
  it('R75 is read by its author only, at no public address; released, it has the next number and its receipt', async () => {
    const made = await makeBoard(site, kind);
    const { board, to } = made;
    const author = await makePerson(site);
    let preview = '';
    const mails = await mailsOf(site, async () => {
      preview = await depositIdea(author, made, LINKED);
    });
    expect(mails).toEqual([]);
    expect(author.client.path).toBe(preview);
    expect(author.client.html).toContain('sera publiée après relecture');
    expect(author.client.main).toContain('En attente de relecture');
    expect(await countIdeas(board.id)).toEqual({ rows: 0, tally: 0 });
    for (const reader of [site.visitor(), second.client]) {
      for (const path of [
        to.ideas({}),
        to.ideas({}, { q: 'abri vélos' }),
        to.ideas({}, { vue: 'carte' }),
        urls.search({ q: 'abri vélos gare' }),
        preview,
      ]) {
        await reader.get(path);
        expect(reader.main, path).not.toContain('abri-casino');
        expect(reader.main, path).not.toContain(LINKED.title);
      }
    }
    // nothing of it changes any more
    await author.client.post(preview.replace('apercu', 'texte'), { title: 'Autre', body: 'Autre' });
    expect(author.client.path).toBe(preview);
    expect(author.client.main).toContain(LINKED.title);
    await author.client.get(urls.mySpace());
    expect(author.client.main).toContain('attend une relecture');

    const at = await heldOf(author);
    await moderator.client.get(urls.heldText(at));
    expect(moderator.client.main).toContain('abri-casino');
    const before = await makeIdea(site, board);
    const letters = await mailsOf(site, () =>
      moderator.client.post(urls.publishHeldText(at), { nombre: '1' }),
    );
    expect(letters.map((mail) => mail.to)).toEqual([author.email]);
    const shown = await site.visitor().get(to.idea({ idea: String(before.number + 1) }));
    expect(shown.main).toContain('abri-casino');
    expect(await countIdeas(board.id)).toEqual({ rows: 2, tally: 2 });
    await author.client.get(preview);
    expect(author.client.path).toContain(`${before.number + 1}-un-abri`);
  });

  it('R117 refused, it stays unseen and says so; an appeal that succeeds publishes it', async () => {
    const made = await makeBoard(site, kind);
    const author = await makePerson(site);
    const preview = await depositIdea(author, made, LINKED);
    const at = await heldOf(author);
    const mails = await mailsOf(site, () =>
      moderator.client.post(urls.hideHeldText(at), { article: '5' }),
    );
    expect(mails.map(({ to }) => to)).toEqual([author.email]);
    await author.client.get(preview);
    expect(author.client.main).toContain('Non publiée');
    const appeal = /\/contributions-masquees\/[0-9a-f-]+\/recours/.exec(mails[0]!.text)![0];
    await author.client.post(appeal, { mots: 'C’est le site de la mairie.' });
    const { id } = await site.db
      .selectFrom('moderation_case')
      .select('id')
      .where('target_id', '=', at.ideaId)
      .executeTakeFirstOrThrow();
    await second.client.get(urls.moderationCase({ case: id }));
    expect(second.client.main).toContain(LINKED.title);
    await second.client.post(urls.answerAppeal({ case: id }), {
      reponse: 'retablir',
      mots: 'En effet.',
    });
    expect(await countIdeas(made.board.id)).toEqual({ rows: 1, tally: 1 });
    expect((await site.visitor().get(made.to.ideas({}))).main).toContain(LINKED.title);
  });
});

describe('W9 ideas of many new accounts', () => {
  const TEXT = (some: string) => ({
    title: `La méthode ${some} pour tous`,
    body: `Découvrez la méthode ${some} qui a déjà changé la vie de milliers de personnes en France, écrivez-moi vite pour en profiter avant ce soir`,
  });

  it('nearly the same wait together, those published before too; counts follow; one act shows them all', async () => {
    const made = await makeBoard(site, 'component');
    const writers: MadePerson[] = [];
    for (const some of ['douce', 'rapide', 'simple', 'sûre', 'nouvelle']) {
      const writer = await makePerson(site);
      await depositIdea(writer, made, TEXT(some));
      writers.push(writer);
    }
    expect(await countIdeas(made.board.id)).toEqual({ rows: 4, tally: 0 });
    const stranger = await site.visitor().get(made.to.ideas({}));
    expect(stranger.main).not.toContain('La méthode');
    const first = made.to.idea({ idea: '1' });
    expect((await site.visitor().send(first)).status).toBe(404);
    await writers[0]!.client.get(first);
    expect(writers[0]!.client.main).toContain('En attente de relecture');
    const { rows } = await sql<{ id: string }>`select distinct wave_id as id from watched_text
      where person_id = any(${writers.map(({ id }) => id)}::uuid[])`.execute(site.db);
    expect(rows).toHaveLength(1);
    await moderator.client.post(urls.publishHeldWave({ held: rows[0]!.id }), { nombre: '5' });
    expect(await countIdeas(made.board.id)).toEqual({ rows: 5, tally: 5 });
    expect((await site.visitor().get(first)).main).toContain('douce');
  });

  it('R115 a correction that brings a link waits with its idea; a person of the team passes', async () => {
    const made = await makeBoard(site, 'component');
    const author = await makePerson(site);
    await depositIdea(author, made, { title: 'Un banc', body: 'Au soleil.' });
    const at = { idea: '1' };
    const category = made.board.categories[0]!.slug;
    const corrected = {
      title: 'Un banc',
      body: 'Voir https://casino.test/x',
      lang: 'fr',
      category,
    };
    await author.client.post(made.to.editIdea(at), corrected);
    expect(author.client.main).toContain('En attente de relecture');
    expect((await site.visitor().send(made.to.idea(at))).status).toBe(404);
    expect(await countIdeas(made.board.id)).toEqual({ rows: 1, tally: 0 });
    const held = await heldOf(author);
    await moderator.client.post(urls.publishHeldText(held), { nombre: '1' });
    expect((await site.visitor().get(made.to.idea(at))).main).toContain('casino.test');
    expect(await countIdeas(made.board.id)).toEqual({ rows: 1, tally: 1 });

    const officer = await makePerson(site, { roles: ['officer'] });
    await depositIdea(officer, made, LINKED);
    expect(officer.client.path).toContain('2-un-abri');
  });

  it('R75 W14 sent twice at once waits once, and counts among those that one may deposit', async () => {
    const made = await makeBoard(site, 'edition');
    const author = await makePerson(site);
    const preview = await depositIdea(author, made, LINKED);
    const publish = preview.replace('apercu', 'publier');
    await Promise.all([1, 2].map(() => author.client.send(publish, {})));
    const { rows } = await sql<{ held: number }>`select count(*)::int as held from idea_draft
      where person_id = ${author.id} and held_at is not null`.execute(site.db);
    expect(rows[0]!.held).toBe(1);
    for (let at = 1; at < made.board.maximumIdeas!; at += 1)
      await depositIdea(author, made, { title: `Un banc ${at}`, body: 'Au soleil.' });
    await depositIdea(author, made, { title: 'Un de trop', body: 'Au soleil.' });
    expect(author.client.status).toBe(422);
  });
});
