import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { type DocumentType, REACHES } from './document.ts';
import { publicIds } from './public.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const KINDS = { reports: 'report', solutions: 'solution', library: 'wish' } as const;

/** A network with a document of each reach in each of some kinds. */
async function makeShown(word = 'passerelle') {
  const { space, components } = await makeNetwork(site, {
    kinds: Object.keys(KINDS) as (keyof typeof KINDS)[],
  });
  const author = await makeInsider(site, space);
  for (const [kind, type] of Object.entries(KINDS))
    for (const reach of REACHES)
      await makeDocument(site, components[kind]!, author, {
        type: type as DocumentType,
        title: `Secret ${reach} ${type}`,
        place: type === 'solution' ? 'Orléans' : '',
        text: `Une ${word} ${reach}.`,
        level: 'municipal',
        reach,
      });
  return { space, components, author };
}

describe('what everybody reads of a network', () => {
  it('W3 R140 R142 R145 the showcase shows the newest public documents by kind, and nothing of the others', async () => {
    const { space, author } = await makeShown();
    const visitor = site.visitor();
    await visitor.get(urls.space({ space: space.slug }));
    for (const words of ['Comptes rendus de mandat', 'Solutions locales', 'Textes des assemblées'])
      expect(visitor.main).toContain(words);
    for (const type of Object.values(KINDS))
      expect(visitor.main).toContain(`Secret public ${type}`);
    expect(visitor.main).not.toMatch(/Secret (pole|network)/);
    expect(visitor.main).toContain(author.nickname);
    expect(visitor.main).toContain(urls.publicDocuments({ space: space.slug }, { type: 'report' }));
  });

  it('W3 R140 the public list is the same for a stranger and a member; filters by type and level', async () => {
    const { space, author } = await makeShown();
    const at = { space: space.slug };
    for (const client of [site.visitor(), author.client]) {
      await client.get(urls.publicDocuments(at));
      expect(client.status).toBe(200);
      for (const type of Object.values(KINDS))
        expect(client.main).toContain(`Secret public ${type}`);
      expect(client.main).not.toMatch(/Secret (pole|network)/);
      await client.get(urls.publicDocuments(at, { type: 'wish', niveau: 'municipal' }));
      expect(client.main).toContain('Secret public wish');
      expect(client.main).not.toContain('Secret public report');
      await client.get(urls.publicDocuments(at, { niveau: 'european', apres: 'x', type: 'x' }));
      expect(client.main).toContain('Aucun document ne correspond');
    }
  });

  it('W3 R140 hidden and withdrawn documents, a hidden component, a network in preparation: nobody finds them', async () => {
    const { space, components } = await makeShown('girouette');
    const at = { space: space.slug };
    const visitor = site.visitor();
    await sql`update document set hidden_at = palabre_now()
      where component_id = ${components.library!.id}`.execute(site.db);
    await sql`update component set hidden_at = palabre_now()
      where id = ${components.reports!.id}`.execute(site.db);
    await visitor.get(urls.publicDocuments(at));
    expect(visitor.main).toContain('Secret public solution');
    expect(visitor.main).not.toMatch(/Secret public (wish|report)/);
    site.memory.forgetAll();
    await visitor.get(urls.search({ q: 'girouette' }));
    expect(visitor.main).toContain('Secret public solution');
    expect(visitor.main).not.toMatch(/Secret public (wish|report)/);
    const prepared = await makeNetwork(site, { kinds: ['library'], open: false });
    expect(
      (await visitor.send(urls.publicDocuments({ space: prepared.space.slug }))).status,
    ).not.toBe(200);
    const closed = await makeNetwork(site, { kinds: ['library'], kind: 'consultation' });
    expect((await visitor.send(urls.publicDocuments({ space: closed.space.slug }))).status).toBe(
      404,
    );
  });

  it('W3 R149 R198 the search of the site finds public documents for everybody, the others for who is inside', async () => {
    const { space, components, author } = await makeShown();
    await sql`update document set title = replace(title, 'Secret', 'Hippocampe')
      where component_id = ${components.library!.id}`.execute(site.db);
    const search = async (client: typeof author.client, more = {}) => {
      site.memory.forgetAll();
      await client.get(urls.search({ q: 'hippocampe', ...more }));
      return client.main.replaceAll(/<\/?mark>/g, '');
    };
    const foreign = await makeInsider(site, (await makeNetwork(site)).space);
    for (const client of [site.visitor(), foreign.client]) {
      const found = await search(client);
      expect(found).toContain('Hippocampe public wish');
      expect(found).not.toMatch(/Hippocampe (pole|network)/);
    }
    const inside = await search(author.client, { edition: `espace/${space.slug}` });
    for (const reach of REACHES) expect(inside).toContain(`Hippocampe ${reach} wish`);
    expect(await search(author.client, { dans: 'documents' })).toContain('Hippocampe pole wish');
  });

  it('R149 pages follow each other without a gap, each walking the index of its component', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['library', 'methods'] });
    const author = await makeInsider(site, space);
    for (let number = 1; number <= 32; number += 1)
      await makeDocument(site, components[number % 2 ? 'library' : 'methods']!, author, {
        type: number % 2 ? 'wish' : 'method',
        title: `Texte n${number}.`,
        reach: 'public',
      });
    const visitor = site.visitor();
    await visitor.get(urls.publicDocuments({ space: space.slug }));
    const first = [...visitor.main.matchAll(/Texte n(\d+)\./g)].map(([, number]) => number);
    const [, next] = /href="([^"]*apres=[^"]+)"/.exec(visitor.main)!;
    await visitor.get(next!.replaceAll('&amp;', '&'));
    const second = [...visitor.main.matchAll(/Texte n(\d+)\./g)].map(([, number]) => number);
    expect(new Set([...first, ...second]).size).toBe(32);
    expect(second).toHaveLength(2);
    await site.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const componentIds = Object.values(components).map(({ id }) => id);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${publicIds(
        site.organisationId,
        { componentIds },
        31,
      )}`.execute(tx);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('document_public');
    });
  });
});
