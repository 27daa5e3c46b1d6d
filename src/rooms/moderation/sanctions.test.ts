import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makeModeration } from '../../../tests/make/moderation.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { hideIdea } from '../ideas/held/held-ideas.routes.ts';
import { type Idea, submitIdea, supportIdea, withdrawSupport } from '../ideas/index.ts';

let site: TestSite;
let made: Awaited<ReturnType<typeof makeModeration>>;
beforeAll(async () => {
  site = await openTestSite();
  made = await makeModeration(site);
});
afterAll(() => site.close());

describe('R137 warnings, suspensions, articles', () => {
  it('R137 a suspended person reads and appeals, and publishes nothing until the end', async () => {
    const { edition, moderator, report, reported } = made;
    const { author, one, to } = await reported();
    const mails = await mailsOf(site, async () => {
      await moderator.client.post(to.warn, { article: '1', mots: 'Restez courtois.' });
      await moderator.client.post(to.suspend, { article: '1', jours: '7', mots: 'Trois fois.' });
    });
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Avertissement de la modération',
      'Votre compte est suspendu',
    ]);
    await moderator.client.post(to.warn, { article: '1', mots: 'Encore.' });
    expect(moderator.client.status).toBe(409);
    const other = await makeIdea(site, edition);
    const act = { organisationId: site.organisationId, ideaId: other.id, personId: author.id };
    expect(await supportIdea(site.db, act)).toEqual({ ok: false, refusal: 'suspended' });
    const text = { title: 'Encore une idée', body: 'Écrite pendant une suspension du compte.' };
    const typed = {
      ...text,
      organisationId: site.organisationId,
      editionId: edition.id,
      authorId: author.id,
      categoryId: edition.categories[0]!.id,
      lang: 'fr',
    };
    expect(await submitIdea(site.db, typed)).toMatchObject({ refusal: 'suspended' });
    await report(other, author);
    expect(author.client.status).toBe(403);
    expect((await author.client.get(addressIn(edition, 'idees'))).status).toBe(200);
    await moderator.client.post(urls.liftSuspension({ case: one.id }));
    expect(await submitIdea(site.db, typed)).toMatchObject({ ok: true });
  });

  it('R137 W5 articles are the office’s; of two who save at once the second sees both', async () => {
    const { moderator, reported } = made;
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.charterArticles());
    expect(officer.client.main).toContain('Les échanges restent courtois');
    const form = { articles: 'Parler vrai.\n\nParler bref.', seuil: '2', version: '0' };
    await officer.client.post(urls.charterArticles(), { ...form, seuil: 'beaucoup' });
    expect(officer.client.status).toBe(422);
    await officer.client.post(urls.charterArticles(), form);
    expect(officer.client.html).toContain('Les articles sont enregistrés');
    await officer.client.post(urls.charterArticles(), { ...form, articles: 'Autre chose.' });
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toContain('Parler bref.');
    expect(officer.client.main).toContain('Autre chose.');
    await moderator.client.get((await reported()).to.page);
    expect(moderator.client.main).toContain('Article 2');
    expect(moderator.client.main).toContain('Parler bref.');
  });

  it('R117 the public log names nobody', async () => {
    const { moderator, hidden } = made;
    const { author, idea } = await hidden('Xylophone du kiosque');
    const log = await site.visitor().get(urls.moderationLog());
    expect(log.main).toContain('Masquage');
    for (const secret of [author.nickname, author.id, idea.title, idea.id, moderator.nickname])
      expect(log.main).not.toContain(secret);
  });
});

describe('R117 counts', () => {
  it('R117 W12 whatever is hidden, restored and supported in whatever order, counts equal rows', async () => {
    const place = await makeEdition(site);
    const ideas: Idea[] = [];
    for (let at = 0; at < 4; at += 1) ideas.push(await makeIdea(site, place));
    const people = await Promise.all([1, 2, 3].map(() => makePerson(site)));
    let seed = 20261123;
    const draw = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 30; round += 1) {
      await Promise.all(
        [0, 1, 2].map(async () => {
          const ideaId = ideas[draw(4)]!.id;
          const what = draw(4);
          const act = {
            organisationId: site.organisationId,
            ideaId,
            personId: people[draw(3)]!.id,
          };
          if (what === 0) return supportIdea(site.db, act);
          if (what === 1) return withdrawSupport(site.db, act);
          return site.db
            .transaction()
            .execute((tx) => hideIdea(tx, site.organisationId, ideaId, what === 2));
        }),
      );
    }
    const { rows } = await sql<{ tallied: number; counted: number; wrong: number; stems: number }>`
      select (select ideas from idea_tally t where t.edition_id = ${place.id} and category_id is null) as tallied,
        (select count(*)::int from idea where edition_id = ${place.id} and hidden_at is null) as counted,
        (select count(*)::int from idea i where edition_id = ${place.id} and support_count <>
          (select count(*) from idea_support s where s.idea_id = i.id)) as wrong,
        (select count(*)::int from (
          select stem, sum(n) from (
            select stem, ideas as n from idea_word where edition_id = ${place.id}
            union all
            select unnest(tsvector_to_array(words)), -1 from idea where edition_id = ${place.id} and hidden_at is null
          ) w group by stem having sum(n) <> 0) x) as stems`.execute(site.db);
    expect(rows[0]).toEqual({
      tallied: rows[0]!.counted,
      counted: rows[0]!.counted,
      wrong: 0,
      stems: 0,
    });
  });
});
