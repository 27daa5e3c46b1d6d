import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';

/** From the office to the edition; and on to its questionnaire. */
export function surveyCrumbs(edition: { slug: string; title: string }, { deep = true } = {}) {
  const at = { edition: edition.slug };
  return [
    { label: m.spaces_office(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition(at) },
    ...(deep ? [{ label: m.survey_office_title(), href: urls.adminSurvey(at) }] : []),
  ];
}
