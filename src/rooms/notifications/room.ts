import type { Room } from '../../platform/room.ts';
import { letterJobs } from './letter.jobs.ts';

export const notificationsRoom: Room = { name: 'notifications', routes: [], jobs: letterJobs };
