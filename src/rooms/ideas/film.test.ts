import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx } from '../../../tests/make/documents.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { box, mp4 } from '../../../tests/make/films.ts';
import { startDraft } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import type { Edition } from '../spaces/index.ts';
import { readVideoLink } from './video-link.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

async function begin(client: SiteClient): Promise<{ documents: string; publish: string }> {
  const text = await startDraft(client, edition);
  await client.post(text, { title: 'Un verger', body: 'Au parc.', category: 'sport', lang: 'fr' });
  return {
    documents: text.replace('texte', 'documents'),
    publish: text.replace('texte', 'publier'),
  };
}
const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);

describe('R74 W7 a film, a document and a link with an idea', () => {
  it('are shown on its page: the film plays from our own address, piece by piece', async () => {
    const { client } = await makePerson(site, { isKnown: true });
    const { documents, publish } = await begin(client);
    // over ten megabytes: films have their own limit
    const film = Buffer.concat([mp4(), box('mdat', Buffer.alloc(12_000_000, 7))]);
    await client.post(documents, {
      file: file(film, 'IMG_1.mp4'),
      alt: 'Le terrain vide',
      next: 'non',
    });
    expect(client.html).toContain('Le fichier est joint');
    await client.post(documents, { file: file(docx(), 'Plan.docx'), alt: '', next: 'non' });
    await client.post(documents, { video: 'https://tube.example/w/abc', next: 'oui' });
    await client.post(publish);
    expect(client.main).toContain(
      '<video controls preload="metadata" aria-label="Le terrain vide"',
    );
    expect(client.main).toContain(
      '<a href="https://tube.example/w/abc" rel="nofollow ugc noopener noreferrer">',
    );
    expect(client.main).not.toMatch(/<(iframe|embed|object)/);
    expect(client.headers.get('content-security-policy')).toContain("media-src 'self'");
    const path = /\/fichiers\/[\w-]+\.mp4/.exec(client.main)![0];
    const other = site.visitor();
    const whole = await other.send(path);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(film.length),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await whole.arrayBuffer());
    const ask = (range: string, more = {}) => other.send(path, undefined, { range, ...more });
    const piece = await ask('bytes=100-199');
    expect(piece.status).toBe(206);
    expect(piece.headers.get('content-range')).toBe(`bytes 100-199/${film.length}`);
    expect(Buffer.from(await piece.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    const end = await ask('bytes=-50');
    expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(-50))).toBe(true);
    const rest = await ask(`bytes=${film.length - 10}-`);
    expect((await rest.arrayBuffer()).byteLength).toBe(10);
    expect((await ask(`bytes=${film.length}-`)).status).toBe(416);
    for (const nonsense of ['bytes=5-2', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,5-6'])
      expect((await ask(nonsense)).status, nonsense).toBe(200);
    expect((await ask('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
    expect((await ask('bytes=0-9', { 'if-range': whole.headers.get('etag')! })).status).toBe(206);

    const plan = await other.send(/\/fichiers\/[\w-]+\.docx/.exec(client.main)![0]);
    expect(plan.headers.get('content-disposition')).toContain('attachment; filename="Plan.docx"');
    // nothing is left of what was being received
    expect(await readdir(join(site.config.varFolder, 'uploads'))).toEqual([]);
  });

  it('what the operator’s scanner refuses, or could not look at, is said beside its field and not kept', async () => {
    const client = site.visitor();
    const { documents } = await begin(client);
    const { varFolder } = site.config;
    const send = async (program: string, sent: File) => {
      try {
        site.config.scanCommand = [program];
        await client.post(documents, { file: sent, alt: 'Le plan', next: 'oui' });
      } finally {
        site.config.scanCommand = null;
      }
      expect(client.status).toBe(422);
      expect(client.html).toContain('value="Le plan"');
    };
    // ends with 1
    await send('false', file(mp4(), 'a.mp4'));
    expect(client.html).toContain('Un programme malveillant a été trouvé');
    await send('false', file(docx(), 'a.docx'));
    expect(client.html).toContain('Un programme malveillant a été trouvé');
    await send(join(varFolder, 'nothing-there'), file(docx(), 'a.docx'));
    expect(client.html).toContain('n’a pas pu être vérifié');
    expect(await readdir(join(varFolder, 'uploads'))).toEqual([]);
    await client.post(documents, { file: file(docx(), 'a.docx'), alt: 'Le plan', next: 'oui' });
    expect(client.status).toBe(200);
  });

  it('too large a film, or a link that is none, are said beside their field, and nothing is lost', async () => {
    const client = site.visitor();
    const { documents } = await begin(client);
    const limit = site.config.videoLimit;
    try {
      site.config.videoLimit = 11_000_000;
      const film = Buffer.concat([mp4(), box('mdat', Buffer.alloc(11_000_000, 7))]);
      await client.post(documents, {
        file: file(film, 'a.mp4'),
        alt: 'Chez moi',
        video: 'javascript:alert(1)',
        next: 'oui',
      });
    } finally {
      site.config.videoLimit = limit;
    }
    expect(client.status).toBe(422);
    expect(client.html).toContain('Ce film est trop lourd');
    expect(client.html).toContain('value="javascript:alert(1)"');
    expect(client.html).toContain('value="Chez moi"');
    await client.post(documents, { video: 'http://tube.example/', next: 'oui' });
    expect(client.status).toBe(422);
    await client.post(documents, { video: '', next: 'oui' });
    expect(client.status).toBe(200);
  });
});

describe('W2 links to films', () => {
  it.each([
    ['', ''],
    ['  https://tube.example/w/abc  ', 'https://tube.example/w/abc'],
    ['HTTPS://TUBE.example', 'https://tube.example/'],
    ['https://tube.example/"><script>', 'https://tube.example/%22%3E%3Cscript%3E'],
    ['https://p\u0430ypal.example/', 'https://xn--pypal-4ve.example/'],
  ])('%s is taken', (typed, link) => {
    expect(readVideoLink(typed)).toEqual({ ok: true, link });
  });

  it.each([
    'http://tube.example',
    'javascript:alert(1)',
    'jAvAsCrIpT:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    '//tube.example',
    'https:tube.example',
    'https://',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://moi:secret@tube.example/',
    'https://tube.example\\@pirate.example',
    'https://tube\t.example',
    'https://tube.example/\u202egpj.exe',
    'tube.example/w/abc',
  ])('%s is not', (typed) => {
    expect(readVideoLink(typed)).toEqual({ ok: false, refusal: 'link-not-https' });
  });

  it('one of over 500 characters is not', () => {
    expect(readVideoLink(`https://tube.example/${'a'.repeat(500)}`).ok).toBe(false);
  });
});
