import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { type Page, page, type Visit } from '../../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../../ui/map.tsx';
import { boundsOf, pointsOf } from '../../../ui/map-plan.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import { isInside, type MapGround } from '../../spaces/index.ts';
import type { Board } from '../boards/board.ts';
import { IdeasMapPage } from './ideas-map.page.tsx';
import { findPlacedFrame, listPlaced } from './ideas-map.store.ts';
import { type Frame, readFrame, widen } from './ideas-map.ts';

/** What lies just outside the commune is still on its map. */
const AROUND = 0.3;

/** The ideas of a board on a map (`?vue=carte`), whole or in part (`cadre`). */
export async function showIdeasMap(visit: Visit, board: Board): Promise<Page> {
  const { db, organisation, url } = visit;
  const ground = await shareGround(visit);
  const category = board.categories.find(({ slug }) => slug === url.searchParams.get('categorie'));
  const categoryId = category?.id ?? null;
  const asked = readFrame(url.searchParams.get('cadre'));
  const all = await visit.share(`placed ${board.id} ${categoryId}`, () =>
    findPlacedFrame(db, organisation.id, board.id, categoryId),
  );
  const whole = all && widen(all.frame, 0.05);
  const frame = asked ?? frameOfCommune(ground) ?? whole;
  const query = frame && { editionId: board.id, categoryId, frame };
  const placed = query
    ? await visit.share(`ideas on a map ${JSON.stringify(query)}`, () =>
        listPlaced(db, organisation.id, query),
      )
    : { ideas: 0, groups: [] };
  const districts = ground.shapes.filter(({ kind }) => kind === 'district');
  const inDistrict = (point: { longitude: number; latitude: number }) =>
    districts.find(({ polygons }) => isInside(point, polygons))?.name ?? null;
  return page({
    title: m.territory_ideas_map_title(),
    section: 'editions',
    scripts: [MAP_SCRIPT],
    body: (
      <IdeasMapPage
        board={board}
        now={await readNow(db)}
        ground={drawnGround(ground)}
        category={category?.slug ?? null}
        ideas={placed.ideas}
        groups={placed.groups.map((group) => ({
          ...group,
          district: group.ideas > 1 ? inDistrict(group) : null,
        }))}
        frame={asked}
        closer={asked !== null}
        beyond={
          asked === null && whole && all.ideas > placed.ideas
            ? { ideas: all.ideas - placed.ideas, frame: whole }
            : null
        }
      />
    ),
  });
}

function frameOfCommune({ shapes }: MapGround): Frame | null {
  const commune = shapes.find(({ kind }) => kind === 'commune');
  const bounds = commune && boundsOf(pointsOf(commune.polygons));
  return bounds ? widen(bounds, AROUND) : null;
}
