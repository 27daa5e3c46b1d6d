import type { Room } from '../../platform/room.ts';
import { listJobs } from './list.jobs.ts';

/** Discussion lists of spaces (R154). */
export const listsRoom: Room = {
  name: 'lists',
  routes: [],
  jobs: listJobs,
};
