import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type Visit } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { loadSpace, showBeside } from '../consultations/index.routes.ts';
import { findByNicknameKeys, listPublicNicknames, nicknameKey } from '../identity/index.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { nameMandates } from './authors.routes.ts';
import { countInFolders, listDocuments, listPlaced, listThemes } from './document-list.store.ts';
import { isFiltered, readFilter, readLook } from './document-list.ts';
import { listFolders } from './folder.store.ts';
import { pathTo } from './folder.ts';
import { LibraryPage, titleOf } from './library.page.tsx';
import { loadPlace, type Place } from './place.routes.ts';

/** The documents of a component (R149). */
export const libraryRoutes: readonly Route[] = [
  get(urls.spaceDocuments, 'anyone', async (visit) => showLibrary(visit, await loadPlace(visit))),
];

async function showLibrary(visit: Visit<'space' | 'component'>, place: Place): Promise<Answer> {
  const { db, organisation, url } = visit;
  const { space, component, reaches } = place;
  const asked = (name: string) => url.searchParams.get(name);
  const filter = readFilter(asked);
  const all = await listFolders(db, organisation.id, component.id);
  const number = asked('dossier');
  // how documents are arranged is told inside only
  const folder =
    number === null || !place.isInside
      ? null
      : found(
          all.find((one) => one.number === readNumber(number)),
          'folder',
        );
  const authorId = filter.author === null ? undefined : await findAuthor(visit, filter.author);
  const listed = {
    componentId: component.id,
    ...(!isFiltered(filter) && place.isInside && { folderId: folder?.id ?? null }),
    filter,
    reaches,
    ...(authorId !== undefined && { authorId }),
  };
  const isMapped = component.kind === 'solutions';
  const [beside, { documents, next }, inFolders, themes, placed, ground] = await Promise.all([
    place.isInside ? showBeside(visit, space, component) : { theme: null, tabs: [] },
    listDocuments(db, organisation.id, { ...listed, after: asked('apres') }),
    place.isInside ? countInFolders(db, organisation.id, component.id) : new Map<string, number>(),
    listThemes(db, organisation.id, component.id, reaches),
    isMapped ? listPlaced(db, organisation.id, listed) : [],
    isMapped ? shareGround(visit) : null,
  ]);
  // who is not inside is told so where nothing here is theirs to read
  if (!place.isInside && documents.length === 0 && !isFiltered(filter)) await loadSpace(visit);
  const ids = [
    ...new Set([...documents.map((document) => document.authorId), authorId ?? null]),
  ].filter((id): id is string => id !== null);
  const [authors, mandates] = await Promise.all([
    listPublicNicknames(db, organisation.id, ids),
    nameMandates(visit, place, ids),
  ]);
  const name = authorId && authors.get(authorId);
  const member = name ? { name, mandate: mandates.get(authorId) ?? '' } : null;
  return page({
    title: titleOf({ component, path: pathTo(folder, all), member }),
    section: 'participation',
    scripts: placed.length > 0 ? [MAP_SCRIPT] : [],
    body: (
      <LibraryPage
        space={space}
        component={component}
        beside={beside}
        path={pathTo(folder, all)}
        isInside={place.isInside}
        folders={(place.isInside ? all : [])
          .filter(({ parentId }) => parentId === (folder?.id ?? null))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))}
        inFolders={inFolders}
        documents={documents}
        authors={authors}
        mandates={mandates}
        member={member}
        placed={placed}
        ground={ground && drawnGround(ground)}
        next={next}
        filter={filter}
        themes={themes}
        reaches={reaches}
        look={readLook(component.kind, asked('vue'))}
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
