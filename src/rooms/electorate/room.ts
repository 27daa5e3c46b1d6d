import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { importRoutes } from './register/import.routes.tsx';
import { registerJobs } from './register/register.jobs.ts';
import { registerRoutes } from './register/register.routes.tsx';

export const electorateRoom: Room = {
  name: 'electorate',
  routes: [...registerRoutes, ...importRoutes],
  jobs: registerJobs,
  notices: {
    'register-import-stopped': { tone: 'info', words: m.register_notice_stopped },
    'register-erased': { tone: 'success', words: m.register_notice_erased },
  },
};
