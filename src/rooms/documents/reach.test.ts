import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFields, makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { pdfThat } from '../../../tests/make/pdfs.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { insertOrganisation } from '../organisations/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** Two poles of one network, and a network that has nothing to do with them. */
async function makeFamily() {
  const parent = await makeNetwork(site, { kinds: ['library'] });
  const pole = await makeNetwork(site, { kinds: ['library'], parentId: parent.space.id });
  const sibling = await makeNetwork(site, { kinds: ['library'], parentId: parent.space.id });
  const foreign = await makeNetwork(site, { kinds: ['library'] });
  return { pole, sibling, foreign, author: await makeInsider(site, pole.space) };
}

/** A document with a file, as its form makes it. */
async function deposit(
  author: MadePerson,
  at: { space: string; component: string },
  portee: string,
) {
  const file = new File([new Uint8Array(pdfThat(''))], 'secret.pdf', { type: 'application/pdf' });
  const fields = documentFields({ portee, fichier: file, titre: `Aveu ${portee}` });
  await author.client.post(urls.depositDocument(at), fields);
  expect(author.client.status).toBe(200);
  return author.client.path;
}

describe('who reads a document', () => {
  it('W3 W7 R149 by its reach, its page, its versions and its file: inside, in the family, everybody; nobody else', async () => {
    const { pole, sibling, foreign, author } = await makeFamily();
    const at = { space: pole.space.slug, component: pole.components.library!.slug };
    const readers: Record<string, SiteClient> = {
      inside: (await makeInsider(site, pole.space)).client,
      sibling: (await makeInsider(site, sibling.space)).client,
      foreign: (await makeInsider(site, foreign.space)).client,
      unverified: (await makePerson(site)).client,
      stranger: site.visitor(),
    };
    const allowed: Record<string, readonly string[]> = {
      pole: ['inside'],
      network: ['inside', 'sibling'],
      public: Object.keys(readers),
    };
    for (const [reach, who] of Object.entries(allowed)) {
      const path = await deposit(author, at, reach);
      for (const [name, client] of Object.entries(readers))
        for (const address of [path, `${path}/versions/1`, `${path}/versions/1/fichier`]) {
          const answer = await client.send(address);
          expect(answer.status, `${name} ${address}`).toBe(who.includes(name) ? 200 : 403);
          if (!who.includes(name)) expect(await answer.text()).not.toContain('Aveu');
        }
    }
    // the list tells each of them what they read, and no folder to who is not inside
    await readers.sibling!.get(urls.spaceDocuments(at));
    expect(readers.sibling!.main).toContain('Aveu network');
    expect(readers.sibling!.main).not.toContain('Aveu pole');
    await readers.stranger!.get(urls.spaceDocuments(at));
    expect(readers.stranger!.main).toContain('Aveu public');
    expect(readers.stranger!.main).not.toMatch(/Aveu (pole|network)/);
    await readers.stranger!.get(urls.spaceDocuments(at, { mots: 'tarification' }));
    expect(readers.stranger!.main).not.toMatch(/Aveu (pole|network)/);
  });

  it('W3 nobody outside deposits, arranges, changes or reuses; nor through the address of another component', async () => {
    const { pole, foreign, author } = await makeFamily();
    const at = { space: pole.space.slug, component: pole.components.library!.slug };
    const path = await deposit(author, at, 'pole');
    const { client } = await makeInsider(site, foreign.space);
    for (const address of [
      urls.depositDocument(at),
      urls.documentFolders(at),
      urls.documentFolder({ ...at, folder: 1 }),
      `${path}/modifier`,
      `${path}/nouvelle-version`,
      `${path}/retirer`,
      `${path}/reutiliser`,
    ]) {
      expect((await client.send(address)).status, address).toBe(403);
      expect((await client.send(address, documentFields())).status, address).toBe(403);
    }
    const crossed = { space: foreign.space.slug, component: at.component };
    for (const address of [urls.spaceDocuments(crossed), urls.depositDocument(crossed)]) {
      const { status } = await client.send(address);
      // every component is called alike here: it is their own
      expect(status).toBe(200);
    }
    await client.get(urls.spaceDocuments(crossed));
    expect(client.main).not.toContain('Aveu');
    // a file of somebody else's form is not theirs to deposit
    const { client: thief } = await makeInsider(site, pole.space);
    const form = documentFields({
      titre: '',
      texte: '',
      fichier: new File([new Uint8Array(pdfThat(''))], 'a.pdf'),
    });
    await author.client.post(urls.depositDocument(at), form);
    const [, received] = /name="fichier-recu" value="([^"]+)"/.exec(author.client.main)!;
    await thief.post(
      urls.depositDocument(at),
      documentFields({ texte: '', 'fichier-recu': received! }),
    );
    expect(thief.status).toBe(422);
  });

  it('W3 another organisation finds none of its documents', async () => {
    const host = `autre-${randomUUID().slice(0, 8)}.example`;
    await insertOrganisation(site.db, {
      slug: `autre-${randomUUID().slice(0, 8)}`,
      name: 'Autre',
      host,
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'a@autre.example',
      tagline: '',
      charter: 'Charte.',
    });
    const { pole, author } = await makeFamily();
    const { number } = await makeDocument(site, pole.components.library!, author, {
      reach: 'public',
    });
    const client = site.visitor(host);
    expect((await client.send(urls.document({ document: number }))).status).toBe(404);
    expect((await client.send(urls.documentVersion({ document: number, version: 1 }))).status).toBe(
      404,
    );
    expect((await site.visitor().send(urls.document({ document: number }))).status).toBe(200);
  });

  it('W1 W7 scripts in every text and in the name of the file are words', async () => {
    const { pole, author } = await makeFamily();
    const at = { space: pole.space.slug, component: pole.components.library!.slug };
    const evil = '<script>alert(1)</script>';
    const bytes = new Uint8Array(pdfThat(''));
    const fields = documentFields({
      titre: evil,
      resume: evil,
      texte: `${evil} [ici](javascript:alert(1))`,
      assemblee: evil,
      theme: evil,
      etiquettes: evil,
      fichier: new File([bytes], '"><img src=x onerror=alert(1)>.pdf'),
    });
    await author.client.post(urls.depositDocument(at), fields);
    const { path } = author.client;
    await author.client.post(`${path}/nouvelle-version`, { texte: evil, changement: evil });
    const list = urls.spaceDocuments(at, { mots: evil });
    for (const address of [
      path,
      `${path}/versions/2`,
      `${path}/reutiliser`,
      urls.spaceDocuments(at),
      list,
    ]) {
      await author.client.get(address);
      expect(author.client.status, address).toBe(200);
      expect(author.client.html).not.toContain('<script>alert');
      expect(author.client.html).not.toContain('<img src=x');
      expect(author.client.html).not.toMatch(/href="javascript:/);
    }
    const file = await author.client.send(`${path}/versions/1/fichier`);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('content-disposition')).not.toMatch(/[<>]/);
  });

  it('W7 a page that says it is a PDF, and a PDF that runs something, are refused beside the field', async () => {
    const { pole, author } = await makeFamily();
    const at = { space: pole.space.slug, component: pole.components.library!.slug };
    for (const [bytes, name] of [
      [Buffer.from('<html><script>alert(1)</script></html>'), 'voeu.pdf'],
      [pdfThat('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'voeu.pdf'],
    ] as const) {
      const fichier = new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
      await author.client.post(urls.depositDocument(at), documentFields({ fichier }));
      expect(author.client.status).toBe(422);
      expect(author.client.main).toContain('id="fichier-error"');
    }
  });
});
