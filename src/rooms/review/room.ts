import type { Room } from '../../platform/room.ts';

/** The study of ideas, by departments and by the office. */
export const reviewRoom: Room = { name: 'review', routes: [] };
