import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { deskRoutes } from './desk.routes.tsx';
import { exportRoutes } from './export.routes.ts';
import { settingsRoutes } from './settings.routes.tsx';

/** The shared money of a movement: accounts, entries that nobody rewrites, and the desk that looks after them. */
export const ledgerRoom: Room = {
  name: 'ledger',
  routes: [...deskRoutes, ...exportRoutes, ...settingsRoutes],
  notices: {
    'ledger-settings-saved': { tone: 'success', words: m.ledger_settings_saved },
  },
};
