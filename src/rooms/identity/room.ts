import type { Room } from '../../platform/room.ts';

export const identityRoom: Room = { name: 'identity', routes: [] };
