import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { mapSettingsRoutes } from './maps/map-settings.routes.tsx';
import { tilesRoutes } from './maps/tiles.routes.ts';
import { officeRoutes } from './office.routes.tsx';
import { outlinesRoutes } from './outlines/outlines.routes.tsx';
import { publicRoutes } from './spaces.routes.tsx';

export const spacesRoom: Room = {
  name: 'spaces',
  routes: [
    ...publicRoutes,
    ...officeRoutes,
    ...outlinesRoutes,
    ...mapSettingsRoutes,
    ...tilesRoutes,
  ],
  notices: {
    'edition-created': { tone: 'success', words: m.spaces_notice_created },
    'edition-settings-changed': { tone: 'success', words: m.spaces_notice_settings_changed },
    'edition-calendar-changed': { tone: 'success', words: m.spaces_notice_calendar_changed },
    'outlines-kept': { tone: 'success', words: m.territory_notice_kept },
    'outlines-removed': { tone: 'success', words: m.territory_notice_removed },
    'outline-upload-gone': { tone: 'warning', words: m.territory_notice_upload_gone },
    'map-settings-saved': { tone: 'success', words: m.territory_settings_saved },
    'map-file-kept': { tone: 'success', words: m.territory_file_saved },
    'edition-opened': { tone: 'success', words: m.spaces_notice_opened },
  },
};
