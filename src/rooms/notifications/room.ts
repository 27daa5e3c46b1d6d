import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { followRoutes } from './follows/follow.routes.tsx';
import { letterJobs } from './letter.jobs.ts';
import { lettersRoutes } from './letters.routes.tsx';
import { digestJobs } from './notices/digest.jobs.ts';
import { noticesRoutes } from './notices/notices.routes.tsx';
import { eraseLetters, LETTER_COLUMNS, letterRows } from './personal.store.ts';
import { preferencesRoutes } from './preferences.routes.tsx';

/** What people are written, and what they want to receive. */
export const notificationsRoom: Room = {
  name: 'notifications',
  routes: [...lettersRoutes, ...preferencesRoutes, ...followRoutes, ...noticesRoutes],
  jobs: (tools) => ({ ...letterJobs(tools), ...digestJobs(tools) }),
  personalData: {
    columns: LETTER_COLUMNS,
    sections: [
      { key: 'letters', title: m.personal_letters, read: letterRows.letters },
      { key: 'notices', title: m.personal_notices, read: letterRows.notices },
      { key: 'follows', title: m.personal_follows, read: letterRows.follows },
      { key: 'letter-choices', title: m.personal_choices, read: letterRows.choices },
    ],
    erase: eraseLetters,
  },
  notices: {
    followed: { tone: 'success', words: m.follow_notice_followed },
    unfollowed: { tone: 'success', words: m.follow_notice_unfollowed },
    'letter-sent-again': { tone: 'success', words: m.letters_notice_sent_again },
    'notices-read': { tone: 'success', words: m.notices_notice_read },
    'letters-preferences-saved': { tone: 'success', words: m.letters_notice_saved },
  },
};
