import * as m from '../../paraglide/messages.js';
import { notFound } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { loadSpace, showBeside } from '../consultations/index.routes.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { ComparisonPage } from './comparison.page.tsx';
import { comparePositions } from './comparison.ts';
import { findOpenings, listDocuments, listThemes } from './document-list.store.ts';
import { readFilter } from './document-list.ts';
import { loadPlace, type Place } from './place.routes.ts';

/** The newest ones, of one theme where one is chosen. */
const MOST_COMPARED = 200;

/** Positions side by side by level of mandate (R147). */
export const comparisonRoutes: readonly Route[] = [
  get(urls.documentComparison, 'anyone', async (visit) => {
    const place = await loadPlace(visit);
    if (place.component.kind !== 'positions') throw notFound('component');
    return showComparison(visit, place);
  }),
];

async function showComparison(visit: Visit<'space' | 'component'>, place: Place): Promise<Answer> {
  const { db, organisation, url } = visit;
  const { space, component, reaches } = place;
  const theme = (url.searchParams.get('theme') ?? '').trim().slice(0, 160);
  const [{ documents, next }, choice, beside] = await Promise.all([
    listDocuments(db, organisation.id, {
      componentId: component.id,
      // amendments are read with what they amend
      filter: readFilter((name) => ({ type: 'position', theme })[name] ?? null),
      reaches,
      limit: MOST_COMPARED,
    }),
    listThemes(db, organisation.id, component.id, reaches),
    place.isInside ? showBeside(visit, space, component) : { theme: null, tabs: [] },
  ]);
  // who is not inside is told so where nothing here is theirs to read
  if (!place.isInside && choice.length === 0) await loadSpace(visit);
  const openings = await findOpenings(
    db,
    organisation.id,
    documents.map(({ id }) => id),
  );
  const { levels, themes } = comparePositions(
    documents.map((one) => ({ ...one, opening: openings.get(one.id) ?? '' })),
  );
  return page({
    title: m.documents_compare_title(),
    section: 'participation',
    body: (
      <ComparisonPage
        space={space}
        component={component}
        beside={beside}
        levels={levels}
        themes={themes}
        choice={choice}
        theme={theme}
        authors={
          await listPublicNicknames(
            db,
            organisation.id,
            documents.flatMap(({ authorId }) => authorId ?? []),
          )
        }
        isCut={next !== null}
      />
    ),
  });
}
