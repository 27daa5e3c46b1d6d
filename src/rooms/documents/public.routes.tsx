import * as m from '../../paraglide/messages.js';
import { get, type Route } from '../../platform/http/route.ts';
import type { ShownSpace } from '../../platform/http/space-answers.ts';
import { type Answer, page, type ThemePart, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { loadShowcase } from '../consultations/index.routes.ts';
import { listComponents } from '../consultations/index.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { type DocumentKind, isDocumentKind, TYPES_OF } from './document.ts';
import type { ListedDocument } from './document-list.store.ts';
import { readFilter } from './document-list.ts';
import { PublicCards, PublicDocumentsPage } from './public.page.tsx';
import { listPublicDocuments } from './public.store.ts';
import { publicWords } from './words.page.ts';

/** Of one kind on a showcase. */
const MOST_SHOWN = 3;
/** In the order in which a showcase shows them. */
const ON_SHOWCASE: readonly DocumentKind[] = [
  'reports',
  'solutions',
  'methods',
  'positions',
  'library',
  'tools',
  'statutes',
];

/** What everybody reads of a space: the same list for whoever looks (R140, R142). */
export const publicRoutes: readonly Route[] = [
  get(urls.publicDocuments, 'anyone', async (visit) => {
    const { space } = await loadShowcase(visit);
    return showPublic(visit, space);
  }),
];

async function showPublic(visit: Visit, space: ShownSpace & { title: string }): Promise<Answer> {
  const { db, organisation, url } = visit;
  const asked = (name: string) => url.searchParams.get(name);
  const { type, level } = readFilter(asked);
  const components = await listShown(visit, space);
  const { documents, next } = await listPublicDocuments(db, organisation.id, {
    componentIds: components.map(({ id }) => id),
    type,
    level,
    after: asked('apres'),
  });
  return page({
    title: m.documents_public_title(),
    section: 'participation',
    body: (
      <PublicDocumentsPage
        space={space}
        documents={documents}
        authors={await namesOf(visit, documents)}
        next={next}
        type={type}
        level={level}
        types={[...new Set(components.flatMap(({ kind }) => TYPES_OF[kind]))]}
      />
    ),
  });
}

/** The newest public documents of a network, kind by kind; nothing of what only some read (W3). */
export async function listShowcaseParts(visit: Visit, space: ShownSpace): Promise<ThemePart[]> {
  const components = await listShown(visit, space);
  const parts = await Promise.all(
    ON_SHOWCASE.map(async (kind): Promise<ThemePart[]> => {
      const componentIds = components.flatMap((one) => (one.kind === kind ? one.id : []));
      if (componentIds.length === 0) return [];
      const { documents } = await listPublicDocuments(visit.db, visit.organisation.id, {
        componentIds,
        limit: MOST_SHOWN,
      });
      if (documents.length === 0) return [];
      const [only, ...others] = TYPES_OF[kind];
      const isOne = others.every((type) => type === 'amendment');
      return [
        {
          title: publicWords[kind].title(),
          body: (
            <PublicCards
              documents={documents}
              authors={await namesOf(visit, documents)}
              label={publicWords[kind].title()}
            />
          ),
          action: {
            label: publicWords[kind].all(),
            href: urls.publicDocuments({ space: space.slug }, { type: isOne ? only : undefined }),
          },
        },
      ];
    }),
  );
  return parts.flat();
}

/** Components of documents that everybody may know of. */
async function listShown(visit: Visit, space: ShownSpace) {
  const components = await listComponents(visit.db, visit.organisation.id, space.id);
  return components.flatMap(({ id, kind, isHidden }) =>
    isDocumentKind(kind) && !isHidden ? { id, kind } : [],
  );
}

const namesOf = (visit: Visit, documents: readonly ListedDocument[]) =>
  listPublicNicknames(
    visit.db,
    visit.organisation.id,
    documents.flatMap(({ authorId }) => authorId ?? []),
  );
