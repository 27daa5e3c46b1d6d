import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { readNumber } from '../spaces/index.ts';
import { tellHolders } from './freeze-letters.jobs.ts';
import { kitRoutes } from './kit.routes.tsx';
import { kitZipRoutes } from './kit-zip.routes.ts';
import { officeRoutes } from './office.routes.tsx';
import { pressRoutes } from './press.routes.tsx';
import { searchedPressPages } from './press-search.routes.ts';
import { countReading } from './reading.store.ts';
import { isRobot } from './reading.ts';
import { resultShareRoutes } from './result-share.routes.tsx';

export const campaignRoom: Room = {
  name: 'campaign',
  searchables: [searchedPressPages],
  routes: [...kitRoutes, ...kitZipRoutes, ...pressRoutes, ...resultShareRoutes, ...officeRoutes],
  readers: { 'project-list.frozen': tellHolders },
  noteReading(db, organisationId, { pattern, params, userAgent }) {
    if (pattern !== urls.project.pattern || isRobot(userAgent)) return;
    const number = readNumber(params.project ?? '');
    const edition = params.edition ?? '';
    if (number !== null) countReading(db, { organisationId, edition, number });
  },
};
