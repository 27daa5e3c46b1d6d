import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { collectRoutes } from './collect.routes.tsx';
import { paperRoutes } from './paper.routes.tsx';
import { workshopRoutes } from './workshop.routes.tsx';

/** What is collected away from screens. */
export const ambassadorsRoom: Room = {
  name: 'ambassadors',
  routes: [...collectRoutes, ...paperRoutes, ...workshopRoutes],
  notices: {
    'idea-entered': { tone: 'success', words: m.entry_notice_entered },
    'workshop-recorded': { tone: 'success', words: m.entry_notice_workshop },
    'outreach-recorded': { tone: 'success', words: m.entry_notice_outreach },
  },
};
