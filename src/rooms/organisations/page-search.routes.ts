import * as m from '../../paraglide/messages.js';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { getCharter } from './charter/charter.store.ts';
import { findLegalNotice } from './legal/legal-notice.store.ts';
import { findOrganisation } from './organisation.store.ts';
import { searchPages } from './page-search.store.ts';

/** Charter, accessibility, privacy and legal notice, in the reader's language. */
export const searchedPages: Searchable = {
  kind: 'page',
  ofEditions: false,
  async find(db, asked) {
    const [organisation, charter, notice] = await Promise.all([
      findOrganisation(db, asked.organisationId),
      getCharter(db, asked.organisationId),
      findLegalNotice(db, asked.organisationId),
    ]);
    if (!organisation) return [];
    const names = { organisation: organisation.name, contact: organisation.contactEmail };
    const found = await searchPages(db, asked, [
      { href: urls.charter(), title: m.organisations_charter_title(), text: charter.body },
      {
        href: urls.legal(),
        title: m.organisations_legal_title(),
        text: [
          notice.publisher || organisation.name,
          notice.director,
          notice.hostName,
          m.organisations_legal_words_text(names),
          m.organisations_legal_software_text(),
        ].join('\n'),
      },
      {
        href: urls.privacy(),
        title: m.organisations_privacy_title(),
        text: [
          m.organisations_privacy_lead(),
          m.organisations_privacy_what_text(),
          m.organisations_privacy_why_text(names),
          m.organisations_privacy_vote_text(),
          m.organisations_privacy_long_text(),
          m.organisations_privacy_cookies(),
          m.organisations_privacy_cookies_text(),
          m.organisations_privacy_rights_text(names),
        ].join('\n'),
      },
      {
        href: urls.accessibility(),
        title: m.organisations_accessibility_title(),
        text: [
          m.organisations_accessibility_lead(names),
          m.organisations_accessibility_state_text(),
          m.organisations_accessibility_limits_text(),
        ].join('\n'),
      },
    ]);
    return found.map((one) => ({ ...one, lang: null, editionId: null, number: null }));
  },
};
