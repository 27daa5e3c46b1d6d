import { Readable } from 'node:stream';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { FORMAT_TYPES } from '../../../platform/sets/formats.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { findPromotionPause, listDepartments } from '../../organisations/index.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { listEditions, matchDistrict, middleOf } from '../../spaces/index.ts';
import {
  type FollowedQuery,
  listChoices,
  listFollowed,
  listPlaces,
  readFigures,
} from './followed.store.ts';
import { writeFollowed } from './followed-file.routes.ts';
import { readCursor, readFollowed, typeFollowed } from './followed-list.ts';
import { GlobalListPage, titleOf } from './global.page.tsx';
import { GlobalFiguresPage } from './global-figures.page.tsx';
import type { Choices } from './global-filters.page.tsx';
import { GlobalMapPage } from './global-map.page.tsx';
import { ShowcasePage } from './showcase.page.tsx';
import { listShown } from './showcase.store.ts';

/** Pins of single realisations on one map. */
const MOST_PINS = 300;

/** « Suivi global »: every realisation across editions, as list, map, figures and file (R81, R85). */
export const globalRoutes: readonly Route[] = [
  get(
    urls.globalDelivery,
    'anyone',
    async (visit) => {
      const { db, organisation } = visit;
      const { choices, query } = await readQuery(visit);
      const figures = await readFigures(db, organisation.id, query);
      const props = { asked: query, choices, figures };
      const frame = { title: titleOf(query.view), section: 'delivery' };
      if (query.view === 'chiffres')
        return page({ ...frame, body: <GlobalFiguresPage {...props} /> });
      if (query.view === 'carte')
        return page({
          ...frame,
          scripts: [MAP_SCRIPT],
          body: (
            <GlobalMapPage
              {...props}
              ground={drawnGround(await shareGround(visit))}
              places={await placesOf(visit, query)}
            />
          ),
        });
      const { realisations, previous, next } = await listFollowed(db, organisation.id, query);
      const at = (cursor: string | null) =>
        cursor === null
          ? undefined
          : urls.globalDelivery(typeFollowed({ ...query, cursor: readCursor(cursor) }));
      const list = { realisations, previousHref: at(previous), nextHref: at(next) };
      if (query.view === 'vitrine')
        return page({ ...frame, body: await showcaseOf(visit, { ...props, ...list }) });
      return page({ ...frame, body: <GlobalListPage {...props} {...list} /> });
    },
    { cached: true },
  ),

  get(urls.globalDeliveryCsv, 'anyone', async (visit) => {
    const { query } = await readQuery(visit);
    const body = Readable.toWeb(Readable.from(await writeFollowed(visit, query)));
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': FORMAT_TYPES.csv,
        'content-disposition': 'attachment; filename="suivi-global.csv"',
        'cache-control': 'private, no-store',
      },
    });
  }),
];

/** The same list with pictures and words. */
async function showcaseOf(
  { db, organisation }: Visit,
  props: Parameters<typeof GlobalListPage>[0],
) {
  const [shown, editions, pause] = await Promise.all([
    listShown(
      db,
      organisation.id,
      props.realisations.map(({ id }) => id),
    ),
    listEditions(db, organisation.id),
    findPromotionPause(db, organisation.id),
  ]);
  return (
    <ShowcasePage
      {...props}
      shown={shown}
      pause={pause}
      editions={new Map(editions.map((edition) => [edition.id, edition]))}
    />
  );
}

/** What is asked, and what there is to choose from: the same for every reader, so read once for all. */
async function readQuery(visit: Visit): Promise<{ choices: Choices; query: FollowedQuery }> {
  const { db, organisation, url } = visit;
  const choices = await visit.share('followed choices', async (): Promise<Choices> => {
    const [found, editions, departments] = await Promise.all([
      listChoices(db, organisation.id),
      listEditions(db, organisation.id),
      listDepartments(db, organisation.id, { closed: true }),
    ]);
    return {
      ...found,
      editions: editions
        .filter(({ id }) => found.editionIds.includes(id))
        .map(({ id, slug, title }) => ({ id, slug, title })),
      departments: departments
        .filter(({ id }) => found.departmentIds.includes(id))
        .map(({ id, name }) => ({ id, name })),
    };
  });
  const asked = readFollowed(url.searchParams);
  const edition = choices.editions.find(({ slug }) => slug === asked.edition);
  return {
    choices,
    query: { ...asked, edition: edition?.slug ?? '', editionId: edition?.id ?? null },
  };
}

/** Those without a point stand in the middle of their district, where its outline is kept. */
async function placesOf(visit: Visit, query: FollowedQuery) {
  const { points, districts } = await listPlaces(visit.db, visit.organisation.id, query, MOST_PINS);
  const { shapes } = await shareGround(visit);
  const outlines = shapes.filter(({ kind }) => kind === 'district');
  const names = outlines.map(({ name }) => name);
  return {
    points,
    districts: districts.map(({ district, count }) => {
      const name = district === '' ? null : matchDistrict(district, names);
      const outline = outlines.find((one) => one.name === name);
      return { district, count, middle: outline ? middleOf(outline.polygons) : null };
    }),
  };
}
