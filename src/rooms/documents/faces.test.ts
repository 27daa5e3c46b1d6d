import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFields, makeDocument } from '../../../tests/make/library.ts';
import { makeElected } from '../../../tests/make/mandates.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const spaced = (html: string) => html.replaceAll('\u00a0', ' ');

describe('each kind of document in its own shape', () => {
  it('R145 W3 solutions stand on a map and in a list with place and contact; filtered alike; outside, public ones alone', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['solutions'] });
    const at = { space: space.slug, component: components.solutions!.slug };
    const author = await makeInsider(site, space);
    const solution = {
      type: 'solution',
      place: 'Orléans',
      contact: 'regie@orleans.example',
    } as const;
    for (const [title, theme, latitude, reach] of [
      ['Régie de l’eau', 'Eau', 47.9, 'public'],
      ['Cantine bio', 'Cantines', 47.8, 'public'],
      ['Vélobus', 'Transports', 47.7, 'pole'],
    ] as const)
      await makeDocument(site, components.solutions!, author, {
        ...solution,
        title,
        theme,
        reach,
        point: { latitude, longitude: 1.9 },
      });
    const { client } = author;
    await client.get(urls.spaceDocuments(at));
    expect(client.main.match(/class="map-pin"/g)).toHaveLength(3);
    expect(client.main).toContain('Vélobus, Orléans');
    expect(spaced(client.main)).toContain('Contact : regie@orleans.example');
    const visitor = site.visitor();
    await visitor.get(urls.spaceDocuments(at));
    expect(visitor.main.match(/class="map-pin"/g)).toHaveLength(2);
    expect(visitor.main).not.toContain('Vélobus');
    // the places of what was not asked for are not shown either
    await client.get(urls.spaceDocuments(at, { theme: 'Cantines' }));
    expect(client.main).not.toContain('Régie');
    expect(client.main).not.toContain('Vélobus');
  });

  it('R147 W3 positions on one theme stand side by side by level, words in common marked; outside, public ones alone', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['positions', 'library'] });
    const at = { space: space.slug, component: components.positions!.slug };
    const author = await makeInsider(site, space);
    for (const [title, level, theme, text, reach] of [
      ['Eau communale', 'municipal', 'Eau', 'Une régie publique, sans profit.', 'public'],
      ['Eau départementale', 'departmental', 'eau', 'Des fontaines publiques.', 'public'],
      ['Eau régionale', 'regional', 'Eau', 'Une tarification progressive.', 'pole'],
      ['Trains', 'regional', 'Transports', 'Plus de trains.', 'public'],
      ['Sans échelon', null, 'Eau', 'Rien de plus.', 'public'],
    ] as const)
      await makeDocument(site, components.positions!, author, {
        type: 'position',
        ...{ title, level, theme, text, reach },
      });
    const { client } = author;
    await client.get(urls.spaceDocuments(at));
    expect(client.main).toContain(urls.documentComparison(at));
    await client.get(urls.documentComparison(at));
    expect(client.status).toBe(200);
    for (const words of ['Eau communale', 'Eau départementale', 'Eau régionale', 'Trains'])
      expect(client.main).toContain(words);
    expect(client.main).not.toContain('Sans échelon');
    expect(client.main).toContain('<mark>publique</mark>');
    expect(client.main).toContain('<mark>publiques</mark>');
    expect(client.main).not.toContain('<mark>profit</mark>');
    // a row for the theme that several levels speak of, then the other; no column for a silent level
    expect(client.main.match(/scope="row"/g)).toHaveLength(2);
    expect(client.main).not.toMatch(/scope="col"[^>]*>Européen/);
    await client.get(urls.documentComparison(at, { theme: 'Transports' }));
    expect(client.main).not.toContain('Eau communale');
    const visitor = site.visitor();
    await visitor.get(urls.documentComparison(at));
    expect(visitor.main).toContain('Eau communale');
    expect(visitor.main).not.toContain('Eau régionale');
    expect(visitor.main).not.toContain('progressive');
    const library = { ...at, component: components.library!.slug };
    expect((await client.send(urls.documentComparison(library))).status).toBe(404);
  });

  it('W3 R147 a network without a public position compares nothing for who is outside', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['positions'] });
    const author = await makeInsider(site, space);
    await makeDocument(site, components.positions!, author, {
      type: 'position',
      title: 'Secret de réseau',
      theme: 'Eau',
      level: 'municipal',
    });
    const answer = await site
      .visitor()
      .send(urls.documentComparison({ space: space.slug, component: components.positions!.slug }));
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('Secret');
  });

  it('R142 R93 reports of one elected member on one page, public ones for everybody; the mandate is told inside', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['reports'] });
    const at = { space: space.slug, component: components.reports!.slug };
    const elected = await makeElected(site, space, { written: { office: 'Maire de quartier' } });
    const other = await makeInsider(site, space);
    const report = { type: 'report', territory: 'Fleury' } as const;
    const { number } = await makeDocument(site, components.reports!, elected, {
      ...report,
      title: 'Six premiers mois',
      reach: 'public',
    });
    await makeDocument(site, components.reports!, elected, { ...report, title: 'Notes internes' });
    await makeDocument(site, components.reports!, other, {
      ...report,
      title: 'Le bilan d’une autre',
      reach: 'public',
    });
    const visitor = site.visitor();
    await visitor.get(urls.document({ document: number }));
    expect(visitor.main).not.toContain('Maire de quartier');
    const [, address] = /href="([^"]+\?de=[^"]+)"/.exec(visitor.main)!;
    await visitor.get(address!);
    expect(visitor.main).toContain(`Comptes rendus de ${elected.nickname}`);
    expect(visitor.main).toContain('Six premiers mois');
    expect(visitor.main).not.toMatch(/Notes internes|Le bilan d’une autre|Maire de quartier/);
    await other.client.get(address!);
    expect(other.client.main).toContain('Notes internes');
    expect(other.client.main).toContain('Maire de quartier');
    await other.client.get(urls.spaceDocuments(at));
    expect(other.client.main).toContain('Maire de quartier');
    await other.client.get(urls.document({ document: number }));
    expect(other.client.main).toContain('Maire de quartier');
  });

  it('R146 W3 tools stand as pictures to download, texts to copy and links; outside, public ones alone', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['tools'] });
    const at = { space: space.slug, component: components.tools!.slug };
    const author = await makeInsider(site, space);
    const { client } = author;
    const picture = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#1b6b3a' },
    })
      .png()
      .toBuffer();
    await client.post(
      urls.depositDocument(at),
      documentFields({
        type: 'tool',
        titre: 'Affiche de rentrée',
        texte: '',
        portee: 'public',
        fichier: new File([new Uint8Array(picture)], 'affiche.png', { type: 'image/png' }),
      }),
    );
    expect(client.status).toBe(200);
    await makeDocument(site, components.tools!, author, {
      type: 'tool',
      title: 'Site commun',
      link: 'https://reseau.example/',
    });
    await client.get(urls.spaceDocuments(at));
    expect(client.main).toMatch(/<img[^>]+taille=petite/);
    expect(client.main).toMatch(/href="[^"]+affiche-de-rentree\/versions\/1\/fichier" download/);
    expect(client.main).toContain('href="https://reseau.example/"');
    await client.get(urls.spaceDocuments(at, { vue: 'liste' }));
    expect(client.main).not.toMatch(/<img[^>]+taille=petite/);
    const [, text] = /href="(\/documents\/[^"]+site-commun)"/.exec(client.main)!;
    await client.get(text!);
    expect(client.main).toContain('<copy-words data-of="texte"');
    const visitor = site.visitor();
    await visitor.get(urls.spaceDocuments(at));
    expect(visitor.main).toContain('Affiche de rentrée');
    expect(visitor.main).not.toContain('Site commun');
  });

  it('R155 W3 a document is answered in forums; what some alone read, in those of its own space', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['library', 'topics'] });
    const elsewhere = await makeNetwork(site, { kinds: ['topics'] });
    const author = await makeInsider(site, space);
    const { client } = author;
    const made = await Promise.all(
      (['pole', 'public'] as const).map((reach) =>
        makeDocument(site, components.library!, author, { title: `Texte ${reach}`, reach }),
      ),
    );
    const begin = urls.beginTopic({ space: space.slug, component: components.topics!.slug });
    for (const { number, id, title } of made) {
      await client.get(urls.document({ document: number }));
      expect(client.main).toContain(`${begin}?sujet=document%2F${id}`);
      await client.post(begin, {
        titre: `Réponse sur ${title}`,
        message: 'Voici ce que nous en pensons.',
        sujet: `document/${id}`,
      });
      expect(client.status).toBe(200);
      expect(client.main).toContain(title);
      await client.get(urls.document({ document: number }));
      expect(client.main).toContain(`Réponse sur ${title}`);
    }
    const visitor = site.visitor();
    await visitor.get(urls.document({ document: made[1]!.number }));
    expect(visitor.status).toBe(200);
    expect(visitor.main).not.toContain('Réponse sur');
    // somebody of another network is not told what this one keeps to itself
    const foreign = (await makeInsider(site, elsewhere.space)).client;
    const there = urls.beginTopic({
      space: elsewhere.space.slug,
      component: elsewhere.components.topics!.slug,
    });
    await foreign.get(`${there}?sujet=document%2F${made[0]!.id}`);
    expect(foreign.main).not.toContain('Texte pole');
    await foreign.get(urls.document({ document: made[1]!.number }));
    expect(foreign.main).toContain(there);
  });
});
