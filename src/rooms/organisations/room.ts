import type { Room } from '../../platform/room.ts';
import { organisationsRoutes } from './organisations.routes.tsx';

export const organisationsRoom: Room = { name: 'organisations', routes: organisationsRoutes };
