import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { announcementJobs } from './announcement.jobs.ts';
import { mailWordsRoutes } from './mail-words.routes.tsx';
import { mailsRoutes } from './mails.routes.tsx';

/** What an edition writes by itself as its steps open and close, and all its mails in one list. */
export const announcementsRoom: Room = {
  name: 'announcements',
  routes: [...mailsRoutes, ...mailWordsRoutes],
  jobs: announcementJobs,
  notices: {
    'mail-words-saved': { tone: 'success', words: m.announce_notice_saved },
    'mail-trial-sent': { tone: 'success', words: m.announce_notice_trial },
  },
};
