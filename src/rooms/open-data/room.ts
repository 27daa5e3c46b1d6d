import type { Room } from '../../platform/room.ts';
import { exportRoutes } from './exports.routes.tsx';
import { openDataRoutes } from './open-data.routes.tsx';

/** Files that everybody may take, and those of the office: other rooms say what is in them (`Room.dataSets`). */
export const openDataRoom: Room = {
  name: 'open-data',
  routes: [...openDataRoutes, ...exportRoutes],
};
