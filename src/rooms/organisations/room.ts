import type { Room } from '../../platform/room.ts';

export const organisationsRoom: Room = { name: 'organisations', routes: [] };
