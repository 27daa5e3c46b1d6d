import type { Room } from '../../platform/room.ts';

export const spacesRoom: Room = { name: 'spaces', routes: [] };
