import type { Room } from '../../platform/room.ts';
import { phoneJobs } from './phone/phone-proof.jobs.ts';

export const electorateRoom: Room = {
  name: 'electorate',
  routes: [],
  jobs: phoneJobs,
};
