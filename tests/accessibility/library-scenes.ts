import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { admitMember } from '../../src/rooms/consultations/index.ts';
import { addFolder } from '../../src/rooms/documents/folder.store.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeDocument } from '../make/library.ts';
import { makeNetwork } from '../make/network.ts';
import type { MadePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** Documents of a network that somebody is inside: one of theirs in a folder, in two versions, and a copy of it. */
export async function shareDocuments(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const { space, components } = await makeNetwork(site, { kinds: ['library', 'positions'] });
  const component = components.library!;
  const act = { organisationId: site.organisationId, by: person.id };
  await inTransaction(site.db, (tx) =>
    admitMember(tx, { ...act, by: null }, space.id, { personId: person.id, endsAt: null }),
  );
  const added = await addFolder(site.db, act, component.id, { name: 'Eau', parentId: null });
  if (!added.ok) throw new Error(added.refusal);
  const { number } = await makeDocument(site, component, person, {
    folderId: added.folder.id,
    assembly: 'Conseil municipal de Fleury',
    level: 'municipal',
    result: 'adopted',
    tags: ['eau'],
    theme: 'eau',
    reach: 'public',
  });
  for (const level of ['municipal', 'regional'] as const)
    await makeDocument(site, components.positions!, person, {
      type: 'position',
      title: `Gestion publique de l’eau, échelon ${level}`,
      theme: 'Eau',
      level,
    });
  await person.client.post(urls.documentNewVersion({ document: number }), {
    formulaire: randomUUID(),
    changement: 'Le ton est plus ferme.',
    texte: 'Le conseil exige une tarification sociale de l’eau.',
  });
  await person.client.post(urls.documentReuse({ document: number }), {
    formulaire: randomUUID(),
    titre: 'Vœu pour l’eau à Orléans',
    texte: 'Le conseil d’Orléans exige une tarification sociale de l’eau.',
    portee: 'pole',
  });
  const copy = /^\/documents\/(\d+)/.exec(person.client.path)![1]!;
  const at = { space: space.slug, component: component.slug };
  const here = { document: number };
  const roles = ['resident'] as const;
  return {
    [urls.publicDocuments.pattern]: {
      path: urls.publicDocuments({ space: space.slug }),
      roles: ['anonymous', 'resident'],
    },
    [urls.spaceDocuments.pattern]: { path: urls.spaceDocuments(at), roles },
    [urls.documentComparison.pattern]: {
      path: urls.documentComparison({ space: space.slug, component: components.positions!.slug }),
      roles,
    },
    [urls.depositDocument.pattern]: { path: urls.depositDocument(at), roles },
    [urls.documentFolders.pattern]: { path: urls.documentFolders(at), roles },
    [urls.documentFolder.pattern]: { path: urls.documentFolder({ ...at, folder: 1 }), roles },
    [urls.document.pattern]: { path: urls.document(here), roles: ['anonymous', 'resident'] },
    [urls.documentChange.pattern]: { path: urls.documentChange(here), roles },
    [urls.documentNewVersion.pattern]: { path: urls.documentNewVersion(here), roles },
    [urls.documentVersion.pattern]: {
      path: urls.documentVersion({ ...here, version: 2 }),
      roles: ['anonymous', 'resident'],
    },
    [urls.documentWithdraw.pattern]: { path: urls.documentWithdraw(here), roles },
    [urls.documentReuse.pattern]: { path: urls.documentReuse(here), roles },
    [urls.documentDifferences.pattern]: {
      path: urls.documentDifferences({ document: copy }),
      roles,
    },
  };
}
