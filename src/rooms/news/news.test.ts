import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../tests/make/contact.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeNews } from '../../../tests/make/news.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { hiddenIn, makeRealisation } from '../../../tests/make/realisations.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { readNow } from '../../platform/database/database.ts';
import { urls } from '../../urls.ts';
import { actOnPost, writePost } from '../delivery/index.ts';
import { insertOrganisation } from '../organisations/index.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

const number = ({ path }: SiteClient) => path.split(/[/?#]/).at(3)!;
const typed = {
  titre: 'Fête du vote',
  resume: 'Samedi, sur la place.',
  texte: '**Venez.**',
  edition: '',
};
const picture = async () => {
  const create = { width: 800, height: 500, channels: 3, background: '#1B6B3A' } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  return new File([new Uint8Array(bytes)], 'fete.jpg', { type: 'image/jpeg' });
};
const draft = async (fields: Record<string, string> = {}) => {
  await officer.client.post(urls.adminNewNews(), { ...typed, ...fields });
  return number(officer.client);
};
const feedOf = async (query = {}) => (await site.visitor().send(urls.newsFeed(query))).text();
/** Every place where everybody could read of an item. */
async function placesOf(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of [urls.news(), urls.home(), urls.newsFeed()])
    if ((await (await site.visitor().send(path)).text()).includes(words)) found.push(path);
  // the search says what was asked for: only what it leads to tells
  const { main } = await site.visitor().get(urls.search({ q: words }));
  if (main.includes('href="/actualites/')) found.push(urls.search());
  return found;
}

describe('R41 news', () => {
  it('R41 a draft is its writers’ alone, picture included; published, it is read with its picture, and shared', async () => {
    const { client } = officer;
    await client.post(urls.adminNewNews(), { ...typed, titre: '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Samedi, sur la place.');
    const news = await draft();
    const pictures = urls.adminNewsPicture({ news });
    await client.post(pictures, { file: await picture(), alt: '' });
    expect(client.status).toBe(422);
    await client.post(pictures, { file: new File(['non'], 'a.jpg'), alt: 'La place' });
    expect(client.status).toBe(422);
    await client.post(pictures, { file: await picture(), alt: 'La place, un samedi' });
    await client.get(urls.adminNewsPreview({ news }));
    expect(client.main).toContain('<strong>Venez.</strong>');
    const visitor = site.visitor();
    expect((await visitor.send(urls.newsItem({ news }))).status).toBe(404);
    expect((await visitor.send(urls.newsPicture({ news }))).status).toBe(404);
    const src = /src="\/administration[^"]*v=([0-9a-f-]+)/.exec(
      (await client.get(urls.adminNewsItem({ news }))).main,
    )![1]!;
    expect((await visitor.send(urls.file({ file: `${src}.webp` }))).status, 'by its id').toBe(404);

    await client.post(urls.adminNewsPublish({ news }), { quand: 'maintenant' });
    await visitor.get(urls.newsItem({ news }));
    expect(visitor.main).toContain('alt="La place, un samedi"');
    expect(visitor.html).toContain(
      `og:image" content="http://localhost${urls.newsPicture({ news })}`,
    );
    expect(visitor.html).toContain('og:image:alt" content="La place, un samedi"');
    expect(visitor.html).toContain('og:description" content="Samedi, sur la place."');
    const shown = await visitor.send(urls.newsPicture({ news }));
    expect(shown.headers.get('content-type')).toBe('image/webp');
    const { rows } = await site.pool.query(`select detail from fact where kind = 'news.published'`);
    expect(rows.at(-1).detail.title).toBe('Fête du vote');
  });

  it('R41 R57 until its date nothing of it is read: page, picture, lists, feeds, search, kept pages; from then on, all', async () => {
    const { client } = officer;
    const news = await draft({ titre: 'Embargotine', resume: 'Embargotine demain.' });
    await client.post(urls.adminNewsPicture({ news }), { file: await picture(), alt: 'Rien' });
    const at = new Date((await readNow(site.db)).getTime() + 49 * 3_600_000);
    const fields = (date: Date) => ({
      quand: 'date',
      'date-day': String(date.getUTCDate()),
      'date-month': String(date.getUTCMonth() + 1),
      'date-year': String(date.getUTCFullYear()),
      'date-time': '08:00',
    });
    await client.post(urls.adminNewsPublish({ news }), fields(new Date('2020-01-01')));
    expect(client.status).toBe(422);
    expect(client.main).toContain('Cette date est passée');
    await client.post(urls.adminNewsPublish({ news }), {
      ...fields(at),
      'date-day': '31',
      'date-month': '2',
    });
    expect(client.status).toBe(422);
    await client.post(urls.adminNewsPublish({ news }), fields(at));
    expect(client.main).toContain('Programmée');
    const paths = [urls.newsItem({ news }), urls.newsPicture({ news })];
    const statuses = async () =>
      Promise.all(paths.map(async (path) => (await site.visitor().send(path)).status));
    expect(await statuses()).toEqual([404, 404]);
    expect(await placesOf('Embargotine')).toEqual([]);
    site.travel('4 days');
    expect(await statuses()).toEqual([200, 200]);
    expect(await placesOf('Embargotine')).toEqual(
      expect.arrayContaining([urls.news(), urls.newsFeed(), urls.search()]),
    );
    site.travel(null);
    expect(await statuses(), 'back before its date').toEqual([404, 404]);
    // taken back before it was shown: nobody is told that it ever was
    await client.post(urls.adminNewsWithdraw({ news }), { motif: 'Trop tôt.' });
    expect(await statuses()).toEqual([404, 404]);
  });

  it('R41 corrected in the open, then withdrawn with its reason: gone everywhere at once', async () => {
    const { client } = officer;
    const news = await draft({ titre: 'Rectifiable' });
    await client.post(urls.adminNewsPublish({ news }), { quand: 'maintenant' });
    const save = async (fields: Record<string, string>) => {
      await client.get(urls.adminNewsItem({ news }));
      const version = hiddenIn(client.main, 'version');
      await client.post(urls.adminNewsItem({ news }), {
        ...typed,
        titre: 'Rectifiable',
        version,
        ...fields,
      });
    };
    await save({ texte: 'Dimanche.' });
    expect(client.status, 'silently').toBe(422);
    await save({ texte: 'Dimanche.', correction: 'Le jour était faux.' });
    const visitor = site.visitor();
    await visitor.get(urls.newsItem({ news }));
    expect(visitor.main).toContain('Le jour était faux.');
    await client.post(urls.adminNewsItem({ news }), {
      ...typed,
      version: '1',
      correction: 'x',
      texte: 'Lundi.',
    });
    expect(client.status, 'somebody else saved').toBe(409);
    expect(client.main).toContain('Dimanche.');
    expect(client.main).toContain('Lundi.');
    await client.post(urls.adminNewsWithdraw({ news }), { motif: '' });
    expect(client.status).toBe(422);
    await client.post(urls.adminNewsWithdraw({ news }), { motif: 'La fête est annulée.' });
    await visitor.get(urls.newsItem({ news }));
    expect(visitor.status).toBe(410);
    expect(visitor.main).toContain('La fête est annulée.');
    expect(visitor.main).not.toContain('Dimanche.');
    expect(await placesOf('Rectifiable')).toEqual([]);
  });

  it('R41 pages of the list follow one another by edition; an edition in preparation and another town tell nothing', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'liste' });
    for (let one = 1; one <= 14; one++)
      await makeNews(site, act, { title: `Numéro ${one}.`, editionId: edition.id });
    const visitor = site.visitor();
    await visitor.get(urls.news({ edition: 'liste' }));
    const next = /href="([^"]*apres=[^"]+)"/.exec(visitor.main)![1]!.replaceAll('&amp;', '&');
    const first = visitor.main;
    await visitor.get(next);
    for (let one = 1; one <= 14; one++)
      expect(first.includes(`Numéro ${one}.`)).toBe(!visitor.main.includes(`Numéro ${one}.`));
    await visitor.get(urls.edition({ edition: 'liste' }));
    expect(visitor.main).toContain('Dernières actualités');
    expect((await visitor.send(urls.news({ edition: 'nulle-part' }))).status).toBe(404);
    expect((await visitor.send(urls.newsFeed({ edition: 'nulle-part' }))).status).toBe(404);
    expect((await visitor.send(urls.news({ apres: 'x' }))).status).toBe(200);
    const closed = await makeEdition(site, { phase: 'collection', slug: 'cachee', open: false });
    await makeNews(site, act, { title: 'Secrétissime', editionId: closed.id });
    const otherId = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id: otherId, name: 'Voisine', host: 'voisine.localhost' };
    const { id } = await makePerson(site, { roles: ['officer'], organisation });
    await makeNews(site, { organisationId: otherId, by: id }, { title: 'Secrétissime' });
    expect(await placesOf('Secrétissime')).toEqual([]);
  });

  it('R41 the role of communication of one edition writes of that one only', async () => {
    const [own, other] = [
      await makeEdition(site, { phase: 'collection', slug: 'la-sienne' }),
      await makeEdition(site, { phase: 'collection', slug: 'une-autre' }),
    ];
    const { client } = await makePerson(site, { roles: ['communication'], editionId: own.id });
    await client.post(urls.adminNewNews(), { ...typed, edition: own.id });
    expect(client.status).toBe(200);
    for (const edition of [other.id, '', 'x']) {
      await client.post(urls.adminNewNews(), { ...typed, edition });
      expect(client.status, edition).toBe(422);
    }
    const foreign = await makeNews(site, act, { editionId: other.id });
    for (const path of [urls.adminNewsItem({ news: foreign.number }), urls.adminNewsletters()])
      expect((await client.send(path)).status).toBe(403);
  });

  it('R41 during a pre-electoral period it is published with what makes it information', async () => {
    const news = await draft({ titre: 'Période' });
    const pauseId = await makePause(site, site.organisationId, officer.id, {
      startsOn: '2000-01-01',
    });
    const { client } = officer;
    await client.post(urls.adminNewsPublish({ news }), { quand: 'maintenant' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('dites en quoi ce texte informe');
    await client.post(urls.adminNewsPublish({ news }), {
      quand: 'maintenant',
      periode: 'Une date.',
    });
    expect(client.main).toContain('En ligne');
    const { rows } = await site.pool.query(
      `select detail from fact where kind = 'news.published' order by recorded_at desc limit 1`,
    );
    expect(rows[0].detail.reason).toBe('Une date.');
    await site.pool.query('delete from promotion_pause where id = $1', [pauseId]);
  });
});

