import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { charterRoutes } from './charter/charter.routes.tsx';
import { departmentSet } from './departments/department-set.routes.ts';
import { legalSettingsRoutes } from './legal/legal-settings.routes.tsx';
import { organisationsRoutes } from './organisations.routes.tsx';
import { searchedPages } from './page-search.routes.ts';
import { pausesRoutes } from './pauses/pauses.routes.tsx';
import { providersRoutes } from './providers/providers.routes.tsx';
import { settingsRoutes } from './settings/settings.routes.tsx';

export const organisationsRoom: Room = {
  name: 'organisations',
  routes: [
    ...organisationsRoutes,
    ...charterRoutes,
    ...providersRoutes,
    ...settingsRoutes,
    ...legalSettingsRoutes,
    ...pausesRoutes,
  ],
  searchables: [searchedPages],
  dataSets: [departmentSet],
  notices: {
    'organisation-changed': { tone: 'success', words: m.access_notice_organisation },
    'logo-changed': { tone: 'success', words: m.access_notice_logo },
    'logo-removed': { tone: 'success', words: m.access_notice_logo_removed },
    'legal-notice-changed': { tone: 'success', words: m.legal_notice_changed },
    'promotion-pause-declared': { tone: 'success', words: m.pauses_notice_declared },
    'promotion-pause-lifted': { tone: 'success', words: m.pauses_notice_lifted },
    'provider-added': { tone: 'success', words: m.providers_notice_added },
    'provider-changed': { tone: 'success', words: m.providers_notice_changed },
    'provider-offered': { tone: 'success', words: m.providers_notice_offered },
    'provider-withdrawn': { tone: 'success', words: m.providers_notice_withdrawn },
    'provider-removed': { tone: 'success', words: m.providers_notice_removed },
  },
};
