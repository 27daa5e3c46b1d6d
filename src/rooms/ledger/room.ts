import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { deskRoutes } from './desk.routes.tsx';
import { donationJobs } from './donations/donation.jobs.ts';
import { findGroupMoneyLink } from './donations/group-money.routes.tsx';
import {
  donationNotices,
  donationPages,
  findDonationSubjects,
  listDonationPages,
} from './donations/parts.routes.ts';
import { exportRoutes } from './export.routes.ts';
import { settingsRoutes } from './settings.routes.tsx';

/** The shared money of a movement: accounts, entries that nobody rewrites, and the desk that looks after them. */
export const ledgerRoom: Room = {
  name: 'ledger',
  routes: [...deskRoutes, ...exportRoutes, ...settingsRoutes, ...donationPages],
  jobs: donationJobs,
  findRelated: findGroupMoneyLink,
  findEntrySubjects: findDonationSubjects,
  listFinanceTasks: listDonationPages,
  notices: {
    'ledger-settings-saved': { tone: 'success', words: m.ledger_settings_saved },
    ...donationNotices,
  },
};
