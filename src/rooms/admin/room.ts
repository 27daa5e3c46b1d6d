import type { Room } from '../../platform/room.ts';
import { adminRoutes } from './admin.routes.tsx';

export const adminRoom: Room = { name: 'admin', routes: adminRoutes };
