import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentFields, makeComment } from '../../../../tests/make/comments.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeModeration } from '../../../../tests/make/moderation.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { tellPerson } from '../index.ts';
import { savePreference } from '../preference.store.ts';
import { countUnread, listNotices } from './notice.store.ts';
import type { Told } from './telling.mails.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const tell = (person: MadePerson, key: string, change: Partial<Told> = {}) =>
  site.db.transaction().execute((tx) =>
    tellPerson(tx, site.organisationId, {
      personId: person.id,
      topic: 'my-ideas',
      kind: 'idea',
      target: { kind: 'idea', id: person.id },
      href: '/actualites',
      words: () => `Une nouvelle de votre idée ${key}`,
      onceKey: key,
      letter: {
        address: person.email,
        locale: 'fr',
        subject: `Nouvelle ${key}`,
        text: 'Bonjour.',
      },
      ...change,
    }),
  );
const noticesOf = async (person: MadePerson) =>
  (await listNotices(site.db, site.organisationId, person.id)).notices;

describe('notices', () => {
  it('R134 one act is one notice and one letter, however often it is told', async () => {
    const person = await makePerson(site);
    const mails = await mailsOf(site, async () => {
      await tell(person, 'a');
      await tell(person, 'a');
    });
    expect(mails).toHaveLength(1);
    expect(await noticesOf(person)).toHaveLength(1);
  });

  it('W13 R134 words are one plain line, cut where they are long', async () => {
    const person = await makePerson(site);
    await tell(person, 'long', { words: () => `Une\r\nligne ${'très '.repeat(100)}longue` });
    const [notice] = await noticesOf(person);
    expect(notice!.words.fr).not.toMatch(/[\r\n]/);
    expect(notice!.words.fr.length).toBeLessThan(250);
  });

  it('R134 of what one wants no letter of, the notice is there all the same', async () => {
    const person = await makePerson(site);
    await savePreference(site.db, site.organisationId, person.id, 'my-ideas', false);
    expect(await mailsOf(site, () => tell(person, 'quiet'))).toEqual([]);
    expect(await noticesOf(person)).toHaveLength(1);
    const owed = { address: person.email, locale: 'fr', subject: 'Dû', text: 'Oui.' } as const;
    const mails = await mailsOf(site, () =>
      tell(person, 'owed', { letter: { ...owed, isOwed: true } }),
    );
    expect(mails).toHaveLength(1);
  });

  it('F6 before any mail has left, the bell counts it and the page leads to it', async () => {
    const person = await makePerson(site);
    await tell(person, 'b');
    await tell(person, 'c');
    const { client } = person;
    await client.get(urls.home());
    expect(client.html).toContain('Notifications\u00a0: 2 non lues');
    await client.get(urls.notices());
    expect(client.html).toContain('2 notifications non lues');
    const [path] = /\/mon-espace\/notifications\/[0-9a-f-]{36}/.exec(client.html)!;
    await client.get(path);
    expect(client.path).toBe('/actualites');
    expect(await countUnread(site.db, site.organisationId, person.id)).toBe(1);
    await client.get(urls.notices());
    await client.post(urls.readNotices(), {});
    expect(client.html).toContain('Vous avez tout lu');
    expect(await countUnread(site.db, site.organisationId, person.id)).toBe(0);
  });

  it('W1 nobody reads, opens nor marks those of somebody else; signed out, no page counts any', async () => {
    const [person, other] = [await makePerson(site), await makePerson(site)];
    await tell(person, 'd');
    const [notice] = await noticesOf(person);
    expect((await other.client.get(urls.notice({ notice: notice!.id }))).status).toBe(404);
    await other.client.get(urls.notices());
    expect(other.client.html).not.toContain('votre idée d');
    await other.client.post(urls.readNotices(), {});
    expect(await countUnread(site.db, site.organisationId, person.id)).toBe(1);
    const stranger = site.visitor();
    await stranger.get(urls.home());
    expect(stranger.html).not.toContain(urls.notices());
  });

  it('are turned page after page, what is unread first, and narrowed to a topic', async () => {
    const person = await makePerson(site);
    for (let at = 0; at < 25; at += 1) await tell(person, `page-${at}`, { letter: null });
    await tell(person, 'other', { letter: null, topic: 'merges' });
    const first = await listNotices(site.db, site.organisationId, person.id);
    const { client } = person;
    await client.get(urls.notice({ notice: first.notices[0]!.id }));
    const all = await listNotices(site.db, site.organisationId, person.id);
    const rest = await listNotices(site.db, site.organisationId, person.id, { after: all.next });
    expect(all.notices.map(({ id }) => id)).not.toContain(first.notices[0]!.id);
    expect(rest.notices.at(-1)!.id).toBe(first.notices[0]!.id);
    expect(new Set([...all.notices, ...rest.notices].map(({ id }) => id)).size).toBe(26);
    await client.get(urls.notices({ sujet: 'merges' }));
    expect(client.html).toContain('votre idée other');
    expect(client.html).not.toContain('votre idée page-3<');
    await client.get(urls.notices({ sujet: 'nothing', apres: 'nothing' }));
    expect(client.html).toContain('votre idée page-20');
  });

  it('the count and the list walk an index', async () => {
    const person = await makePerson(site);
    await site.db.transaction().execute(async (tx) => {
      await sql`insert into notice (organisation_id, person_id, topic, kind, target_kind, target_id, params, once_key, rhythm)
        select ${site.organisationId}, ${person.id}, 'merges', 'merge', 'idea', gen_random_uuid(),
          '{"fr": "x", "en": "x", "href": "/"}', 'many-' || n, 'none' from generate_series(1, 3000) n`.execute(
        tx,
      );
      await sql`analyze notice`.execute(tx);
      const plan = async (query: ReturnType<typeof sql>) =>
        JSON.stringify((await sql`explain ${query}`.execute(tx)).rows);
      expect(
        await plan(sql`select id from notice where organisation_id = ${sql.lit(site.organisationId)}
          and person_id = ${sql.lit(person.id)} order by (read_at is null) desc, at desc, id desc limit 21`),
      ).toContain('notice_in_order');
    });
    expect(await countUnread(site.db, site.organisationId, person.id)).toBe(100);
  });
});

