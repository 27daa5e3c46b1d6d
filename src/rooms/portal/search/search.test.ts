import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeDecided } from '../../../../tests/make/decisions.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makePoll, makeProjects, publish, vote } from '../../../../tests/make/poll.ts';
import { makeTown } from '../../../../tests/make/town.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { excerptAround, foldWord, markWords, readSearch } from './search.ts';

const said = (pieces: readonly { words: string; marked: boolean }[]) =>
  pieces.map(({ words, marked }) => (marked ? `[${words}]` : words)).join('');

describe('what an address asks for', () => {
  const editions = [{ slug: '2026' }];
  const read = (query: string) =>
    readSearch(new URLSearchParams(query), editions, [{ slug: '2026' }, { slug: 'avenir' }]);

  it('R198 is read as it can be: half copied, it is no error', () => {
    expect(read('q=%20%C3%A9lagage%0A&dans=idees&edition=2026&page=2')).toEqual({
      text: 'élagage',
      kind: 'idea',
      edition: '2026',
      space: null,
      page: 2,
    });
    expect(read('q=x&edition=espace/2026')).toMatchObject({ edition: null, space: '2026' });
    expect(read('q=x&edition=avenir')).toMatchObject({ edition: null, space: null });
    expect(read(`q=${'x'.repeat(300)}&dans=x&edition=1999&page=11`)).toEqual({
      text: 'x'.repeat(100),
      kind: null,
      edition: null,
      space: null,
      page: 1,
    });
    expect(read('page=3').page, 'of everything there is one page').toBe(1);
  });
});

describe('words that were found', () => {
  it('R198 are marked by their stem, whatever their accents and endings', () => {
    expect(foldWord('Élagués')).toBe('elagues');
    expect(foldWord('Vélos')).toBe('velo');
    expect(said(markWords('L’élagage des arbres, un arbre.', ['elagag', 'arbr']))).toBe(
      'L’[élagage] des [arbres], un [arbre].',
    );
    expect(said(markWords('Un artisan et un art', ['art'])), 'not a word that only begins so').toBe(
      'Un artisan et un [art]',
    );
  });

  it('R198 are shown where they stand, else the beginning of the text', () => {
    const long = `${'Un mot avant. '.repeat(30)}Une mare pour les grenouilles. ${'Après. '.repeat(60)}`;
    const excerpt = said(excerptAround(long, ['mare']));
    expect(excerpt).toMatch(/^….*\[mare\] pour les grenouilles.*…$/);
    expect(excerpt.length).toBeLessThan(220);
    expect(said(excerptAround('Court.', ['autre']))).toBe('Court.');
    expect(said(excerptAround('', ['autre']))).toBe('');
  });
});

