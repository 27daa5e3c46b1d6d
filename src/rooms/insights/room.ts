import type { Room } from '../../platform/room.ts';
import { simulatorRoutes } from './simulator.routes.tsx';
import { whatIfRoutes } from './what-if.routes.tsx';

export const insightsRoom: Room = {
  name: 'insights',
  routes: [...simulatorRoutes, ...whatIfRoutes],
};
