import type { Route } from '../../../platform/http/route.ts';
import { amountRoutes } from './amount.routes.tsx';
import { bankRoutes } from './bank.routes.tsx';
import { deskListRoutes } from './desk-list.routes.tsx';
import { deskOneRoutes } from './desk-one.routes.tsx';
import { detailsRoutes } from './details.routes.tsx';
import { documentRoutes } from './documents.routes.tsx';
import { endingRoutes } from './ending.routes.tsx';
import { groupRequestRoutes } from './group-list.routes.tsx';
import { historyRoutes } from './history.routes.tsx';

/** Every page of the spending requests. */
export const requestRoutes: readonly Route[] = [
  ...groupRequestRoutes,
  ...detailsRoutes,
  ...documentRoutes,
  ...amountRoutes,
  ...bankRoutes,
  ...endingRoutes,
  ...historyRoutes,
  ...deskListRoutes,
  ...deskOneRoutes,
];
