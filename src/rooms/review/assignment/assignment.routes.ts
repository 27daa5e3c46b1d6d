import type { Route } from '../../../platform/http/route.ts';
import { assignRoutes } from './assign.routes.tsx';
import { opinionRoutes } from './opinion.routes.tsx';
import { panelRoutes } from './panel.routes.tsx';
import { queueRoutes } from './queue.routes.tsx';
import { routingRoutes } from './routing.routes.tsx';
import { studyRoutes } from './study.routes.tsx';

/** Who studies what, until when. */
export const assignmentRoutes: readonly Route[] = [
  ...routingRoutes,
  ...studyRoutes,
  ...assignRoutes,
  ...opinionRoutes,
  ...panelRoutes,
  ...queueRoutes,
];
