import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentFields } from '../../../../tests/make/comments.ts';
import { makeNews } from '../../../../tests/make/news.ts';
import { makeHelpPlace, makeTopic } from '../../../../tests/make/requests.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { selectTopics } from './topic.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const fields = (changes: Record<string, string> = {}) => ({
  formulaire: randomUUID(),
  sujet: '',
  titre: 'Régie de l’eau',
  message: 'Qui a repris la sienne ?',
  ...changes,
});
const under = ({ id }: { id: string }) => urls.comments({ kind: 'topic', contribution: id });

describe('a forum', () => {
  it('R155 topics stand in a table of date, name and message, what was spoken of last first', async () => {
    const { at, component, asker, member, outsider } = await makeHelpPlace(site, 'topics');
    const old = await makeTopic(site, component.id, asker.id, { title: 'Le premier sujet' });
    await member.client.post(urls.beginTopic(at), fields({ titre: 'Le second sujet' }));
    expect(member.client.path).toMatch(/^\/forum\/\d+-le-second-sujet$/);
    const order = async () => {
      await asker.client.get(urls.forum(at));
      const { main } = asker.client;
      return ['premier', 'second'].sort((one, other) => main.indexOf(one) - main.indexOf(other));
    };
    expect(await order()).toEqual(['second', 'premier']);
    expect(asker.client.main).toMatch(
      /<th[^>]*>Date<\/th><th[^>]*>Nom<\/th><th[^>]*>Message<\/th>/,
    );
    await member.client.post(under(old), commentFields({ texte: 'Bravo.' }));
    await site.runJobs();
    expect(await order()).toEqual(['premier', 'second']);
    expect(asker.client.main).toContain('1 réponse');
    await outsider.client.get(urls.forumTopic({ topic: old.number }));
    expect(outsider.client.status).toBe(403);
    expect(outsider.client.html).not.toContain('premier sujet');
  });

  it('R155 the team pins and closes; nobody else does, and a closed topic is answered no more', async () => {
    const { at, component, asker, member, organiser } = await makeHelpPlace(site, 'topics');
    const topic = await makeTopic(site, component.id, asker.id, { title: 'À lire d’abord' });
    await makeTopic(site, component.id, asker.id, { title: 'Plus récent' });
    const act = urls.actOnTopic({ topic: topic.number });
    await asker.client.post(act, { geste: 'pinned' });
    expect(asker.client.status).toBe(404);
    await organiser.client.post(act, { geste: 'pinned' });
    await organiser.client.post(act, { geste: 'closed' });
    await member.client.get(urls.forum(at));
    const { main } = member.client;
    expect(main.indexOf('À lire')).toBeLessThan(main.indexOf('Plus récent'));
    expect(main).toContain('Clos');
    await member.client.post(under(topic), commentFields({ texte: 'Trop tard' }));
    await member.client.get(urls.forumTopic({ topic: topic.number }));
    expect(member.client.main).not.toContain('Trop tard');
  });

  it('R155 W1 bad input is refused beside its field and nothing is lost; the same form begins one topic', async () => {
    const { at, asker } = await makeHelpPlace(site, 'topics');
    await asker.client.post(urls.beginTopic(at), fields({ titre: '', message: '<b>Ici</b>' }));
    expect(asker.client.status).toBe(422);
    expect(asker.client.main).toContain('&lt;b>Ici');
    const once = fields();
    await asker.client.post(urls.beginTopic(at), once);
    const { path } = asker.client;
    await asker.client.post(urls.beginTopic(at), once);
    expect(asker.client.path).toBe(path);
  });

  it('R155 W5 a page is read by its index, and the next one begins where it ended', async () => {
    const { at, component, asker } = await makeHelpPlace(site, 'topics');
    await sql`insert into forum_topic (organisation_id, number, component_id, title, message, lang, author_id, made_from, last_at)
      select ${site.organisationId}, 100000 + n, ${component.id}, 'Sujet ' || n, 'Mot', 'fr', ${asker.id}, gen_random_uuid(),
        palabre_now() - n * interval '1 minute' from generate_series(1, 2000) n`.execute(site.db);
    await sql`analyze forum_topic`.execute(site.db);
    const { id } = await site.db
      .selectFrom('forum_topic')
      .select('id')
      .where('number', '=', 100_900)
      .executeTakeFirstOrThrow();
    const { sql: text, parameters } = selectTopics(site.organisationId, component.id, id).compile(
      site.db,
    );
    const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
    expect(JSON.stringify(rows)).toContain('forum_topic_listed');
    await asker.client.get(urls.forum(at));
    const [, next] = /apres=([0-9a-f-]+)/.exec(asker.client.main)!;
    await asker.client.get(urls.forum(at, { apres: next! }));
    expect(asker.client.main).toContain('Sujet 31<');
    expect(asker.client.main).not.toContain('Sujet 30<');
  });
});

describe('an answer to an article', () => {
  it('R155 W3 a member begins it from a news item; each leads to the other, for who reads the forum only', async () => {
    const { at, asker, member, outsider, organiser, space } = await makeHelpPlace(site, 'topics');
    const news = await makeNews(
      site,
      { organisationId: site.organisationId, by: organiser.id },
      { title: 'Le budget est voté' },
    );
    const article = urls.newsItem({ news: news.number });
    await asker.client.get(article);
    expect(asker.client.main).toContain(`Répondre dans «\u00a0${space.title}`);
    const sujet = `news/${news.id}`;
    await asker.client.get(urls.beginTopic(at, { sujet }));
    expect(asker.client.main).toContain('À propos de «\u00a0Le budget est voté');
    await asker.client.post(urls.beginTopic(at), fields({ sujet, titre: 'Et la culture ?' }));
    expect(asker.client.main).toContain('Le budget est voté');
    await member.client.get(article);
    expect(member.client.main).toContain('Et la culture');
    for (const client of [outsider.client, site.visitor()]) {
      await client.get(article);
      expect(client.status).toBe(200);
      expect(client.main).not.toContain('Et la culture');
      expect(client.main).not.toContain('Répondre à cet article');
    }
    await asker.client.post(
      urls.beginTopic(at),
      fields({ sujet: `news/${randomUUID()}`, titre: 'Sans article' }),
    );
    expect(asker.client.main).not.toContain('En réponse à');
  });
});
