import * as m from '../../paraglide/messages.js';
import type { HomePart, Visit } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { NO_FILTER } from './directory.ts';
import { countGroups, listGroupSpots } from './group.store.ts';
import { HomeGroups, NoGroupYet } from './home.page.tsx';

/** What the home page of a movement says of its groups. */
export async function listGroupParts(visit: Visit): Promise<HomePart[]> {
  const { db, organisation } = visit;
  if (organisation.kind !== 'movement') return [];
  const counts = await visit.share('group counts', () => countGroups(db, organisation.id));
  if (counts.all === 0) return [{ title: m.groups_title(), body: <NoGroupYet /> }];
  const spots = await visit.share('group spots', () =>
    listGroupSpots(db, organisation.id, NO_FILTER),
  );
  return [
    {
      title: m.groups_home_near(),
      lead: m.groups_lead({ count: counts.all, certified: counts.certified }),
      action: { label: m.groups_all(), href: urls.groups() },
      body: <HomeGroups spots={spots} ground={drawnGround(await shareGround(visit))} />,
      scripts: spots.length > 0 ? [MAP_SCRIPT] : [],
    },
  ];
}
