import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { officeRoutes } from './office.routes.tsx';
import { publicRoutes } from './spaces.routes.tsx';

export const spacesRoom: Room = {
  name: 'spaces',
  routes: [...publicRoutes, ...officeRoutes],
  notices: {
    'edition-created': { tone: 'success', words: m.spaces_notice_created },
    'edition-settings-changed': { tone: 'success', words: m.spaces_notice_settings_changed },
    'edition-calendar-changed': { tone: 'success', words: m.spaces_notice_calendar_changed },
    'edition-opened': { tone: 'success', words: m.spaces_notice_opened },
  },
};
