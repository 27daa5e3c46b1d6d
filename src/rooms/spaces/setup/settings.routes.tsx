import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findEditionToChange } from '../office-visit.routes.ts';
import { listKeptParts } from './part-kept.store.ts';
import { SettingsPage } from './settings.page.tsx';

export const settingsRoutes: readonly Route[] = [
  get(urls.adminEditionSettings, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const [kept, prepared] = await Promise.all([
      listKeptParts(visit.db, visit.organisation.id, edition.id),
      visit.findPreparedParts(edition.id),
    ]);
    return page({
      title: m.spaces_settings_title(),
      section: 'admin',
      body: <SettingsPage edition={edition} kept={kept} prepared={prepared} />,
    });
  }),
];
