import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx } from '../../../tests/make/documents.ts';
import { documentFields } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { writePdf } from '../../../tests/make/pdfs.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { PAGE_SIZE } from './document-list.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const setting = async () => {
  const { space, components } = await makeNetwork(site, { kinds: ['library'] });
  const component = components.library!;
  const { client, id } = await makeInsider(site, space);
  return { space, component, id, client, at: { space: space.slug, component: component.slug } };
};

const wordFile = (words: string) =>
  new File(
    [new Uint8Array(docx({ body: `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>` }))],
    'voeu.docx',
  );

describe('what files say', () => {
  it('R149 R150 W1 the words of a docx are found, shown as words, and compared with those of the next version', async () => {
    const { client, at } = await setting();
    const fichier = wordFile('La cantine passe en régie &lt;script&gt;alert(1)&lt;/script&gt;');
    await client.post(urls.depositDocument(at), documentFields({ texte: '', fichier }));
    const { path } = client;
    expect(client.main).toContain('Nous lisons ce fichier');
    await client.get(urls.spaceDocuments(at, { mots: 'cantines' }));
    expect(client.main).not.toContain(path);
    await site.runJobs();
    await client.get(path);
    expect(client.main).toContain('La cantine passe en régie');
    expect(client.html).not.toContain('<script>alert');
    await client.get(urls.spaceDocuments(at, { mots: 'cantines' }));
    expect(client.main).toContain(path);
    await client.post(`${path}/nouvelle-version`, {
      changement: 'Bio',
      texte: '',
      fichier: wordFile('La cantine bio passe en régie publique'),
    });
    await site.runJobs();
    await client.get(`${path}/versions/2`);
    expect(client.main).toMatch(/<ins>.*bio/s);
    // what an older version said is found no more
    await client.get(urls.spaceDocuments(at, { mots: 'alert' }));
    expect(client.main).not.toContain(path);
  });

  it('R149 W3 the first pages of a PDF are pictures, for who reads the document alone; withdrawn, they are gone', async () => {
    const { client, at } = await setting();
    const bytes = await writePdf(['Première page de la délibération', 'Seconde page']);
    const fichier = new File([new Uint8Array(bytes)], 'deliberation.pdf');
    await client.post(urls.depositDocument(at), documentFields({ texte: '', fichier }));
    const { path } = client;
    await site.runJobs();
    await client.get(path);
    const picture = `${path}/versions/1/pages/2`;
    expect(client.main).toContain(picture);
    expect(client.main).toContain('Seconde page');
    const drawn = await client.send(picture);
    expect(drawn.headers.get('content-type')).toBe('image/webp');
    expect(drawn.headers.get('cache-control')).toBe('private, no-store');
    expect((await site.visitor().send(picture)).status).toBe(403);
    expect((await client.send(`${path}/versions/1/pages/3`)).status).toBe(404);
    const [file] = await site.db.selectFrom('document_page').select('file_id').execute();
    expect((await site.visitor().send(`/fichiers/${file!.file_id}.webp`)).status).toBe(404);
    await client.post(`${path}/retirer`);
    expect((await client.send(picture)).status).toBe(404);
    expect(await site.db.selectFrom('document_page').select('page').execute()).toEqual([]);
  });

  it('R149 R150 lists, filters and searches of 20,000 documents go by indexes, keyset after keyset', async () => {
    const { client, component, id, at } = await setting();
    await sql`insert into document (organisation_id, number, component_id, author_id, type, title, summary, reach, level, theme, made_from, changed_at)
      select ${site.organisationId}, 100000 + n, ${component.id}, ${id}, case n % 3 when 0 then 'wish' when 1 then 'motion' else 'question' end,
        'Document ' || n, case n % 400 when 0 then 'tramway' else 'eau' end, 'pole', case n % 50 when 0 then 'european' else 'municipal' end, 'eau',
        gen_random_uuid(), palabre_now() - n * interval '1 minute'
      from generate_series(1, 20000) as n`.execute(site.db);
    // what a GIN index keeps aside until it has time, as autovacuum does
    await sql`vacuum analyze document`.execute(site.db);
    const plan = async (where: string) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from document
        where organisation_id = ${sql.lit(site.organisationId)} and component_id = ${sql.lit(component.id)}
          and withdrawn_at is null and hidden_at is null and ${sql.raw(where)}
        order by changed_at desc, id desc limit 31`.execute(site.db);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await plan('folder_id is null')).toMatch(/document_(in_folder_)?by_time/);
    expect(await plan("type = 'wish'")).toMatch(/document_by_(type|time)/);
    expect(
      await plan(`id = any(array(select d.id from document d where d.organisation_id = '${site.organisationId}'
        and d.component_id = '${component.id}' and d.words @@ (select words_query(array['tramway']))))`),
    ).toContain('document_words');
    await client.get(urls.spaceDocuments(at));
    const first = [...client.main.matchAll(/\/documents\/(1\d{5})-/g)].map(([, number]) => number);
    expect(new Set(first).size).toBe(PAGE_SIZE);
    const [, next] = /href="([^"]*apres=[^"]*)"/.exec(client.main)!;
    await client.get(next!.replaceAll('&amp;', '&'));
    const second = [...client.main.matchAll(/\/documents\/(1\d{5})-/g)].map(([, number]) => number);
    expect(new Set([...first, ...second]).size).toBe(2 * PAGE_SIZE);
    await client.get(urls.spaceDocuments(at, { mots: 'tramway', niveau: 'european' }));
    expect(client.main).toContain('Document 400<');
    expect(client.main).not.toContain('Document 401<');
  }, 60_000);
});
