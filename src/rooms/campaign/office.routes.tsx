import * as m from '../../paraglide/messages.js';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, mayIn, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { listBallotProjects } from '../projects/index.ts';
import { findEditionForOffice } from '../spaces/index.ts';
import { sumKitDownloads } from './kit-download.store.ts';
import { OfficeCampaignPage } from './office-campaign.page.tsx';
import { sumReadings } from './reading.store.ts';

/** What the town has in hand for its campaign, project by project (R51). */
export const officeRoutes: readonly Route[] = [
  get(urls.adminCampaign, 'officer', async ({ db, organisation, params, visitor }) => {
    const edition = found(await findEditionForOffice(db, organisation.id, params.edition));
    if (!mayIn('officer', visitor, edition.id)) throw notFound('edition');
    const projects = await listBallotProjects(db, organisation.id, edition.id);
    const ids = projects.map(({ id }) => id);
    const [readings, downloads, pause] = await Promise.all([
      sumReadings(db, organisation.id, ids),
      sumKitDownloads(db, organisation.id, ids),
      findPromotionPause(db, organisation.id),
    ]);
    return page({
      title: m.campaign_office_title(),
      section: 'admin',
      body: (
        <OfficeCampaignPage
          edition={edition}
          pause={pause}
          lines={projects.map(({ id, number, title }) => ({
            number,
            title,
            readings: readings.get(id) ?? 0,
            downloads: [...(downloads.get(id)?.values() ?? [])].reduce((sum, one) => sum + one, 0),
          }))}
        />
      ),
    });
  }),
];
