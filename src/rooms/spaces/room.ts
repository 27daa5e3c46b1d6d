import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findEditionById } from './edition.store.ts';
import { searchedEditions } from './edition-search.routes.ts';
import { editionSet } from './edition-set.routes.ts';
import { mapSettingsRoutes } from './maps/map-settings.routes.tsx';
import { tilesRoutes } from './maps/tiles.routes.ts';
import { officeRoutes } from './office.routes.tsx';
import { outlinesRoutes } from './outlines/outlines.routes.tsx';
import { rulesRoutes } from './rules/rules.routes.tsx';
import { abandonRoutes } from './setup/abandon.routes.tsx';
import { copyRoutes } from './setup/copy-edition.routes.tsx';
import { newEditionRoutes } from './setup/new-edition.routes.tsx';
import { partRoutes } from './setup/part.routes.tsx';
import { settingsRoutes } from './setup/settings.routes.tsx';
import { publicRoutes } from './spaces.routes.tsx';

export const spacesRoom: Room = {
  name: 'spaces',
  routes: [
    ...publicRoutes,
    ...rulesRoutes,
    ...newEditionRoutes,
    ...settingsRoutes,
    ...partRoutes,
    ...copyRoutes,
    ...abandonRoutes,
    ...officeRoutes,
    ...outlinesRoutes,
    ...mapSettingsRoutes,
    ...tilesRoutes,
  ],
  searchables: searchedEditions,
  followed: {
    async edition({ db, organisation }, id) {
      const edition = await findEditionById(db, organisation.id, id);
      if (!edition?.openedAt || edition.spaceId) return null;
      return { title: edition.title, href: urls.edition({ edition: edition.slug }) };
    },
  },
  dataSets: [editionSet],
  notices: {
    'edition-created': { tone: 'success', words: m.spaces_notice_created },
    'edition-settings-changed': { tone: 'success', words: m.spaces_notice_settings_changed },
    'edition-calendar-changed': { tone: 'success', words: m.spaces_notice_calendar_changed },
    'edition-part-kept': { tone: 'success', words: m.setup_notice_part_kept },
    'edition-abandoned': { tone: 'success', words: m.setup_notice_abandoned },
    'edition-copied': { tone: 'success', words: m.setup_notice_copied },
    'outlines-kept': { tone: 'success', words: m.territory_notice_kept },
    'outlines-removed': { tone: 'success', words: m.territory_notice_removed },
    'outline-upload-gone': { tone: 'warning', words: m.territory_notice_upload_gone },
    'map-settings-saved': { tone: 'success', words: m.territory_settings_saved },
    'map-file-kept': { tone: 'success', words: m.territory_file_saved },
    'edition-opened': { tone: 'success', words: m.spaces_notice_opened },
  },
};
