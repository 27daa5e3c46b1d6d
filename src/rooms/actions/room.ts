import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { searchedActions } from './catalogue-search.store.ts';
import { commitmentJobs } from './commitment.jobs.ts';
import { commitmentNotices } from './commitment-notices.page.ts';
import { relateCommitments } from './commitment-related.routes.ts';
import { allCommitmentRoutes } from './commitments.routes.ts';
import { eraseSupports, SUPPORT_COLUMNS, supportRows } from './support.store.ts';

/** Actions that groups propose to a fund, examined, published, repeated. */
export const actionsRoom: Room = {
  name: 'actions',
  routes: [...allCommitmentRoutes],
  jobs: commitmentJobs,
  searchables: [searchedActions],
  personalData: {
    columns: SUPPORT_COLUMNS,
    sections: [{ key: 'action-supports', title: m.commit_personal_supports, read: supportRows }],
    async erase(tx, owner) {
      await eraseSupports(tx, owner);
      return [];
    },
  },
  findRelated: relateCommitments,
  notices: commitmentNotices,
};
