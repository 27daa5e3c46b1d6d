import * as m from '../../paraglide/messages.js';
import type { Crumb } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';

export function officeCrumbs(edition: Edition): Crumb[] {
  return [
    { label: m.projects_office(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
  ];
}
