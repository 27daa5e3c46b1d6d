import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';

interface Crumb {
  label: string;
  href: string;
}

/** From the dashboard to an edition: for officers; an agent's way begins at the list. */
export const officeCrumbs = (edition: Edition): Crumb[] => [
  { label: m.projects_office(), href: urls.admin() },
  { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
];

export const deliveriesCrumb = (edition: Edition): Crumb => ({
  label: m.deliver_office_title(),
  href: urls.adminDeliveries({ edition: edition.slug }),
});

/** Down to one realisation. */
export const deliveryCrumbs = (
  edition: Edition,
  isOfficer: boolean,
  project: { number: number; title: string },
): Crumb[] => [
  ...(isOfficer ? officeCrumbs(edition) : []),
  deliveriesCrumb(edition),
  {
    label: project.title,
    href: urls.adminDelivery({ edition: edition.slug, project: project.number }),
  },
];
