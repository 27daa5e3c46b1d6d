import type { Room } from '../../platform/room.ts';

export const adminRoom: Room = { name: 'admin', routes: [] };
