import * as m from '../../paraglide/messages.js';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { addFolder, changeFolder, listFolders, removeFolder } from './folder.store.ts';
import { type Folder, type FolderRefusal, mayTend, refuseName } from './folder.ts';
import { FolderPage, FoldersPage } from './folders.page.tsx';
import { loadToDeposit, type Place } from './place.routes.ts';
import { readQuota } from './quota.ts';
import { findQuota, setQuota } from './storage.store.ts';
import { folderProblems } from './words.page.ts';

const MIB = 1024 * 1024;

/** Whoever adds documents arranges them in folders; whoever made a folder, and the team, change it (R149). */
export const foldersRoutes: readonly Route[] = [
  get(urls.documentFolders, 'signed-in', async (visit) => {
    const place = await loadToDeposit(visit);
    const dossier = visit.url.searchParams.get('dossier') ?? '';
    return showFolders(visit, place, { typed: { nom: '', dossier } });
  }),

  post(urls.documentFolders, 'signed-in', async (visit) => {
    const place = await loadToDeposit(visit);
    const { db, organisation, visitor } = visit;
    const typed = await readTyped(visit);
    const parent = await findParent(visit, place, typed.dossier);
    const refusal = refuseName(typed.nom);
    if (refusal) return showFolders(visit, place, { typed, problems: refused(refusal) });
    const act = { organisationId: organisation.id, by: visitor.id };
    const done = await addFolder(db, act, place.component.id, {
      name: typed.nom,
      parentId: parent,
    });
    return done.ok
      ? seeOther(
          visit,
          urls.spaceDocuments(addressOf(place), { dossier: String(done.folder.number) }),
          'document-folder-added',
        )
      : showFolders(visit, place, { typed, problems: refused(done.refusal) });
  }),

  get(urls.documentFolder, 'signed-in', async (visit) => {
    const { place, folder, all } = await loadFolder(visit);
    const parent = all.find(({ id }) => id === folder.parentId);
    const typed = { nom: folder.name, dossier: parent ? String(parent.number) : '' };
    return showFolder(visit, place, folder, all, { typed });
  }),

  post(urls.documentFolder, 'signed-in', async (visit) => {
    const { place, folder, all } = await loadFolder(visit);
    const { db, organisation, visitor } = visit;
    const typed = await readTyped(visit);
    const version = readNumber((await visit.form()).text('version')) ?? 0;
    const parentId = await findParent(visit, place, typed.dossier);
    const refusal = refuseName(typed.nom);
    if (refusal)
      return showFolder(visit, place, folder, all, { typed, problems: refused(refusal) });
    const act = { organisationId: organisation.id, by: visitor.id };
    const done = await changeFolder(db, act, { ...folder, version }, { name: typed.nom, parentId });
    return done.ok
      ? seeOther(visit, urls.documentFolders(addressOf(place)), 'document-folder-changed')
      : showFolder(visit, place, folder, all, { typed, problems: refused(done.refusal) });
  }),

  post(urls.documentFolderRemove, 'signed-in', async (visit) => {
    const { place, folder } = await loadFolder(visit);
    const { db, organisation, visitor } = visit;
    const done = await removeFolder(
      db,
      { organisationId: organisation.id, by: visitor.id },
      folder,
    );
    return seeOther(
      visit,
      urls.documentFolders(addressOf(place)),
      done.ok ? 'document-folder-removed' : 'document-folder-stays',
    );
  }),

  post(urls.documentQuota, 'signed-in', async (visit) => {
    const place = await loadToDeposit(visit);
    if (!place.space.isTeam) throw notFound('component');
    const { db, organisation } = visit;
    const form = await visit.form();
    const typedQuota = { espace: form.text('espace'), personne: form.text('personne') };
    const space = readQuota(typedQuota.espace);
    const person = readQuota(typedQuota.personne);
    if (space === null || person === null)
      return showFolders(visit, place, {
        typedQuota,
        problems: {
          ...(space === null && { espace: m.documents_problem_quota() }),
          ...(person === null && { personne: m.documents_problem_quota() }),
        },
      });
    await setQuota(db, organisation.id, place.space.id, { space, person });
    return seeOther(visit, urls.documentFolders(addressOf(place)), 'document-quota-set');
  }),
];

const addressOf = ({ space, component }: Place) => ({
  space: space.slug,
  component: component.slug,
});

async function readTyped(visit: SignedInVisit): Promise<{ nom: string; dossier: string }> {
  const form = await visit.form();
  return { nom: form.text('nom').replaceAll(/\s+/g, ' '), dossier: form.text('dossier') };
}

async function findParent(
  { db, organisation }: SignedInVisit,
  { component }: Place,
  typed: string,
): Promise<string | null> {
  const number = readNumber(typed);
  const all = number === null ? [] : await listFolders(db, organisation.id, component.id);
  return all.find((one) => one.number === number)?.id ?? null;
}

/** The folder of the address, for who may change it; to others there is no such page. */
async function loadFolder(visit: SignedInVisit<'space' | 'component' | 'folder'>) {
  const place = await loadToDeposit(visit);
  const { db, organisation, visitor, params } = visit;
  const all = await listFolders(db, organisation.id, place.component.id);
  const number = readNumber(params.folder);
  const folder = found(
    all.find((one) => one.number === number),
    'folder',
  );
  return {
    place,
    all,
    folder: found(mayTend(visitor, folder, place.space) ? folder : null, 'folder'),
  };
}

/** A refusal beside the field that it is about. */
const refused = (refusal: FolderRefusal): Problems => ({
  [refusal === 'too-deep' || refusal === 'inside-itself'
    ? 'dossier'
    : refusal.startsWith('name')
      ? 'nom'
      : 'form']: folderProblems[refusal](),
});

async function showFolders(
  visit: SignedInVisit,
  place: Place,
  shown: {
    typed?: { nom: string; dossier: string };
    typedQuota?: { espace: string; personne: string };
    problems?: Problems;
  },
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { space, component } = place;
  const { problems = {} } = shown;
  const faulty = Object.keys(problems).length > 0;
  const [beside, folders, quota] = await Promise.all([
    showBeside(visit, space, component),
    listFolders(db, organisation.id, component.id),
    findQuota(db, organisation.id, space.id, visitor.id),
  ]);
  const usual = {
    espace: String(Math.round(quota.space.most / MIB)),
    personne: String(Math.round(quota.person.most / MIB)),
  };
  return page({
    title: m.documents_folders_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <FoldersPage
        space={space}
        component={component}
        beside={beside}
        folders={folders}
        typed={shown.typed ?? { nom: '', dossier: '' }}
        tended={new Set(folders.filter((one) => mayTend(visitor, one, space)).map(({ id }) => id))}
        quota={quota}
        typedQuota={space.isTeam ? (shown.typedQuota ?? usual) : null}
        problems={problems}
      />
    ),
  });
}

async function showFolder(
  visit: SignedInVisit,
  { space, component }: Place,
  folder: Folder,
  folders: readonly Folder[],
  { typed, problems = {} }: { typed: { nom: string; dossier: string }; problems?: Problems },
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.documents_folder_title({ name: folder.name }),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <FolderPage
        space={space}
        component={component}
        beside={await showBeside(visit, space, component)}
        folder={folder}
        folders={folders}
        typed={typed}
        version={folder.version}
        problems={problems}
      />
    ),
  });
}
