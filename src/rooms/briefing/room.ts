import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { weekJobs } from './week.jobs.ts';
import { weekRoutes } from './week.routes.tsx';

/** The week of the mayor's office, as a page and as a letter. */
export const briefingRoom: Room = {
  name: 'briefing',
  routes: weekRoutes,
  jobs: weekJobs,
  notices: {
    'week-letter-asked': { tone: 'success', words: m.week_notice_asked },
    'week-letter-stopped': { tone: 'success', words: m.week_notice_stopped },
  },
};
