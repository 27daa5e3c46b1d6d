import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { searchedActions } from './catalogue-search.store.ts';
import { commitmentJobs } from './commitment.jobs.ts';
import { holdActions } from './commitment.store.ts';
import { commitmentNotices } from './commitment-notices.page.ts';
import { relateCommitments } from './commitment-related.routes.ts';
import { releaseFund } from './commitment-release.routes.ts';
import { allCommitmentRoutes } from './commitments.routes.ts';
import { draftingRoutes } from './drafting.routes.tsx';
import { examinationRoutes } from './examination.routes.tsx';
import { listActionParts } from './home.routes.tsx';
import { proposalRows } from './personal.store.ts';
import { proposalRoutes } from './proposal.routes.tsx';
import { proposingRoutes } from './proposing.routes.tsx';
import { eraseSupports, SUPPORT_COLUMNS, supportRows } from './support.store.ts';
import { versionRoutes } from './version.routes.tsx';
import { writingRoutes } from './writing.routes.tsx';

/** Actions that groups propose to a fund, examined, published, repeated. */
export const actionsRoom: Room = {
  name: 'actions',
  routes: [
    ...proposingRoutes,
    ...writingRoutes,
    ...proposalRoutes,
    ...draftingRoutes,
    ...versionRoutes,
    ...examinationRoutes,
    ...allCommitmentRoutes,
  ],
  jobs: commitmentJobs,
  searchables: [searchedActions],
  findRelated: relateCommitments,
  homeParts: listActionParts,
  async holdActions(tx, organisationId, fundId) {
    await holdActions(tx, organisationId, fundId);
  },
  releaseActions: releaseFund,
  personalData: {
    columns: SUPPORT_COLUMNS,
    sections: [
      { key: 'action-messages', title: m.propose_personal_messages, read: proposalRows.messages },
      { key: 'action-versions', title: m.propose_personal_versions, read: proposalRows.versions },
      { key: 'action-supports', title: m.commit_personal_supports, read: supportRows },
    ],
    // what was said for a group stays with it, under an empty account
    async erase(tx, owner) {
      await eraseSupports(tx, owner);
      return [];
    },
  },
  notices: {
    ...commitmentNotices,
    'action-begun': { tone: 'success', words: m.propose_notice_begun },
    'action-saved': { tone: 'success', words: m.propose_notice_saved },
    'action-sent': { tone: 'success', words: m.propose_notice_sent },
    'action-deleted': { tone: 'success', words: m.propose_notice_deleted },
    'action-not-writable': { tone: 'warning', words: m.propose_problem_not_writable },
    'action-message': { tone: 'success', words: m.propose_notice_message },
    'action-picture': { tone: 'success', words: m.propose_notice_picture },
    'action-picture-removed': { tone: 'success', words: m.propose_notice_picture_removed },
    'action-published': { tone: 'success', words: m.propose_notice_published },
    'action-changes-requested': { tone: 'success', words: m.propose_notice_changes },
    'action-refused': { tone: 'success', words: m.propose_notice_refused },
    'action-archived': { tone: 'success', words: m.propose_notice_archived },
    'action-reopened': { tone: 'success', words: m.propose_notice_reopened },
  },
};
