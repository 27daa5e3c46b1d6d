import type { Room } from '../../platform/room.ts';

/** Actions that groups propose to a fund, examined, published, repeated. */
export const actionsRoom: Room = {
  name: 'actions',
  routes: [],
};
