import * as m from '../../paraglide/messages.js';
import { openStorage, removeBytes } from '../../platform/files/index.ts';
import type { Room } from '../../platform/room.ts';
import { feedbackRoutes } from './feedback.routes.tsx';
import { mySpaceRoutes } from './my-space.routes.tsx';
import { ownAgendaRoutes } from './own-agenda.routes.tsx';
import { erasureRoutes } from './personal/erasure.routes.tsx';
import { personalRoutes } from './personal/personal.routes.tsx';
import { portalRoutes } from './portal.routes.tsx';
import { searchRoutes } from './search/search.routes.tsx';

export const portalRoom: Room = {
  name: 'portal',
  routes: [
    ...portalRoutes,
    ...mySpaceRoutes,
    ...ownAgendaRoutes,
    ...feedbackRoutes,
    ...searchRoutes,
    ...personalRoutes,
    ...erasureRoutes,
  ],
  jobs: ({ config }) => ({
    /** What an erased account had attached; done again, it finds nothing. */
    'remove-bytes': async ({ storageKeys }: { storageKeys: string[] }) => {
      for (const key of storageKeys) await removeBytes(openStorage(config), key);
    },
  }),
  notices: {
    'own-data-code': { tone: 'info', words: m.personal_notice_code },
    'account-erased': { tone: 'success', words: m.personal_notice_erased },
  },
};
