import type { Room } from '../../platform/room.ts';

/** Spaces of participation: themes, components, teams. */
export const consultationsRoom: Room = {
  name: 'consultations',
  routes: [],
};
