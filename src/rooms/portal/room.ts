import type { Room } from '../../platform/room.ts';
import { feedbackRoutes } from './feedback.routes.tsx';
import { mySpaceRoutes } from './my-space.routes.tsx';
import { ownAgendaRoutes } from './own-agenda.routes.tsx';
import { portalRoutes } from './portal.routes.tsx';
import { searchRoutes } from './search/search.routes.tsx';

export const portalRoom: Room = {
  name: 'portal',
  routes: [
    ...portalRoutes,
    ...mySpaceRoutes,
    ...ownAgendaRoutes,
    ...feedbackRoutes,
    ...searchRoutes,
  ],
};
