import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentFields, makeComment, readAgain } from '../../../tests/make/comments.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Idea } from '../ideas/index.ts';
import type { Edition } from '../spaces/index.ts';
import { findTally } from './comment.store.ts';
import { hideComment } from './holding.store.ts';

let site: TestSite;
let edition: Edition;
let author: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { phase: 'collection', maximumIdeas: 100 });
  author = await makePerson(site, { nickname: 'Autrice du verger' });
});
afterAll(() => site.close());

const own = () => makeIdea(site, edition, { authorId: author.id });
const pageOf = ({ number }: Idea) => urls.idea({ edition: edition.slug, idea: number });
const under = ({ id }: Idea) => urls.comments({ kind: 'idea', contribution: id });
const say = async (idea: Idea, texte: string, by?: MadePerson, more = {}) => {
  const person = by ?? (await makePerson(site));
  await person.client.post(under(idea), commentFields({ texte, avis: 'pour', ...more }));
  return person;
};
const tallyOf = ({ id }: Idea) => findTally(site.db, site.organisationId, { kind: 'idea', id });
const NOTHING = { comments: 0, pro: 0, con: 0, neutral: 0 };
const rowsUnder = async ({ id }: Idea) =>
  (
    await sql<{
      id: string;
    }>`select id from comment where target_id = ${id} order by number`.execute(site.db)
  ).rows;

