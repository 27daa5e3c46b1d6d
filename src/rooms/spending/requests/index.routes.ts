import type { Route } from '../../../platform/http/route.ts';
import { detailsRoutes } from './details.routes.tsx';
import { groupRequestRoutes } from './group-list.routes.tsx';

/** Every page of the spending requests. */
export const requestRoutes: readonly Route[] = [...groupRequestRoutes, ...detailsRoutes];
