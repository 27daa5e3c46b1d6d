import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { draftingRoutes } from './drafting.routes.tsx';
import { examinationRoutes } from './examination.routes.tsx';
import { proposalRows } from './personal.store.ts';
import { proposalRoutes } from './proposal.routes.tsx';
import { proposingRoutes } from './proposing.routes.tsx';
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
  ],
  personalData: {
    columns: {},
    sections: [
      { key: 'action-messages', title: m.propose_personal_messages, read: proposalRows.messages },
      { key: 'action-versions', title: m.propose_personal_versions, read: proposalRows.versions },
    ],
    // what was said for a group stays with it, under an empty account
    erase: async () => [],
  },
  notices: {
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