describe('R41 feeds', () => {
  it('R41 W1 Atom that a reader can parse, whatever was typed; sent again only when something changed', async () => {
    await makeNews(site, act, {
      title: 'A & B <script>alert(1)</script> ]]>\u0007',
      summary: '"Guillemets" & co',
    });
    const answer = await site.visitor().send(urls.newsFeed());
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(text).toContain('A &amp; B &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;</title>');
    // nothing that XML 1.0 may not hold, and every tag closed
    expect(text).not.toMatch(/[\u0000-\u0008]/);
    const tags = [...text.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)].filter(([, , , own]) => !own);
    const open: string[] = [];
    for (const [, end, name] of tags)
      if (end) expect(open.pop()).toBe(name);
      else open.push(name!);
    expect(open).toEqual([]);
    expect(text).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
    const etag = answer.headers.get('etag')!;
    expect(answer.headers.get('last-modified')).toMatch(/GMT$/);
    const again = () => site.visitor().send(urls.newsFeed(), undefined, { 'if-none-match': etag });
    expect((await again()).status).toBe(304);
    await makeNews(site, act, { title: 'Autre chose' });
    site.memory.forgetAll();
    expect((await again()).status).toBe(200);
    await site.visitor().get(urls.news());
    const visitor = await site.visitor().get(urls.news());
    expect(visitor.html).toContain('rel="alternate" type="application/atom+xml"');
  });

  it('R41 posts of realisations once they are published, and not after they are taken back', async () => {
    const made = await makeRealisation(site);
    const post = await writePost(site.db, act, made.realisationId, {
      title: 'La tente est montée',
      body: 'Samedi.',
    });
    const named = { ...made, number: made.project, editionId: made.edition.id };
    const feed = async () => {
      site.memory.forgetAll();
      const path = urls.deliveryFeed({ edition: made.edition.slug });
      return (await site.visitor().send(path)).text();
    };
    expect(await feed()).not.toContain('La tente');
    await actOnPost(site.db, act, named, post, 'publish');
    expect(await feed()).toContain('La tente est montée');
    expect(await feed()).toContain(
      urls.delivery({ edition: made.edition.slug, project: 1 }).slice(0, -1),
    );
    await actOnPost(site.db, act, named, post, 'withdraw');
    expect(await feed()).not.toContain('La tente');
    expect(await feedOf()).not.toContain('La tente');
  });
});
