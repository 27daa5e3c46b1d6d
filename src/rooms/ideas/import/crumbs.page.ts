import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';

/** The way down to the files of ideas. */
export const ideasCrumbs = (edition: Edition) => [
  { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
  { label: m.imports_crumb_ideas(), href: urls.adminIdeas({ edition: edition.slug }) },
];

export const importCrumbs = (edition: Edition) => [
  ...ideasCrumbs(edition),
  { label: m.imports_title(), href: urls.adminIdeaImports({ edition: edition.slug }) },
];
