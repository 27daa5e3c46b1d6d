import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFields, makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { pdfThat } from '../../../tests/make/pdfs.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('« Réutiliser »', () => {
  it('R150 makes an adapted copy that says where it comes from; counted once, the chain on both pages, differences read', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['library'] });
    const author = await makeInsider(site, space, { nickname: 'Rosa Lenoir' });
    const { client } = await makeInsider(site, space, { nickname: 'Karim Vasseur' });
    const source = await makeDocument(site, components.library!, author, { theme: 'eau' });
    const at = { document: source.number };
    await client.get(urls.document(at));
    expect(client.main).toContain(
      urls.documentReuse({ document: `${source.number}-voeu-pour-une-eau-publique` }),
    );
    await client.get(urls.documentReuse(at));
    expect(client.main).toContain('Le conseil demande');
    const fields = {
      formulaire: randomUUID(),
      titre: 'Vœu pour l’eau à Orléans',
      texte: 'Le conseil exige une tarification sociale de l’eau.',
      portee: 'pole',
    };
    await Promise.all(Array.from({ length: 3 }, () => client.send(urls.documentReuse(at), fields)));
    await client.post(urls.documentReuse(at), fields);
    const copy = client.path;
    expect(client.main).toContain('Adapté de');
    expect(client.main).toContain(source.title);
    expect(client.main).toContain('Rosa Lenoir');
    await client.get(`${copy}/differences`);
    expect(client.main).toMatch(/<del>.*demande/s);
    expect(client.main).toMatch(/<ins>.*exige/s);
    await author.client.get(urls.document(at));
    const words = author.client.main.replaceAll('\u00a0', ' ');
    expect(words).toContain('Réutilisé 1 fois');
    expect(words).toContain('Vœu pour l’eau à Orléans');
    expect(words).toContain('Karim Vasseur');
  });

  it('R149 R150 its file goes along as bytes of its own: the source withdrawn, the copy keeps it', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['library'] });
    const at = { space: space.slug, component: components.library!.slug };
    const author = (await makeInsider(site, space)).client;
    const { client } = await makeInsider(site, space);
    const fichier = new File([new Uint8Array(pdfThat(''))], 'voeu.pdf');
    await author.post(urls.depositDocument(at), documentFields({ texte: '', fichier }));
    const source = author.path;
    await client.post(`${source}/reutiliser`, {
      formulaire: randomUUID(),
      titre: 'La copie',
      portee: 'pole',
      garder: 'oui',
    });
    const copy = client.path;
    expect(client.main).toContain('voeu.pdf');
    await author.post(`${source}/retirer`);
    expect((await client.send(`${copy}/versions/1/fichier`)).status).toBe(200);
    await client.get(copy);
    expect(client.main).toContain('n’est plus là');
    expect((await client.send(`${copy}/differences`)).status).toBe(404);
  });

  it('R150 from another space of the network, into one’s own', async () => {
    const parent = await makeNetwork(site, { kinds: ['directory'] });
    const there = await makeNetwork(site, { kinds: ['library'], parentId: parent.space.id });
    const here = await makeNetwork(site, { kinds: ['library'], parentId: parent.space.id });
    const author = await makeInsider(site, there.space);
    const { client } = await makeInsider(site, here.space);
    const source = await makeDocument(site, there.components.library!, author, {
      reach: 'network',
    });
    await client.post(urls.documentReuse({ document: source.number }), {
      formulaire: randomUUID(),
      titre: 'Chez nous',
      texte: 'Autre texte.',
      portee: 'pole',
    });
    expect(client.status).toBe(200);
    await client.get(
      urls.spaceDocuments({ space: here.space.slug, component: here.components.library!.slug }),
    );
    expect(client.main).toContain('Chez nous');
    // the copy is of another pole: its author is told how often, not what they may not read
    await author.client.get(urls.document({ document: source.number }));
    expect(author.client.main).not.toContain('Chez nous');
  });
});
