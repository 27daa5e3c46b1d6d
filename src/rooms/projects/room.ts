import type { Room } from '../../platform/room.ts';

export const projectsRoom: Room = { name: 'projects', routes: [] };