describe('what is told', () => {
  it('R134 an answer, a mention and a comment on one’s idea are notices; never to who wrote it, never who did', async () => {
    const [holder, reader] = [await makePerson(site), await makePerson(site)];
    const edition = await makeEdition(site, { phase: 'collection', maximumIdeas: 100 });
    const idea = await makeIdea(site, edition, { authorId: holder.id });
    const comment = await makeComment(site, idea, { authorId: reader.id });
    await holder.client.post(
      urls.comments({ kind: 'idea', contribution: idea.id }),
      commentFields({ 'en-reponse-a': comment.id }),
    );
    const [answer] = await noticesOf(reader);
    expect(answer!.words.fr).toContain('Une réponse à votre commentaire');
    expect(answer!.words.en).toContain('A reply to your comment');
    expect(await noticesOf(holder)).toEqual([]);
    await reader.client.get(urls.notice({ notice: answer!.id }));
    expect(reader.client.path).toContain('/commentaires/');
    expect(reader.client.status).toBe(200);
  });

  it('R134 R137 what is hidden, then seen again, is told to its author, and leads to the appeal', async () => {
    const moderation = await makeModeration(site);
    const { author, to } = await moderation.hidden('Des bancs sur la place');
    const [hidden] = await noticesOf(author);
    expect(hidden!.words.fr).toContain('est masquée');
    await author.client.get(urls.notice({ notice: hidden!.id }));
    expect(author.client.path).toContain('recours');
    await moderation.second.client.post(to.restore, { mots: '' });
    expect((await noticesOf(author)).map(({ words }) => words.fr)).toContain(
      'Votre contribution «\u00a0Des bancs sur la place\u00a0» est de nouveau visible',
    );
  });
});
