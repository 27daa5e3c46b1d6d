import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { startDraft } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { insertOrganisation } from '../organisations/index.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

describe('W3 W7 files of drafts and ideas', () => {
  it('a draft’s are seen by its holder alone, an idea’s by all, another town’s by nobody', async () => {
    const client = site.visitor();
    const text = await startDraft(client, edition);
    await client.post(text, { title: 'Avec plan', body: 'Joint.', category: 'sport', lang: 'fr' });
    const plan = new File(
      ['%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n'],
      'Plan d’été.pdf',
    );
    const documents = text.replace('texte', 'documents');
    await client.post(documents, { file: plan, alt: '', next: 'non' });
    const bytes = new Uint8Array(
      await sharp({ create: { width: 900, height: 900, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    );
    await client.post(documents, { file: new File([bytes], 'a.png'), alt: 'Rouge', next: 'non' });
    const small = /\/fichiers\/[\w-]+-640\.webp/.exec(client.html)![0];
    const other = site.visitor();
    const stranger = (await makePerson(site)).client;
    for (const path of [small, small.replace('-640', '')]) {
      expect((await other.send(path)).status).toBe(404);
      expect((await stranger.send(path)).status).toBe(404);
      const answer = await client.send(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
    client.cookies.set('palabre', (await makePerson(site)).client.cookies.get('palabre')!);
    await client.post(text.replace('texte', 'publier'));
    expect(client.path).toContain('avec-plan');
    const pdf = /\/fichiers\/[\w-]+\.pdf/.exec(client.html)![0];
    const answer = await other.send(pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Plan dete.pdf"; filename*=UTF-8''Plan%20d%E2%80%99%C3%A9t%C3%A9.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const picture = await other.send(small);
    expect(picture.headers.get('content-disposition')).toContain('inline');
    const again = await other.send(small, undefined, {
      'if-none-match': picture.headers.get('etag')!,
    });
    expect(again.status).toBe(304);
    expect((await other.send(pdf.replace('.pdf', '.webp'))).status).toBe(404);

    await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host: 'ailleurs.localhost',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'a@a.example',
      tagline: '',
      charter: 'x',
    });
    const elsewhere = site.visitor('ailleurs.localhost');
    for (const path of [pdf, small]) expect((await elsewhere.send(path)).status).toBe(404);
    expect((await elsewhere.send(client.path)).status).toBe(404);
  });

  it('R114 four at most, even sent at once; a refused file says why and keeps the description', async () => {
    const { client } = await makePerson(site);
    const text = await startDraft(client, edition);
    await client.post(text, { title: 'Cinq', body: 'Fichiers.', category: 'sport', lang: 'fr' });
    const documents = text.replace('texte', 'documents');
    await client.post(documents, { next: 'non' });
    expect(client.html).toContain('Choisissez d’abord un fichier');
    await client.post(documents, {
      file: new File(['<svg/>'], 'a.png'),
      alt: 'Ce que je décris',
      next: 'oui',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('ni une image');
    expect(client.html).toContain('value="Ce que je décris"');
    await client.post(documents, {
      file: new File([new Uint8Array(12 * 1024 * 1024)], 'a.png'),
      next: 'oui',
    });
    expect(client.html).toContain('dépasse 10');
    await client.post(documents, {
      file: new File([new Uint8Array(27 * 1024 * 1024)], 'a.png'),
      next: 'oui',
    });
    expect(client.status).toBe(422);
    const plan = () => new File(['%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n'], 'Plan.pdf');
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => client.send(documents, { file: plan(), next: 'non' })),
    );
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(4);
    await client.get(documents);
    expect(client.html).toContain('4 fichiers joints sur 4');
    const remove = /action="([^"]*\/retirer)"/.exec(client.html)![1]!;
    expect((await (await makePerson(site)).client.send(remove, {})).status).toBe(404);
    await client.post(remove);
    expect(client.html).toContain('3 fichiers joints sur 4');
  });
});
