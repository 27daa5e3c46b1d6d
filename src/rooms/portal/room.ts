import type { Room } from '../../platform/room.ts';
import { portalRoutes } from './portal.routes.tsx';

export const portalRoom: Room = { name: 'portal', routes: portalRoutes };
