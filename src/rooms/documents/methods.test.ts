import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('method sheets', () => {
  it('R143 are kept with their tags, found by one of them, and taken up elsewhere', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['methods'] });
    const member = await makeInsider(site, space);
    const method = { type: 'method', reach: 'pole' } as const;
    await makeDocument(site, components.methods!, member, {
      ...method,
      title: 'Préparer un conseil avec les habitant·es',
      tags: ['conseil', 'débat'],
    });
    await makeDocument(site, components.methods!, member, {
      ...method,
      title: 'Tirer au sort un jury',
      tags: ['tirage au sort'],
    });
    const at = { space: space.slug, component: components.methods!.slug };
    await member.client.get(urls.spaceDocuments(at, { etiquette: 'débat' }));
    expect(member.client.main).toContain('Préparer un conseil');
    expect(member.client.main).not.toContain('Tirer au sort');
    await member.client.get(urls.spaceDocuments(at, { mots: 'jury' }));
    expect(member.client.main).toContain('Tirer au sort');
    expect(member.client.main).not.toContain('Préparer un conseil');
  });
});
