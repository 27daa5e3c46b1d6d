import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { holderMergeRoutes } from './merges/holder-merge.routes.tsx';
import { findMergeLinks } from './merges/merge-links.routes.ts';
import { mergesRoutes } from './merges/merges.routes.tsx';
import { sheetRoutes } from './sheet/sheet.routes.tsx';
import { taskRoutes } from './sheet/task.routes.tsx';
import { threadsRoutes } from './threads/threads.routes.tsx';

/** The study of ideas, by departments and by the office. */
export const reviewRoom: Room = {
  name: 'review',
  routes: [...sheetRoutes, ...taskRoutes, ...threadsRoutes, ...mergesRoutes, ...holderMergeRoutes],
  findRelated: findMergeLinks,
  notices: {
    'merge-proposed': { tone: 'success', words: m.merges_notice_proposed },
    'merge-answered': { tone: 'success', words: m.merges_notice_answered },
    'merge-withdrawn': { tone: 'success', words: m.merges_notice_withdrawn },
    'merge-undone': { tone: 'success', words: m.merges_notice_undone },
    'merge-search-asked': { tone: 'info', words: m.merges_notice_search },
    'pair-dismissed': { tone: 'success', words: m.merges_notice_dismissed },
    'message-written': { tone: 'success', words: m.threads_notice_written },
    'team-changed': { tone: 'success', words: m.threads_notice_team },
    'study-saved': { tone: 'success', words: m.study_notice_saved },
    'opinion-saved': { tone: 'success', words: m.study_notice_draft },
    'opinion-given': { tone: 'success', words: m.study_notice_given },
  },
};
