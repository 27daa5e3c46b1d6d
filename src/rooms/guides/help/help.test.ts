import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { routes } from '../../../site.tsx';
import { splitMarkup } from '../../../ui/markup.ts';
import { urls } from '../../../urls.ts';
import { readStartingGuide } from '../start/starting-guides.store.ts';
import { STARTING_GUIDES } from '../start/starting-guides.ts';
import { listTopics } from './help.store.ts';
import { searchTopics } from './help.ts';
import { helpTopicOf, TOPICS } from './help-pages.ts';

const root = process.cwd();
const LANGUAGES = ['fr', 'en'] as const;
const patterns = routes
  .filter(({ method }) => method === 'GET')
  .map(({ address }) => address.pattern as string);

/** The addresses of this site that a text leads to. */
const linksIn = (body: string): string[] =>
  [...JSON.stringify(splitMarkup(body)).matchAll(/"kind":"own","words":"[^"]*","href":"([^"]*)"/g)]
    .map(([, href]) => href!)
    .sort();

describe('R83 the help of the back office', () => {
  it('R83 has a topic for every page of the office', () => {
    const pages = patterns.filter((pattern) =>
      /^\/(administration|bureau|etude|finances|examen-des-actions)(\/|$)/.test(pattern),
    );
    expect(pages.filter((pattern) => helpTopicOf(pattern) === null)).toEqual([]);
    const unknown = pages.map(helpTopicOf).filter((topic) => !TOPICS.includes(topic!));
    expect(unknown).toEqual([]);
    expect(helpTopicOf('/editions/2026')).toBeNull();
    // each page of the finances has its own, besides that of the desk
    const finances = ['virements/3', 'compte-payeur', 'releves/a-rapprocher', 'demandes/7', 'dons'];
    expect(finances.map((page) => helpTopicOf(`/finances/${page}`))).toEqual([
      'transfers',
      'transfers',
      'statements',
      'spending',
      'donations',
    ]);
    expect(['/fonds/agir', '/fonds/agir/dotation'].map(helpTopicOf)).toEqual([null, 'funds']);
    expect(helpTopicOf('/administration/editions/2026/scrutin/papier/lots/x')).toBe('paper');
    // a page that nobody wrote about is not passed over: nothing covers all of an edition, nor all of the office
    expect(helpTopicOf('/administration/nulle-part')).toBeNull();
    expect(helpTopicOf('/administration/editions/2026/nulle-part')).toBeNull();
  });

  it('R83 has each topic in both languages, and no file that nothing leads to', () => {
    for (const lang of LANGUAGES) {
      expect(readdirSync(`src/rooms/guides/help/${lang}`).sort()).toEqual(
        TOPICS.map((name) => `${name}.md`).sort(),
      );
      for (const { name, body } of listTopics(root, lang)) {
        expect(body.length, `${lang}/${name}`).toBeGreaterThan(300);
      }
    }
    expect(new Set(TOPICS).size).toBe(TOPICS.length);
  });

  it('R83 R37 leads nowhere but to pages that there are, the same in both languages', () => {
    const texts = (lang: 'fr' | 'en') => [
      ...listTopics(root, lang).map(({ name, body }) => ({ name, body })),
      ...STARTING_GUIDES.map(({ name }) => ({ name, ...readStartingGuide(root, name, lang) })),
    ];
    const english = texts('en');
    for (const [at, { name, body }] of texts('fr').entries()) {
      for (const link of linksIn(body)) expect(patterns, `${name}: ${link}`).toContain(link);
      expect(linksIn(english[at]!.body), name).toEqual(linksIn(body));
      expect(body, name).not.toMatch(/ [;:!?»]|« /);
    }
  });

  it('R37 every starting page is there in both languages', () => {
    for (const { name } of STARTING_GUIDES)
      for (const lang of LANGUAGES)
        expect(existsSync(`src/rooms/guides/start/${lang}/${name}.md`)).toBe(true);
  });

  it('R83 finds topics by words, without accents, titles first', () => {
    const topics = listTopics(root, 'fr');
    const names = (query: string) => searchTopics(topics, query).map(({ name }) => name);
    expect(names('DEPOUILLER')[0]).toBe('paper');
    expect(names('justificatifs')).toContain('proofs');
    expect(names('bulletins papier')).toContain('printed-ballots');
    expect(names('xyzzy')).toEqual([]);
    expect(names('  a ')).toEqual([]);
  });
});

describe('R83 the pages of the help', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
  });
  afterAll(() => site.close());

  it('R83 each page of the office leads to its topic, and the topic back', async () => {
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.adminJournal());
    const [, link] = /class="page-help"><a href="([^"]+)"/.exec(client.html)!;
    await client.get(link!.replaceAll('&amp;', '&'));
    expect(client.main).toContain('<h1>Le journal</h1>');
    expect(client.main).toContain(`href="${urls.adminJournal()}"`);
    // a page that is not of the office has none
    await client.get(urls.guides());
    expect(client.html).not.toContain('page-help');
  });

  it('R83 W2 leads back into the office only', async () => {
    const { client } = await makePerson(site, { roles: ['agent'] });
    for (const from of ['//voleur.fr', 'https://voleur.fr', 'javascript:alert(1)', '/editions']) {
      await client.get(urls.adminHelpTopic({ topic: 'journal' }, { de: from }));
      expect(client.status).toBe(200);
      expect(client.main).not.toContain('d’où vous venez');
    }
    await client.get(urls.adminHelpTopic({ topic: '../secret' }));
    expect(client.status).toBe(404);
  });

  it('R83 is searched, for whoever holds a role, and says kindly when nothing is found', async () => {
    const { client } = await makePerson(site, { roles: ['agent'], factorProven: false });
    await client.get(urls.adminHelp({ q: 'urne' }));
    expect(client.main).toContain(urls.adminHelpTopic({ topic: 'count' }));
    await client.get(urls.adminHelp({ q: '"><script>alert(1)</script>' }));
    expect(client.main).toContain('Aucun sujet trouvé');
    expect(client.main).not.toContain('<script>alert');
    const resident = await makePerson(site);
    await resident.client.get(urls.adminHelp());
    expect(resident.client.status).toBe(403);
  });
});