describe('R198 search across everything', () => {
  let site: TestSite;
  let collecting: Edition;
  const act = () => ({ organisationId: site.organisationId, by: null });
  const search = async (q: string, more: Record<string, string> = {}) => {
    // makers write behind the site's back: no node has heard of it
    site.memory.forgetAll();
    return site.visitor().get(urls.search({ q, ...more }));
  };

  beforeAll(async () => {
    site = await openTestSite();
    const done = await makeEdition(site, { phase: 'vote', slug: 'finie', title: 'Édition finie' });
    await makeProjects(site, act(), done, [
      'Élagage des platanes',
      'Un kiosque à musique',
      'Une fresque',
    ]);
    const poll = await makePoll(site, act(), done);
    for (let voter = 0; voter < 3; voter += 1) {
      const { id } = await makePerson(site);
      await vote(site, site.organisationId, done, id, [1, 2, 3]);
    }
    site.travel('11 days');
    await publish(site, act(), poll);
    await site.runJobs();
    site.travel(null);
    collecting = await makeEdition(site, {
      phase: 'collection',
      slug: 'collecte',
      title: 'Budget du printemps',
      rulesText: 'Les sommes non dépensées sont reportées au budget suivant.',
    });
    await makeIdea(site, collecting, {
      title: 'Planter un arbre par naissance',
      body: 'Derrière la médiathèque, un verger.',
    });
    await makeIdea(site, collecting, { title: 'Un abri à vélos', body: 'Près de la gare <b>.' });
  });
  afterAll(() => site.close());

  it('R198 finds without accents, by the stem, and says of what kind each thing is', async () => {
    const elagage = await search('elagage');
    expect(elagage.main).toContain('<mark>Élagage</mark> des platanes');
    expect(elagage.main).toMatch(/href="\/editions\/finie\/projets\/\d-elagage-des-platanes"/);
    expect(elagage.main, 'its realisation too').toMatch(/href="\/editions\/finie\/suivi\/\d"/);
    expect(elagage.main).toMatch(/Projets<\/h2>[\s\S]*Réalisations<\/h2>/);
    const arbres = await search('ARBRES');
    expect(arbres.main).toContain('Planter un <mark>arbre</mark> par naissance');
    const typed = await search('mediateque');
    expect(typed.main, 'mistyped').toContain('<mark>médiathèque</mark>');
    expect(typed.main).toContain('Rien ne contient exactement');
    const velo = await search('vélo');
    expect(velo.main).toContain('<mark>vélos</mark>');
    expect(velo.main, 'what people wrote stays text').toContain('&lt;b>');
  });

  it('R198 finds editions, their règlement, and the pages of the site', async () => {
    expect((await search('printemps')).main).toContain(urls.edition({ edition: 'collecte' }));
    expect((await search('sommes reportées')).main).toContain(urls.rules({ edition: 'collecte' }));
    expect((await search('charte')).main).toContain(urls.charter());
    expect((await search('cookies')).main).toContain(urls.privacy());
    const english = site.visitor();
    await english.get(urls.language({ locale: 'en' }, { vers: urls.search({ q: 'privacy' }) }));
    expect(english.main).toContain('Pages of this site');
  });

  it('R198 keeps to one kind and to one edition', async () => {
    const ideas = await search('arbre', { dans: 'idees' });
    expect(ideas.main).toContain('Planter un');
    expect(ideas.main).toContain('Retirer');
    expect((await search('arbre', { dans: 'projets' })).main).toContain('Rien trouvé');
    expect((await search('arbre', { edition: 'finie' })).main).toContain('Rien trouvé');
    expect(
      (await search('charte', { edition: 'finie' })).main,
      'a page is of no edition',
    ).toContain('Rien trouvé');
  });

  it('R198 turns the pages of one kind, each thing once', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'beaucoup' });
    for (let index = 0; index < 18; index += 1)
      await makeIdea(site, edition, { title: `Une passerelle ${index}`, body: 'Sur la rivière.' });
    const titles = (html: string) => [...html.matchAll(/<\/mark> (\d+)<\/bdi>/g)].map(([, n]) => n);
    const asked = { dans: 'idees', edition: 'beaucoup' };
    const together = await search('passerelle');
    expect(titles(together.main)).toHaveLength(4);
    expect(together.main).toContain('Toutes les idées trouvées');
    const first = await search('passerelle', asked);
    const second = await search('passerelle', { ...asked, page: '2' });
    expect(titles(first.main)).toHaveLength(15);
    expect(new Set([...titles(first.main), ...titles(second.main)]).size).toBe(18);
    expect((await search('passerelle', { ...asked, page: '10' })).status).toBe(200);
  });

  it('R198 asked for nothing, or for signs alone, it invites', async () => {
    expect((await site.visitor().get(urls.search())).main).toContain('Retrouvez une idée');
    for (const q of ["'); drop table idea; --", '!!!', 'le de la', "l'", '\\', ':* & |', '%'])
      expect((await search(q)).status, q).toBe(200);
    expect((await search('zzyzx')).main).toContain('Rien trouvé');
  });

  it('R198 W3 a draft, and an edition being prepared, are found by nobody', async () => {
    const { client } = await makePerson(site, { roles: ['administrator'] });
    await client.post(urls.depositText({ edition: 'collecte', draft: randomUUID() }), {
      title: 'Une tyrolienne brouillonne',
      body: 'Encore secrète.',
      category: collecting.categories[0]!.slug,
      lang: 'fr',
    });
    await makeEdition(site, {
      open: false,
      slug: 'preparee',
      title: 'Édition crépusculaire',
      rulesText: 'Une clause crépusculaire.',
    });
    site.memory.forgetAll();
    for (const words of ['tyrolienne', 'crépusculaire']) {
      await client.get(urls.search({ q: words }));
      expect(client.main, words).toContain('Rien trouvé');
    }
  });

  it('R198 R50 a project is found once its list is frozen and its campaign has begun, never before', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'a-venir' });
    await makeProjects(site, act(), edition, ['Une pergola bioclimatique']);
    expect((await search('pergola')).main, 'not frozen').toContain('Rien trouvé');
    await freezeDecided(site, act(), edition.id);
    expect((await search('pergola')).main, 'frozen, before the campaign').toContain('Rien trouvé');
    expect((await search('pergolla')).main, 'nor by a word like it').toContain('Rien trouvé');
    site.travel('21 days');
    expect((await search('pergola')).main).toContain('<mark>pergola</mark>');
    site.travel(null);
  });

  it('R198 R55 a result under embargo shows in no search: no realisation before it is published', async () => {
    const edition = await makeEdition(site, { phase: 'vote', slug: 'embargo' });
    await makeProjects(site, act(), edition, ['Un belvédère panoramique', 'Un tunnel', 'Un pont']);
    const poll = await makePoll(site, act(), edition);
    const { id } = await makePerson(site);
    await vote(site, site.organisationId, edition, id, [1, 2, 3]);
    site.travel('11 days');
    await site.runJobs();
    const before = await search('belvédère');
    expect(before.main).toContain('<mark>belvédère</mark>');
    expect(before.main).not.toContain('Réalisations</h2>');
    await publish(site, act(), poll);
    await site.runJobs();
    site.memory.forgetAll();
    expect((await search('belvédère')).main).toContain('Réalisations</h2>');
    site.travel(null);
  });

  it('R198 W3 nothing of another organisation is found', async () => {
    const id = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect des hérissons.',
    });
    await makeTown(site, { id, name: 'Voisine', host: 'voisine.localhost' });
    const there = site.visitor('voisine.localhost');
    await there.get(urls.search({ q: 'secret de voisine' }));
    expect(there.main).toContain('Idées</h2>');
    expect(there.main).toContain('Projets</h2>');
    for (const words of ['secret voisine', 'hérissons', 'four à pain']) {
      const here = await search(words);
      expect(here.main, words).not.toContain('Secret de');
      expect(here.main, words).toContain('Rien trouvé');
    }
  });
});
