import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { helpRoutes } from './help/help.routes.tsx';
import { searchedKits } from './kits/kit-search.store.ts';
import { kitsRoutes } from './kits/kits.routes.tsx';
import { officeKitsRoutes } from './kits/office-kits.routes.tsx';
import { guidesRoutes } from './pages/guides.routes.tsx';
import { officeGuidesRoutes } from './pages/office-guides.routes.tsx';
import { readingsRoutes } from './pages/readings.routes.tsx';
import { eraseReadings, READING_COLUMNS, readingRows } from './personal.store.ts';

export const guidesRoom: Room = {
  name: 'guides',
  routes: [
    ...guidesRoutes,
    ...kitsRoutes,
    ...helpRoutes,
    ...officeGuidesRoutes,
    ...readingsRoutes,
    ...officeKitsRoutes,
  ],
  searchables: [searchedKits],
  personalData: {
    columns: READING_COLUMNS,
    sections: [{ key: 'guide-readings', title: m.personal_readings, read: readingRows.readings }],
    erase: eraseReadings,
  },
  notices: {
    'guide-read': { tone: 'success', words: m.guides_notice_read },
    'guide-newer': { tone: 'warning', words: m.guides_notice_newer },
    'guides-started': { tone: 'success', words: m.guides_notice_started },
    'guide-written': { tone: 'success', words: m.guides_notice_written },
    'guide-rewritten': { tone: 'success', words: m.guides_notice_rewritten },
    'guide-published': { tone: 'success', words: m.guides_notice_published },
    'guide-unpublished': { tone: 'success', words: m.guides_notice_unpublished },
    'guide-moved': { tone: 'success', words: m.guides_notice_moved },
    'guide-file-added': { tone: 'success', words: m.guides_notice_file_added },
    'guide-file-removed': { tone: 'success', words: m.guides_notice_file_removed },
    'kits-started': { tone: 'success', words: m.guides_notice_kits_started },
    'kit-made': { tone: 'success', words: m.guides_notice_kit_made },
    'kit-changed': { tone: 'success', words: m.guides_notice_kit_changed },
    'kit-item-added': { tone: 'success', words: m.guides_notice_file_added },
    'kit-item-removed': { tone: 'success', words: m.guides_notice_file_removed },
  },
};
