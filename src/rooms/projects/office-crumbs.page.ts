import * as m from '../../paraglide/messages.js';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

export function officeCrumbs(edition: Edition): { label: string; href: string }[] {
  return [
    { label: m.projects_office(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
  ];
}

/** From the dashboard to one project. */
export function projectCrumbs(edition: Edition) {
  return [
    ...officeCrumbs(edition),
    { label: m.projects_office_title(), href: urls.adminProjects({ edition: edition.slug }) },
  ];
}
