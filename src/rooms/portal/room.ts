import type { Room } from '../../platform/room.ts';

export const portalRoom: Room = { name: 'portal', routes: [] };
