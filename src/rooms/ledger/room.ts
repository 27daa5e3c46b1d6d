import type { Room } from '../../platform/room.ts';
import { donationJobs } from './donations/donation.jobs.ts';
import { findGroupMoneyLink } from './donations/group-money.routes.tsx';
import { donationNotices, donationPages } from './donations/parts.routes.ts';

/** The shared money of a movement: accounts, entries that nobody rewrites, and the desk that looks after them. */
export const ledgerRoom: Room = {
  name: 'ledger',
  routes: [...donationPages],
  jobs: donationJobs,
  findRelated: findGroupMoneyLink,
  notices: { ...donationNotices },
};
