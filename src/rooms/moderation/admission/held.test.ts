import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeHeldText, makeHeldWave, sayUnder } from '../../../../tests/make/held.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makePerson, signIn } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findTally } from '../../comments/comment.store.ts';
import type { Idea } from '../../ideas/index.ts';
import { grantRole } from '../../identity/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { selectHeldAlone } from './queue.store.ts';

let site: TestSite;
let edition: Edition;
let moderator: MadePerson;
let second: MadePerson;
let author: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { phase: 'collection', maximumIdeas: 100 });
  [moderator, second, author] = await Promise.all([
    makePerson(site, { roles: ['moderator'] }),
    makePerson(site, { roles: ['moderator'] }),
    makePerson(site, { nickname: 'Autrice du verger' }),
  ]);
});
afterAll(() => site.close());

const QUEUE = urls.moderation({ etat: 'retenues' });
const own = () => makeIdea(site, edition, { authorId: author.id });
const pageOf = ({ number }: Idea) => urls.idea({ edition: edition.slug, idea: number });
const countUnder = async ({ id }: Idea) =>
  (await findTally(site.db, site.organisationId, { kind: 'idea', id })).comments;
/** As the page of it sends them. */
const publishAll = async ({ client }: MadePerson, wave: { held: string }) => {
  await client.get(urls.heldWave(wave));
  const nombre = /name="nombre" value="(\d+)"/.exec(client.html)?.[1] ?? '0';
  await client.post(urls.publishHeldWave(wave), { nombre });
};

