import type { Visit } from '../../../platform/http/visit.ts';
import { loadGround, type MapGround } from './ground.store.ts';

/** What maps of this organisation are drawn on, read once for all its readers. */
export function shareGround(visit: Visit): Promise<MapGround> {
  return visit.share('map ground', () => loadGround(visit.db, visit.organisation.id));
}
