import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../tests/site-client.ts';
import { insertOrganisation } from '../organisations/index.ts';
import type { Edition } from '../spaces/index.ts';

let site: TestSite;
let edition: Edition;
let person: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { maximumIdeas: 1000 });
  person = await makePerson(site);
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

const at = (path: string) => `/editions/${edition.slug}/${path}`;

async function begin(client: SiteClient): Promise<string> {
  await client.get(at('deposer?nouvelle=oui'));
  return client.path;
}

describe('W1 W2 what people write', () => {
  it('in title, text, category and language: shown as text on every page that shows it', async () => {
    const { client } = person;
    for (const script of SCRIPTS) {
      const text = await begin(client);
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
    await client.get(at('idees'));
    expectInert(client.html, 'list');
    await site.runJobs();
    for (const { subject } of site.mails) expect(subject).not.toMatch(/[\r\n]/);
  });

  it('in names of files and their descriptions', async () => {
    const { client } = person;
    const text = await begin(client);
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
        await client.get(`${at('idees')}?${query}`);
        expect(client.status, `${name}=${script}`).toBe(200);
        expectInert(client.html, `${name}=${script}`);
      }
    }
  });
});

describe('W9 W12 W14 what no form would send', () => {
  it('long lines, marks, NULs, deep and repeated names: told in words, never an error of ours', async () => {
    const { client } = person;
    const text = await begin(client);
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
    const text = await begin(client);
    await client.post(text, {
      title: '\u202EE\u0301te\u0301 a\u0300 İstanbul\u200b\u0000',
      body: 'Pour tous.',
      category: 'sport',
      lang: 'fr',
    });
    await client.post(text.replace('texte', 'publier'));
    expect(client.html).toContain('Été à İstanbul</h1>');
    expect(client.path).toMatch(/ete-a-istanbul$/);
    await client.get(`${at('idees')}?recherche=${encodeURIComponent('été istanbul')}`);
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
      expect([path, (await client.send(at(path))).status]).toEqual([path, 404]);
    for (const file of ['1', '..%2F..%2Fetc%2Fpasswd', '%00.webp', 'x.svg'])
      expect((await client.send(`/fichiers/${file}`)).status).toBe(404);
  });
});

describe('W3 W7 files of drafts and ideas', () => {
  it('a draft’s are seen by its holder alone, an idea’s by all, another town’s by nobody', async () => {
    const client = site.visitor();
    const text = await begin(client);
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
    const { client } = person;
    const text = await begin(client);
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

describe('R119 supporting from a page', () => {
  it('signed out: asked to sign in, and led back to what one wanted', async () => {
    const idea = await makeIdea(site, edition);
    const client = site.visitor();
    await client.post(at(`idees/${idea.number}/soutenir`));
    const back = new URLSearchParams(client.path.split('?')[1]).get('vers')!;
    expect(client.html).toContain('Connectez-vous pour soutenir cette idée');
    client.cookies.set('palabre', person.client.cookies.get('palabre')!);
    await client.get(back);
    expect(client.html).toContain('Vous vouliez soutenir cette idée');
    const list = `${at('idees')}?tri=soutenues`;
    await client.post(at(`idees/${idea.number}/soutenir`), { retour: list });
    expect(client.path).toBe(list);
    expect(client.html).toContain('Votre soutien est compté');
    await client.post(at(`idees/${idea.number}/ne-plus-soutenir`), {
      retour: '//pirate.example/',
    });
    expect(client.path).toContain(`/idees/${idea.number}-`);
  });

  it('R31 once ideas are no longer collected, nothing changes', async () => {
    const idea = await makeIdea(site, edition);
    site.travel('6 days');
    await person.client.post(at(`idees/${idea.number}/soutenir`));
    expect(person.client.status).toBe(409);
    expect(person.client.html).toContain('les soutiens ne changent plus');
    site.travel(null);
  });
});
