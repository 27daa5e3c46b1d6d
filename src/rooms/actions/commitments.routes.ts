import type { Route } from '../../platform/http/route.ts';
import { callRoutes } from './call.routes.tsx';
import { catalogueRoutes } from './catalogue.routes.tsx';
import { catalogueActionRoutes } from './catalogue-action.routes.tsx';
import { cataloguePictureRoutes } from './catalogue-picture.routes.ts';
import { catalogueShareRoutes } from './catalogue-share.routes.ts';
import { commitmentRoutes } from './commitment.routes.tsx';
import { groupCommitmentRoutes } from './commitments-of-group.routes.tsx';
import { reportRoutes } from './report.routes.tsx';

/** The second half of the room: what happens to an action once it is published. */
export const allCommitmentRoutes: readonly Route[] = [
  ...catalogueRoutes,
  ...catalogueShareRoutes,
  ...cataloguePictureRoutes,
  ...catalogueActionRoutes,
  ...commitmentRoutes,
  ...callRoutes,
  ...reportRoutes,
  ...groupCommitmentRoutes,
];
