import type { Room } from '../../platform/room.ts';

export const ideasRoom: Room = { name: 'ideas', routes: [] };