describe('W9 W14 a first link of a new account', () => {
  it('R127 R131 is seen by its author only, told to nobody, counted nowhere, and found at no address', async () => {
    const idea = await own();
    const named = await makePerson(site, { nickname: 'Nommée en vain' });
    let writer!: MadePerson;
    const mails = await mailsOf(site, async () => {
      writer = await say(idea, 'Bonjour @Nommée en vain, gagnez ici : https://casino.test/x');
    });
    expect(mails).toEqual([]);
    expect(writer.client.html).toContain('sera publié après relecture');
    expect(writer.client.main).toContain('En attente de relecture');
    expect(writer.client.main).toContain('casino.test');
    const [{ id } = { id: '' }] = await rowsUnder(idea);
    for (const reader of [site.visitor(), author.client, named.client]) {
      for (const path of [pageOf(idea), under(idea), `${under(idea)}?tri=oldest`]) {
        await reader.get(path);
        expect(reader.html, path).not.toContain('casino.test');
      }
      const answer = await reader.send(urls.comment({ comment: id }));
      expect(answer.status).toBe(404);
    }
    expect(await tallyOf(idea)).toEqual(NOTHING);
    await writer.client.get(urls.comment({ comment: id }));
    expect(writer.client.main).toContain('casino.test');
    const facts =
      await sql`select 1 from fact where kind = 'comment.published' and subject_id = ${id}`.execute(
        site.db,
      );
    expect(facts.rows).toEqual([]);
    const rated = await named.client.send(urls.rateComment({ comment: id }), {
      note: '1',
      retour: '',
    });
    expect(rated.status, 'nobody rates what they do not see').toBe(404);
  });

  it('R129 a reply that waits is under its thread for its author only', async () => {
    const idea = await own();
    const root = await makeComment(site, idea, { body: 'Où exactement ?' });
    const writer = await say(idea, 'Voyez www.casino.test', undefined, { 'en-reponse-a': root.id });
    expect(writer.client.path).toMatch(/^\/commentaires\//);
    expect(writer.client.main).toContain('www.casino.test');
    expect(await readAgain(site, root)).toMatchObject({ replies: 0 });
    const stranger = await site.visitor().get(urls.comment({ comment: root.id }));
    expect(stranger.main).not.toContain('casino');
  });

  it('W14 sent twice at once is kept once', async () => {
    const idea = await own();
    const writer = await makePerson(site);
    const fields = commentFields({ texte: 'Une fois : https://x.test' });
    await Promise.all([1, 2, 3].map(() => writer.client.send(under(idea), fields)));
    expect(await rowsUnder(idea)).toHaveLength(1);
  });

  it('staff, and accounts of three days with three published texts, pass', async () => {
    const idea = await own();
    const officer = await makePerson(site, { roles: ['officer'] });
    await say(idea, 'Le règlement : https://fleury.test/reglement', officer);
    const known = await makePerson(site);
    for (const text of ['Bien.', 'Très bien.', 'Parfait.']) await say(idea, text, known);
    await say(idea, 'Trop tôt : https://x.test', known);
    expect(await tallyOf(idea)).toMatchObject({ comments: 4 });
    site.travel('4 days');
    await say(idea, 'Voyez https://y.test', known);
    expect(await tallyOf(idea)).toMatchObject({ comments: 5 });
    site.travel(null);
  });

  it('moderators who hide and restore what waits do not show it by that', async () => {
    const idea = await own();
    await say(idea, 'https://x.test');
    const [{ id } = { id: '' }] = await rowsUnder(idea);
    for (const isHidden of [true, false])
      await site.db
        .transaction()
        .execute((tx) => hideComment(tx, site.organisationId, id, isHidden));
    expect(await tallyOf(idea)).toEqual(NOTHING);
  });
});

describe('W9 many texts', () => {
  const TEXT = (some: string) =>
    `Découvrez la méthode ${some} qui a déjà changé la vie de milliers de personnes en France, écrivez-moi vite pour en profiter avant ce soir`;

  it('nearly the same by five new accounts wait together, the first four too; a sixth joins them', async () => {
    const idea = await own();
    const other = await own();
    for (const [at, some] of ['douce', 'rapide', 'simple', 'sûre'].entries())
      await say(at % 2 ? idea : other, TEXT(some));
    expect((await tallyOf(idea)).comments + (await tallyOf(other)).comments).toBe(4);
    await say(idea, TEXT('nouvelle'));
    await say(other, TEXT('belle').toUpperCase());
    for (const one of [idea, other]) {
      expect(await tallyOf(one)).toEqual(NOTHING);
      await site.visitor().get(pageOf(one));
      expect((await site.visitor().get(pageOf(one))).html).not.toContain('milliers de personnes');
    }
    const { rows } = await sql<{ waves: number; texts: number }>`
      select count(distinct wave_id)::int as waves, count(*)::int as texts from watched_text
      where held_why = 'alike'`.execute(site.db);
    expect(rows).toEqual([{ waves: 1, texts: 6 }]);
  });

  it('of the same person are not of five', async () => {
    const idea = await own();
    const writer = await makePerson(site);
    for (const some of 'abcdef')
      await say(
        idea,
        `Je redis ${some} que les platanes de la place donnent une ombre dont personne ne voudrait se passer en été`,
        writer,
      );
    expect(await tallyOf(idea)).toMatchObject({ comments: 6 });
  });

  it('a new account is told to wait at the thirteenth of an hour, and keeps its text', async () => {
    const idea = await own();
    const hasty = await makePerson(site);
    for (let at = 1; at <= 12; at += 1) await say(idea, `Remarque ${at}.`, hasty);
    expect(await tallyOf(idea)).toMatchObject({ comments: 12 });
    await say(idea, 'La treizième.', hasty);
    expect(hasty.client.status).toBe(429);
    expect(hasty.client.main).toContain('La treizième.');
    expect(hasty.client.main).toContain('Un compte récent');
    site.travel('61 minutes');
    await say(idea, 'La treizième.', hasty);
    site.travel(null);
    expect(await tallyOf(idea)).toMatchObject({ comments: 13 });
  });

  it('thirty pupils of one class at the same instant are all read at once', async () => {
    const idea = await own();
    const pupils = await Promise.all(Array.from({ length: 30 }, () => makePerson(site)));
    await Promise.all(pupils.map((pupil) => say(idea, 'Bonne idée !', pupil)));
    expect(await tallyOf(idea)).toMatchObject({ comments: 30, pro: 30 });
  });
});
