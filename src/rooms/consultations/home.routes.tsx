import * as m from '../../paraglide/messages.js';
import type { HomePart, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { listSeenSpaces } from './load.routes.ts';
import { SpaceCards } from './spaces.page.tsx';

/** The newest on the home page: their own page has them all. */
const SHOWN = 3;

/** What the home page of an organisation says of its spaces: those in which something can be done now. */
export async function listSpaceParts(visit: Visit): Promise<HomePart[]> {
  const open = (await listSeenSpaces(visit)).filter(({ isOpen }) => isOpen);
  if (open.length === 0) return [];
  return [
    {
      title: m.participation_home_title(),
      action: { label: m.participation_home_all(), href: urls.spaces() },
      body: <SpaceCards spaces={open.slice(0, SHOWN)} />,
    },
  ];
}
