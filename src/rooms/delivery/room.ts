import type { Room } from '../../platform/room.ts';

export const deliveryRoom: Room = { name: 'delivery', routes: [] };
