import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressIn, makeEdition } from '../../../tests/make/editions.ts';
import { startDraft } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
let person: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { maximumIdeas: 1000 });
  person = await makePerson(site, { isKnown: true });
});
afterAll(() => site.close());

/** W1 and W2: what is tried in fields, names and addresses. */
const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '[lien](javascript:alert(1))',
  '<a href="javascript:alert(1)">lien</a>',
  '&#106;avascript:alert(1)',
  'http://ville.fr@pirate.example/',
  '\u202Etxt.exe',
  '%3Cscript%3E',
];

/** No tag, handler or address of theirs stands in the page. */
function expectInert(html: string, where: string): void {
  expect(html, where).not.toMatch(/<script(?![^>]*\bsrc="\/assets\/)/i);
  expect(html, where).not.toMatch(/<(img|svg|iframe)[^>]*\b(onerror|onload|srcdoc)=/i);
  expect(html, where).not.toMatch(/(href|src|action)="\s*(javascript|data|vbscript):/i);
  expect(html, where).not.toMatch(/href="[^"]*@pirate/);
}

describe('W1 W2 what people write', () => {
  it('in title, text, category and language: shown as text on every page that shows it', async () => {
    const { client } = person;
    for (const script of SCRIPTS) {
      const text = await startDraft(client, edition);
      const fields = { title: `Idée ${script}`, body: script, category: 'sport', lang: 'fr' };
      await client.post(text, { ...fields, category: script, lang: script });
      expect(client.status).toBe(422);
      expectInert(client.html, `refused: ${script}`);
      await client.post(text, fields);
      expectInert(client.html, `${client.path}: ${script}`);
      for (const page of ['texte', 'idees-proches', 'documents', 'apercu', 'abandonner']) {
        await client.get(text.replace('texte', page));
        expectInert(client.html, `${page}: ${script}`);
      }
      await client.post(text.replace('texte', 'publier'));
      expect(client.path).toMatch(/\/idees\/\d+/);
      expectInert(client.html, `idea: ${script}`);
      await client.get(`${client.path}/modifier`);
      expectInert(client.html, `edit: ${script}`);
    }
    await client.get(addressIn(edition, 'idees'));
    expectInert(client.html, 'list');
    await site.runJobs();
    for (const { subject } of site.mails) expect(subject).not.toMatch(/[\r\n]/);
  });

  it('in names of files and their descriptions', async () => {
    const { client } = person;
    const text = await startDraft(client, edition);
    await client.post(text, { title: 'Avec images', body: 'Deux.', category: 'sport', lang: 'fr' });
    const bytes = new Uint8Array(
      await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    );
    const files = text.replace('texte', 'documents');
    for (const name of ['"><img src=x onerror=alert(1)>.png', '../../../etc/passwd.png']) {
      await client.post(files, {
        file: new File([bytes], name),
        alt: name.replace('/etc/', '<b>'),
        next: 'non',
      });
      expectInert(client.html, name);
    }
    expect(client.html).not.toContain('/etc/');
    await client.post(text.replace('texte', 'publier'));
    expectInert(client.html, 'published');
  });

  it('in every parameter of the list', async () => {
    const client = site.visitor();
    for (const script of [
      ...SCRIPTS,
      '__proto__',
      'constructor',
      '\u0000',
      '\ud800',
      '1e309',
      "'; --",
    ]) {
      for (const name of ['recherche', 'categorie', 'tri', 'page', '__proto__[a]', script]) {
        const query = new URLSearchParams([
          [name, script],
          [name, script],
        ]);
        await client.get(`${addressIn(edition, 'idees')}?${query}`);
        expect(client.status, `${name}=${script}`).toBe(200);
        expectInert(client.html, `${name}=${script}`);
      }
    }
  });
});

describe('W9 W12 W14 what no form would send', () => {
  it('long lines, marks, NULs, deep and repeated names: told in words, never an error of ours', async () => {
    const { client } = person;
    const text = await startDraft(client, edition);
    const fields = { title: 'Un titre', body: 'Un texte', category: 'sport', lang: 'fr' };
    const begun = performance.now();
    for (const body of [
      `o${'\u0301'.repeat(5000)}`,
      'a'.repeat(200_000),
      `${'a'.repeat(100_000)}!`,
      `${'http://a.'.repeat(20_000)}`,
      '(('.repeat(50_000),
      ' '.repeat(100_000),
      '\u200d'.repeat(30_000),
    ]) {
      await client.post(text, { ...fields, body });
      expect([413, 422], body.slice(0, 10)).toContain(client.status);
    }
    await client.post(text, { ...fields, body: 'x'.repeat(1_000_000) });
    expect(client.status).toBe(413);
    expect(performance.now() - begun).toBeLessThan(15_000);
    const sent = async (
      body: string | URLSearchParams,
      type = 'application/x-www-form-urlencoded',
    ) =>
      (
        await client.send(text, fields, {}).then(() =>
          site.fetch(
            new Request(`http://localhost${text}`, {
              method: 'POST',
              body,
              headers: {
                origin: 'http://localhost',
                'content-type': type,
                cookie: `palabre=${client.cookies.get('palabre')}`,
              },
            }),
          ),
        )
      ).status;
    expect(await sent('title=a&title=b')).toBe(400);
    expect(await sent('{"title":"a","title":"b"}', 'application/json')).toBe(415);
    expect(await sent('title=%ff%fe%00&body=%00')).toBe(422);
    expect(await sent('__proto__[category]=sport&constructor=1')).toBe(422);
    expect(await sent(`${'a['.repeat(5000)}=1`)).toBe(422);
    expect(await sent('--x\r\nbroken', 'multipart/form-data; boundary=x')).toBe(400);
  });

  it('NFC and NFD, Turkish i, directions: one spelling, and what nobody sees is gone', async () => {
    const { client } = person;
    const text = await startDraft(client, edition);
    await client.post(text, {
      title: '\u202EE\u0301te\u0301 a\u0300 İstanbul\u200b\u0000',
      body: 'Pour tous.',
      category: 'sport',
      lang: 'fr',
    });
    await client.post(text.replace('texte', 'publier'));
    expect(client.html).toContain('Été à İstanbul</h1>');
    expect(client.path).toMatch(/ete-a-istanbul$/);
    await client.get(
      `${addressIn(edition, 'idees')}?recherche=${encodeURIComponent('été istanbul')}`,
    );
    expect(client.html).toContain('Été à İstanbul');
  });

  it('addresses with what is no number, no draft, no file', async () => {
    const { client } = person;
    for (const path of [
      'idees/%00',
      'idees/1e3',
      'idees/-1',
      'idees/12345678901234567890',
      'idees/__proto__',
      'idees/1%2F..',
      'deposer/1/texte',
      'deposer/__proto__/apercu',
      "deposer/' or 1=1/documents",
    ])
      expect([path, (await client.send(addressIn(edition, path))).status]).toEqual([path, 404]);
    for (const file of ['1', '..%2F..%2Fetc%2Fpasswd', '%00.webp', 'x.svg'])
      expect((await client.send(`/fichiers/${file}`)).status).toBe(404);
  });
});
