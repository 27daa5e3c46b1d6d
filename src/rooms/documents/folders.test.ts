import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { addFolder, changeFolder, listFolders } from './folder.store.ts';
import { DEEPEST, type Folder, heightOf, pathTo, refuseMove } from './folder.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const setting = async () => {
  const { space, components } = await makeNetwork(site, { kinds: ['library'] });
  const component = components.library!;
  const person = await makeInsider(site, space);
  const act = { organisationId: site.organisationId, by: person.id };
  const add = async (name: string, parentId: string | null = null): Promise<Folder> => {
    const done = await addFolder(site.db, act, component.id, { name, parentId });
    if (!done.ok) throw new Error(done.refusal);
    return done.folder;
  };
  return {
    space,
    component,
    person,
    act,
    add,
    at: { space: space.slug, component: component.slug },
  };
};

describe('folders', () => {
  it('R149 whatever moves are allowed, a tree stays one, six floors deep at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(7), fc.option(fc.nat(7), { nil: null })), { maxLength: 40 }),
        (moves) => {
          const all = Array.from({ length: 8 }, (_, at) => ({
            id: String(at),
            parentId: null as string | null,
            depth: 1,
          }));
          for (const [moved, into] of moves) {
            const folder = all[moved]!;
            const parent = into === null ? null : all[into]!;
            if (refuseMove(folder, parent, all)) continue;
            const by = (parent?.depth ?? 0) + 1 - folder.depth;
            const inside = all.filter((one) => isIn(one, folder, all));
            folder.parentId = parent?.id ?? null;
            for (const one of inside) one.depth += by;
          }
          for (const one of all) {
            expect(one.depth).toBeLessThanOrEqual(DEEPEST);
            expect(heightOf(one, all) + one.depth - 1).toBeLessThanOrEqual(DEEPEST);
          }
        },
      ),
    );
  });

  it('R149 one makes them, puts documents in, renames and moves them; names are taken once', async () => {
    const { person, component, at, add } = await setting();
    const water = await add('Eau');
    const { client } = person;
    await client.post(urls.documentFolders(at), { nom: 'Régie', dossier: String(water.number) });
    expect(client.main).toContain('Régie');
    await client.post(urls.documentFolders(at), { nom: 'régie', dossier: String(water.number) });
    expect(client.status).toBe(422);
    const document = await makeDocument(site, component, person);
    await client.post(urls.documentMove({ document: document.number }), {
      dossier: String(water.number),
    });
    await client.get(urls.spaceDocuments(at));
    expect(client.main).not.toContain(document.title);
    expect(client.main).toContain('1 document');
    await client.get(urls.spaceDocuments(at, { dossier: String(water.number) }));
    expect(client.main).toContain(document.title);
    await client.post(urls.documentFolder({ ...at, folder: water.number }), {
      nom: 'Eaux',
      version: '1',
    });
    expect(client.main).toContain('Eaux');
    // what is not empty stays
    await client.post(urls.documentFolderRemove({ ...at, folder: water.number }));
    const all = await listFolders(site.db, site.organisationId, component.id);
    expect(pathTo(all.find(({ name }) => name === 'Régie')!, all).map(({ name }) => name)).toEqual([
      'Eaux',
      'Régie',
    ]);
  });

  it('R149 two moves at once make no circle', async () => {
    const { component, act, add } = await setting();
    const [one, two] = [await add('Un'), await add('Deux')];
    const done = await Promise.all([
      changeFolder(site.db, act, one, { name: 'Un', parentId: two.id }),
      changeFolder(site.db, act, two, { name: 'Deux', parentId: one.id }),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const all = await listFolders(site.db, site.organisationId, component.id);
    expect(all.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  });

  it('W3 another member changes none of them', async () => {
    const { space, at, add } = await setting();
    const { number } = await add('Eau');
    const { client } = await makeInsider(site, space);
    const here = { ...at, folder: number };
    expect((await client.send(urls.documentFolder(here))).status).toBe(404);
    expect((await client.send(urls.documentFolder(here), { nom: 'X', version: '1' })).status).toBe(
      404,
    );
    expect((await client.send(urls.documentFolderRemove(here), {})).status).toBe(404);
    expect(
      (await client.send(urls.documentQuota(at), { espace: '20', personne: '20' })).status,
    ).toBe(404);
  });
});

const isIn = (
  one: { id: string; parentId: string | null },
  folder: { id: string },
  all: readonly { id: string; parentId: string | null }[],
): boolean => {
  if (one.id === folder.id) return true;
  const parent = all.find(({ id }) => id === one.parentId);
  return parent ? isIn(parent, folder, all) : false;
};
