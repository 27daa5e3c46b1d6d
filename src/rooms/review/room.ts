import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { threadsRoutes } from './threads/threads.routes.tsx';

/** The study of ideas, by departments and by the office. */
export const reviewRoom: Room = {
  name: 'review',
  routes: [...threadsRoutes],
  notices: {
    'message-written': { tone: 'success', words: m.threads_notice_written },
    'team-changed': { tone: 'success', words: m.threads_notice_team },
  },
};
