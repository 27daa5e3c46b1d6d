import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { forgetWatchedTexts } from './admission/clearing.store.ts';
import { heldRoutes } from './admission/held.routes.tsx';
import { appealRoutes } from './appeal.routes.tsx';
import { articlesRoutes } from './articles.routes.tsx';
import { judgingRoutes } from './judging.routes.tsx';
import { eraseFromModeration, MODERATION_COLUMNS, moderationRows } from './personal.store.ts';
import { queueRoutes } from './queue.routes.tsx';
import { reportingRoutes } from './reporting.routes.tsx';

export const moderationRoom: Room = {
  name: 'moderation',
  // what is named in full stands before `/moderation/:case`
  routes: [
    ...queueRoutes,
    ...heldRoutes,
    ...judgingRoutes,
    ...reportingRoutes,
    ...appealRoutes,
    ...articlesRoutes,
  ],
  jobs: ({ db }) => ({ 'forget-watched-texts': () => forgetWatchedTexts(db) }),
  personalData: {
    columns: MODERATION_COLUMNS,
    sections: [
      { key: 'reports', title: m.moderation_personal_reports, read: moderationRows.reports },
      {
        key: 'hide-requests',
        title: m.moderation_personal_requests,
        read: moderationRows.requests,
      },
      {
        key: 'hidden-contributions',
        title: m.moderation_personal_hidings,
        read: moderationRows.hidings,
      },
      { key: 'texts-read-first', title: m.moderation_personal_texts, read: moderationRows.waiting },
      { key: 'sanctions', title: m.moderation_personal_sanctions, read: moderationRows.sanctions },
    ],
    erase: eraseFromModeration,
  },
  notices: {
    'moderation-reported': { tone: 'success', words: m.moderation_notice_reported },
    'moderation-already-reported': { tone: 'info', words: m.moderation_notice_already_reported },
    'moderation-asked': { tone: 'success', words: m.moderation_notice_asked },
    'moderation-already-asked': { tone: 'info', words: m.moderation_notice_already_asked },
    'moderation-hidden': { tone: 'success', words: m.moderation_notice_hidden },
    'moderation-kept': { tone: 'success', words: m.moderation_notice_kept },
    'moderation-restored': { tone: 'success', words: m.moderation_notice_restored },
    'moderation-warned': { tone: 'success', words: m.moderation_notice_warned },
    'moderation-suspended': { tone: 'success', words: m.moderation_notice_suspended },
    'moderation-lifted': { tone: 'success', words: m.moderation_notice_lifted },
    'moderation-answered': { tone: 'success', words: m.moderation_notice_answered },
    'moderation-appealed': { tone: 'success', words: m.moderation_notice_appealed },
    'moderation-texts-published': { tone: 'success', words: m.moderation_notice_texts_published },
    'moderation-texts-refused': { tone: 'success', words: m.moderation_notice_texts_refused },
    'moderation-texts-left': { tone: 'info', words: m.moderation_notice_texts_left },
    'moderation-texts-cleared': { tone: 'info', words: m.moderation_notice_texts_cleared },
    'moderation-articles': { tone: 'success', words: m.moderation_notice_articles },
  },
};
