import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFields, makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { pdfThat } from '../../../tests/make/pdfs.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { setQuota } from './storage.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const library = async () => {
  const { space, components } = await makeNetwork(site, { kinds: ['library'] });
  const component = components.library!;
  return { space, component, at: { space: space.slug, component: component.slug } };
};

const pdf = (name = 'voeu.pdf') =>
  new File([new Uint8Array(pdfThat(''))], name, { type: 'application/pdf' });

describe('the library of a network', () => {
  it('R149 R150 a member deposits a wish with its metadata and its file; others read and download it', async () => {
    const { space, at } = await library();
    const { client, nickname } = await makeInsider(site, space);
    await client.get(urls.spaceDocuments(at));
    expect(client.main).toContain(urls.depositDocument(at));
    await client.get(urls.depositDocument(at));
    expect(client.status).toBe(200);
    await client.post(urls.depositDocument(at), documentFields({ fichier: pdf() }));
    expect(client.status).toBe(200);
    expect(client.path).toMatch(/^\/documents\/\d+-voeu-pour-une-eau-publique$/);
    for (const words of [
      'Vœu',
      'Adopté',
      'Conseil municipal de Fleury',
      'Municipal',
      '12 mars 2026',
    ])
      expect(client.main.replaceAll('\u00a0', ' ')).toContain(words);
    expect(client.main).toContain('<strong>sociale</strong>');
    const other = (await makeInsider(site, space)).client;
    await other.get(client.path);
    expect(other.main).toContain(nickname);
    const [, file] = /href="([^"]+\/fichier)"/.exec(other.main)!;
    const sent = await other.send(file!);
    expect(sent.status).toBe(200);
    expect(sent.headers.get('cache-control')).toBe('private, no-store');
    expect(sent.headers.get('content-disposition')).toContain('voeu.pdf');
    expect(
      Buffer.from(await sent.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('R149 what is wrong is said beside its field, and the file that came stays', async () => {
    const { space, at } = await library();
    const { client } = await makeInsider(site, space);
    const fields = documentFields({ titre: '', texte: '', fichier: pdf('statuts.pdf') });
    await client.post(urls.depositDocument(at), fields);
    expect(client.status).toBe(422);
    expect(client.main).toContain('id="titre-error"');
    expect(client.main).toContain('statuts.pdf');
    const [, received] = /name="fichier-recu" value="([^"]+)"/.exec(client.main)!;
    await client.post(
      urls.depositDocument(at),
      documentFields({ texte: '', 'fichier-recu': received! }),
    );
    expect(client.status).toBe(200);
    expect(client.main).toContain('statuts.pdf');
  });

  it('R149 sent twice, a form makes one document', async () => {
    const { space, component, at } = await library();
    const { client } = await makeInsider(site, space);
    const fields = documentFields();
    await Promise.all(
      Array.from({ length: 4 }, () => client.send(urls.depositDocument(at), fields)),
    );
    const { documents } = await site.db
      .selectFrom('document')
      .select((of) => of.fn.countAll<number>().as('documents'))
      .where('component_id', '=', component.id)
      .executeTakeFirstOrThrow();
    expect(Number(documents)).toBe(1);
  });

  it('R149 a new version says what changed; the former one is still read', async () => {
    const { space, component } = await library();
    const author = await makeInsider(site, space);
    const document = await makeDocument(site, component, author);
    const at = { document: document.number };
    await author.client.post(urls.documentNewVersion(at), {
      texte: 'Un autre texte.',
      changement: '',
    });
    expect(author.client.status).toBe(422);
    await author.client.post(urls.documentNewVersion(at), {
      texte: 'Le conseil exige une tarification sociale de l’eau.',
      changement: 'Le ton est plus ferme.',
    });
    expect(author.client.main).toContain('exige');
    expect(author.client.main).toContain('Le ton est plus ferme.');
    await author.client.get(urls.documentVersion({ ...at, version: 1 }));
    expect(author.client.main).toContain('demande');
    await author.client.get(urls.documentVersion({ ...at, version: 2 }));
    expect(author.client.main).toMatch(/<del>.*demande/s);
    expect(author.client.main).toMatch(/<ins>.*exige/s);
  });

  it('R149 the metadata are changed by who wrote it and by the team, nobody else; two changes at once do not cross', async () => {
    const { space, component } = await library();
    const author = await makeInsider(site, space);
    const other = await makeInsider(site, space);
    const team = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const { number } = await makeDocument(site, component, author);
    const at = { document: number };
    for (const address of [
      urls.documentChange(at),
      urls.documentNewVersion(at),
      urls.documentWithdraw(at),
    ]) {
      await other.client.get(address);
      expect(other.client.status).toBe(404);
      await other.client.post(address, documentFields());
      expect(other.client.status).toBe(404);
    }
    await author.client.post(
      urls.documentChange(at),
      documentFields({ version: '1', titre: 'Eau publique' }),
    );
    expect(author.client.main).toContain('Eau publique');
    await team.client.post(
      urls.documentChange(at),
      documentFields({ version: '1', titre: 'Régie' }),
    );
    expect(team.client.status).toBe(409);
    await team.client.post(
      urls.documentChange(at),
      documentFields({ version: '2', titre: 'Régie' }),
    );
    expect(team.client.main).toContain('Régie');
  });

  it('R149 withdrawn, its text, its file and its page are gone, and the room it took is free', async () => {
    const { space, at } = await library();
    const { client } = await makeInsider(site, space);
    await client.post(urls.depositDocument(at), documentFields({ fichier: pdf() }));
    const { path } = client;
    const [, file] = /href="([^"]+\/fichier)"/.exec(client.main)!;
    await client.post(`${path}/retirer`);
    expect(client.status).toBe(200);
    await client.get(path);
    expect(client.status).toBe(404);
    expect((await client.send(file!)).status).toBe(404);
    const taken = await site.db
      .selectFrom('document_storage')
      .select('bytes')
      .where('space_id', '=', space.id)
      .executeTakeFirstOrThrow();
    expect(taken.bytes).toBe(0);
  });

  it('R149 the quota of a person and of a space holds, ten uploads at once included; words say how much is left', async () => {
    const { space, component, at } = await library();
    const { client } = await makeInsider(site, space);
    const { size } = pdf();
    await setQuota(site.db, site.organisationId, space.id, { space: size * 3, person: size * 2 });
    await client.get(urls.depositDocument(at));
    expect(client.main.replaceAll('\u00a0', ' ')).toContain('Il vous reste');
    const sent = await Promise.all(
      Array.from({ length: 6 }, () =>
        client.send(urls.depositDocument(at), documentFields({ fichier: pdf() })),
      ),
    );
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(2);
    expect(sent.filter(({ status }) => status === 422)).toHaveLength(4);
    const other = (await makeInsider(site, space)).client;
    await other.post(urls.depositDocument(at), documentFields({ fichier: pdf() }));
    expect(other.status).toBe(200);
    await other.post(urls.depositDocument(at), documentFields({ fichier: pdf() }));
    expect(other.status).toBe(422);
    expect(other.main).toContain('id="fichier-error"');
    expect(component.kind).toBe('library');
  });
});
