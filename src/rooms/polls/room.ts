import type { Room } from '../../platform/room.ts';

export const pollsRoom: Room = { name: 'polls', routes: [] };
