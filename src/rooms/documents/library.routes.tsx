import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { findByNicknameKeys, listPublicNicknames, nicknameKey } from '../identity/index.ts';
import { readNumber } from '../spaces/index.ts';
import { isFiltered, readFilter } from './document-list.ts';
import { countInFolders, listDocuments, listThemes } from './document-list.store.ts';
import { pathTo } from './folder.ts';
import { listFolders } from './folder.store.ts';
import { LibraryPage } from './library.page.tsx';
import { loadPlace, type Place } from './place.routes.ts';

/** The documents of a component (R149). */
export const libraryRoutes: readonly Route[] = [
  get(urls.spaceDocuments, 'anyone', async (visit) => showLibrary(visit, await loadPlace(visit))),
];

async function showLibrary(visit: Visit, place: Place): Promise<Answer> {
  const { db, organisation, url } = visit;
  const { space, component, reaches } = place;
  const asked = (name: string) => url.searchParams.get(name);
  const filter = readFilter(asked);
  const all = await listFolders(db, organisation.id, component.id);
  const number = asked('dossier');
  const folder =
    number === null ? null : found(all.find((one) => one.number === readNumber(number)), 'folder');
  const authorId = filter.author === null ? undefined : await findAuthor(visit, filter.author);
  const [beside, { documents, next }, inFolders, themes] = await Promise.all([
    showBeside(visit, space, component),
    listDocuments(db, organisation.id, {
      componentId: component.id,
      ...(!isFiltered(filter) && { folderId: folder?.id ?? null }),
      filter,
      reaches,
      ...(authorId !== undefined && { authorId }),
      after: asked('apres'),
    }),
    countInFolders(db, organisation.id, component.id),
    listThemes(db, organisation.id, component.id, reaches),
  ]);
  const ids = documents.flatMap((document) => document.authorId ?? []);
  return page({
    title: folder?.name ?? component.title,
    section: 'participation',
    body: (
      <LibraryPage
        space={space}
        component={component}
        beside={beside}
        path={pathTo(folder, all)}
        folders={all
          .filter(({ parentId }) => parentId === (folder?.id ?? null))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))}
        inFolders={inFolders}
        documents={documents}
        authors={await listPublicNicknames(db, organisation.id, ids)}
        next={next}
        filter={filter}
        themes={themes}
        reaches={reaches}
        look={asked('vue') === 'grille' ? 'cards' : 'rows'}
        mayDeposit={place.mayDeposit}
      />
    ),
  });
}

/** Id of the person of that nickname; null: nobody's, so that nothing is found. */
async function findAuthor({ db, organisation }: Visit, nickname: string): Promise<string | null> {
  const key = nicknameKey(nickname);
  return (await findByNicknameKeys(db, organisation.id, [key])).get(key) ?? null;
}