describe('what new accounts wrote and waits', () => {
  it('R127 published, a text takes its place with its author, its letters and its number', async () => {
    const idea = await own();
    const { writer, at } = await makeHeldText(site, idea);
    await moderator.client.get(QUEUE);
    expect(moderator.client.main).toContain(idea.title);
    expect(moderator.client.main).toContain('www.exemple.test');
    expect(moderator.client.main).toContain('Un compte récent y met un lien');
    await moderator.client.get(urls.heldText(at));
    expect(moderator.client.main).toContain(writer.nickname);
    const mails = await mailsOf(site, () =>
      moderator.client.post(urls.publishHeldText(at), { nombre: '1' }),
    );
    expect(mails.map(({ to }) => to)).toEqual([author.email]);
    expect(moderator.client.html).toContain('C’est publié');
    const stranger = await site.visitor().get(pageOf(idea));
    expect(stranger.main).toContain('www.exemple.test');
    expect(stranger.main).toContain(writer.nickname);
    expect(await countUnder(idea)).toBe(1);
    await site.visitor().get(urls.moderationLog());
    expect((await site.visitor().get(urls.moderationLog())).main).toContain(
      '1 texte relu et publié',
    );
  });

  it('R117 not published, its author is told by which article, and an appeal that succeeds shows it', async () => {
    const idea = await own();
    const { writer, at } = await makeHeldText(site, idea);
    await moderator.client.post(urls.hideHeldText(at), { article: '' });
    expect(moderator.client.status).toBe(422);
    expect(moderator.client.main).toContain('www.exemple.test');
    const mails = await mailsOf(site, () =>
      moderator.client.post(urls.hideHeldText(at), { article: '5' }),
    );
    expect(mails.map(({ to }) => to)).toEqual([writer.email]);
    await writer.client.get(pageOf(idea));
    expect(writer.client.main).toContain('Non publié');
    expect((await site.visitor().get(pageOf(idea))).main).not.toContain('exemple.test');
    const appeal = /\/contributions-masquees\/[0-9a-f-]+\/recours/.exec(mails[0]!.text)![0];
    await writer.client.post(appeal, { mots: 'C’est le site de l’école.' });
    const { id } = await site.db
      .selectFrom('moderation_case')
      .select('id')
      .where('author_id', '=', writer.id)
      .executeTakeFirstOrThrow();
    await second.client.post(urls.answerAppeal({ case: id }), {
      reponse: 'retablir',
      mots: 'En effet.',
    });
    expect(second.client.status).toBe(200);
    expect((await site.visitor().get(pageOf(idea))).main).toContain('exemple.test');
    expect(await countUnder(idea)).toBe(1);
  });

  it('W5 of two moderators at once one decides, and the other is told', async () => {
    const idea = await own();
    const { at } = await makeHeldText(site, idea);
    const [one, other] = [moderator, second];
    await Promise.all([
      one.client.post(urls.publishHeldText(at), { nombre: '1' }),
      other.client.post(urls.hideHeldText(at), { article: '5' }),
    ]);
    const { rows } = await sql<{ outcome: string; seen: boolean }>`
      select w.outcome, c.held_at is null as seen from watched_text w join comment c on c.id = w.target_id
      where w.id = ${at.held}`.execute(site.db);
    expect(rows[0]!.seen).toBe(rows[0]!.outcome === 'published');
    expect(await countUnder(idea)).toBe(rows[0]!.seen ? 1 : 0);
    await second.client.get(urls.heldText(at));
    expect(second.client.html).toContain('quelqu’un d’autre l’a fait');
  });

  it('W9 a wave is one line of the queue, and one act', async () => {
    const idea = await own();
    const { at, writers } = await makeHeldWave(site, idea, 'les jardiniers', 7);
    await moderator.client.get(QUEUE);
    expect(moderator.client.main).toContain('7 textes qui attendent ensemble');
    expect(moderator.client.main).toContain('7 comptes récents');
    await moderator.client.get(urls.heldWave(at));
    expect(moderator.client.main).toContain('Ne pas publier ces 7 textes');
    await moderator.client.post(urls.hideHeldWave(at), { article: '5' });
    expect(moderator.client.main).not.toContain('7 textes qui attendent ensemble');
    expect(await countUnder(idea)).toBe(0);
    await writers[0]!.client.get(pageOf(idea));
    expect(writers[0]!.client.main).toContain('Non publié');
    const log = await site.visitor().get(urls.moderationLog());
    expect(log.main).toContain('7 textes relus et non publiés');
    expect(log.html).not.toContain(writers[0]!.nickname);
    await sayUnder(site, idea, 'Une autre remarque, sans rapport.', writers[0]);
    expect(await countUnder(idea)).toBe(1);
  });

  it('a wave that was right is published in one act, with letters; more that came meanwhile ask again; the next pass', async () => {
    const idea = await own();
    const { at, writers } = await makeHeldWave(site, idea, 'les cyclistes', 6);
    await moderator.client.post(urls.publishHeldWave(at), { nombre: '5' });
    expect(moderator.client.status).toBe(409);
    expect(moderator.client.main).toContain('D’autres textes sont arrivés');
    const mails = await mailsOf(site, () => publishAll(moderator, at));
    expect(mails.every(({ to }) => to === author.email)).toBe(true);
    expect(await countUnder(idea)).toBe(6);
    const late = await makeHeldWave(site, idea, 'les cyclistes', 1).catch(() => null);
    expect(late?.id ?? null, 'one more of the same is published').toBeNull();
    expect(await countUnder(idea)).toBe(7);
    const { rows } = await sql<{ accepted: number }>`select accepted from text_trust
      where person_id = ${writers[5]!.id}`.execute(site.db);
    expect(rows).toEqual([{ accepted: 1 }]);
  });

  it('R91 whoever was suspended or erased meanwhile publishes nothing', async () => {
    const idea = await own();
    const { writer, at } = await makeHeldText(site, idea);
    await sql`insert into moderation_case (organisation_id, target_kind, target_id, title, author_id, closed_at, closed_by, outcome)
      values (${site.organisationId}, 'comment', gen_random_uuid(), 'Avant', ${writer.id}, now(), ${moderator.id}, 'kept')`.execute(
      site.db,
    );
    await sql`insert into suspension (organisation_id, case_id, person_id, article, article_title, words, suspended_by, until)
      select organisation_id, id, author_id, 1, 'Courtoisie', 'Assez.', ${moderator.id}, now() + interval '1 day'
      from moderation_case where title = 'Avant'`.execute(site.db);
    await moderator.client.post(urls.publishHeldText(at), { nombre: '1' });
    expect(await countUnder(idea)).toBe(0);
    await writer.client.get(pageOf(idea));
    expect(writer.client.main).toContain('Non publié');
  });

  it('W3 moderators of a space find what waits in theirs, and no other', async () => {
    const { space, board } = await makeComponentBoard(site);
    const idea = await makeIdea(site, board, { authorId: author.id });
    const ofSpace = await makePerson(site);
    await grantRole(site.db, {
      organisationId: site.organisationId,
      personId: ofSpace.id,
      role: 'moderator',
      spaceId: space.id,
      grantedBy: null,
    });
    await signIn(site, ofSpace.client, ofSpace.id);
    const here = await makeHeldText(site, idea);
    const there = await makeHeldText(site, await own());
    await ofSpace.client.get(QUEUE);
    expect(ofSpace.client.main).toContain(here.id);
    expect(ofSpace.client.main).not.toContain(there.id);
    await ofSpace.client.post(urls.publishHeldText(there.at), { nombre: '1' });
    expect(ofSpace.client.html).toContain('plus rien à décider');
    await ofSpace.client.post(urls.publishHeldText(here.at), { nombre: '1' });
    expect(await countUnder(idea)).toBe(1);
    for (const id of ['nope', '../..'])
      expect((await moderator.client.send(urls.heldText({ held: id }))).status).toBe(404);
  });

  it('the queue reads one page of 20,000 texts by its index', async () => {
    await sql`insert into watched_text (organisation_id, target_kind, target_id, person_id, title, words, shingles,
        written_at, held_why)
      select ${site.organisationId}, 'comment', gen_random_uuid(), ${author.id}, 'x', 'x', '{}',
        now() - n * interval '1 second', 'links' from generate_series(1, 20000) n`.execute(site.db);
    await sql`analyze watched_text`.execute(site.db);
    const asker = { scope: null, moderatorId: moderator.id };
    const query = selectHeldAlone(site.organisationId, asker, null).compile(site.db);
    const { rows } = await site.pool.query(`explain ${query.sql}`, [...query.parameters]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('watched_text_queue');
    expect(plan).not.toContain('Sort');
  });
});
