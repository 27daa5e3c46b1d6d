import { Refused } from '../../../platform/http/refused.ts';
import type { Route } from '../../../platform/http/route.ts';
import { isFrozenMeanwhile } from '../sheet/standing.store.ts';
import { assignRoutes } from './assign.routes.tsx';
import { opinionRoutes } from './opinion.routes.tsx';
import { panelRoutes } from './panel.routes.tsx';
import { queueRoutes } from './queue.routes.tsx';
import { routingRoutes } from './routing.routes.tsx';
import { studyRoutes } from './study.routes.tsx';

const routes: readonly Route[] = [
  ...routingRoutes,
  ...studyRoutes,
  ...assignRoutes,
  ...opinionRoutes,
  ...panelRoutes,
  ...queueRoutes,
];

/** Who studies what, until when. Once the list of projects is frozen, whatever would change it is refused as too late. */
export const assignmentRoutes: readonly Route[] = routes.map((route) => ({
  ...route,
  handle: async (visit) => {
    try {
      return await route.handle(visit);
    } catch (error) {
      throw isFrozenMeanwhile(error) ? new Refused(409, 'list-frozen') : error;
    }
  },
}));
