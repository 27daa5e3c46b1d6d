import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boardOfEdition } from '../../src/rooms/ideas/boards/board.ts';
import { addressesOf } from '../../src/rooms/ideas/boards/board-address.page.ts';
import { listHeldWaves } from '../../src/rooms/moderation/admission/queue.store.ts';
import { urls } from '../../src/urls.ts';
import { makeEdition } from '../make/editions.ts';
import { depositIdea, sayUnder } from '../make/held.ts';
import { makeIdea } from '../make/ideas.ts';
import { type MadePerson, makePerson, someone } from '../make/people.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

/** 1: the whole wave of issue 8 (5,000 accounts, 20,000 comments); 50: a fiftieth of it, in every run. */
const PART = process.env.PALABRE_ALL ? 1 : 50;
const ACCOUNTS = 5000 / PART;
const EACH = 4;
/** One account in so many deposits an idea too, screen by screen. */
const IDEA_OF = 10;
const AT_ONCE = 20;

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const SORTS = ['jardin', 'vélo', 'crédit', 'santé', 'voyage', 'emploi', 'maison', 'énergie'];
const WORDS = ['formidable', 'étonnant', 'unique', 'secret', 'gratuit', 'rapide', 'simple', 'sûr'];

/** Four texts of each account: a link, two small variations of one of eight sentences, and one that is like no other. */
function textOf(account: number, at: number): string {
  const sort = SORTS[account % SORTS.length]!;
  const word = WORDS[(account * 7 + at * 3) % WORDS.length]!;
  if (at === 0) return `Regardez www.offre-${account}.test`;
  if (at < 3)
    return `Le ${sort} ${word} que des milliers de familles ont déjà choisi cette année arrive chez vous, écrivez-moi ${account} avant dimanche pour en profiter`;
  return Array.from(
    { length: 9 },
    (_, n) =>
      `mot${String.fromCodePoint(97 + ((account * 31 + n * 17) % 26), 97 + ((account * 13 + n) % 26))}`,
  ).join(' ');
}

it('W9 W10 W13 W14 a wave of programs stays out of sight; a class of thirty behind one address signs up meanwhile; few acts clear it', async () => {
  const edition = await makeEdition(site, { phase: 'collection', maximumIdeas: 100 });
  const board = boardOfEdition(edition);
  const author = await makePerson(site);
  const ideas = await Promise.all(
    Array.from({ length: 5 }, () => makeIdea(site, edition, { authorId: author.id })),
  );
  const moderator = await makePerson(site, { roles: ['moderator'] });
  const known = await makePerson(site, {
    nickname: 'Voisine de longue date',
    isKnown: true,
  });

  const begun = Date.now();
  const spammers: MadePerson[] = [];
  const pupils: number[] = [];
  for (let from = 0; from < ACCOUNTS; from += AT_ONCE) {
    spammers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => makePerson(site)))));
    if (from < 30)
      for (let at = 0; at < 15; at += 1)
        pupils.push((await site.visitor().send(urls.signUp(), someone())).status);
  }
  expect(pupils.length).toBeGreaterThanOrEqual(30);
  expect(new Set(pupils), 'the class is not disturbed').toEqual(new Set([303]));
  for (let at = 0; at < EACH; at += 1)
    for (let from = 0; from < ACCOUNTS; from += AT_ONCE)
      await Promise.all(
        spammers
          .slice(from, from + AT_ONCE)
          .map((one, n) => sayUnder(site, ideas[(from + n + at) % 5]!, textOf(from + n, at), one)),
      );
  const to = addressesOf(board);
  for (let from = 0; from < ACCOUNTS; from += IDEA_OF) {
    const body = from % 20 === 0 ? `Tout est sur www.offre-${from}.test` : textOf(from, 1);
    await depositIdea(spammers[from]!, { board, to }, { title: `Une offre ${from}`, body });
  }
  await sayUnder(site, ideas[0]!, 'Le règlement est sur https://fleury.test', known);

  const { rows } = await sql<{ seen: number; held: number }>`
    select count(*) filter (where held_at is null)::int as seen, count(*) filter (where held_at is not null)::int as held
    from comment`.execute(site.db);
  expect(rows[0], 'nothing but what the neighbour wrote').toEqual({
    seen: 1,
    held: ACCOUNTS * EACH,
  });
  const deposited = await sql<{ shown: number; waiting: number }>`select
      (select count(*) from idea where hidden_at is null)::int as shown,
      (select count(*) from idea_draft where held_at is not null)::int as waiting`.execute(site.db);
  expect(deposited.rows[0], 'ideas stay drafts').toEqual({
    shown: ideas.length,
    waiting: ACCOUNTS / IDEA_OF,
  });
  expect((await site.visitor().get(to.ideas({}))).html).not.toMatch(/Une offre|familles/);
  for (const idea of ideas) {
    const { html } = await site
      .visitor()
      .get(urls.comments({ kind: 'idea', contribution: idea.id }));
    expect(html).not.toMatch(/offre-|familles|mot[a-z]/);
  }
  const asker = { scope: null, moderatorId: moderator.id };
  let acts = 0;
  for (const wave of await listHeldWaves(site.db, site.organisationId, asker)) {
    await moderator.client.post(urls.hideHeldWave({ held: wave.id }), { article: '5' });
    acts += 1;
  }
  const left = await sql<{ count: number }>`select count(*)::int as count from watched_text
    where held_why is not null and outcome is null`.execute(site.db);
  console.info(
    `wave: ${ACCOUNTS * EACH} comments, ${ACCOUNTS / IDEA_OF} ideas, ${acts} acts, ${left.rows[0]!.count} left one by one, ${Math.round((Date.now() - begun) / 1000)} s`,
  );
  expect(acts).toBeLessThan(40);
  expect(left.rows[0]!.count).toBe(0);
}, 3_600_000);
