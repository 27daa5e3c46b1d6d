import { address } from './platform/http/address.ts';
import { urlsOfPages } from './urls-of-pages.ts';

/** Search, messages to the organisation, what it tells of itself, and the pre-electoral period. A part of `urls`, which everybody asks. */
export const urlsOfContact = {
  /** `q`: words; `dans`: one kind; `edition`: one edition; `page`: the second and following ones of a kind. */
  search: address('/recherche'),
  contact: address('/contact'),
  contactSent: address('/contact/envoye'),
  /** `etat`: repondus, clos; `avant`: the number below which the list goes on. */
  adminMessages: address('/administration/messages'),
  adminMessage: address('/administration/messages/:message'),
  adminCloseMessage: address('/administration/messages/:message/clore'),
  adminReopenMessage: address('/administration/messages/:message/rouvrir'),
  /** What advances, what is late and what comes, for the mayor's office. */
  adminWeek: address('/administration/semaine'),
  adminWeekLetter: address('/administration/semaine/lettre'),
  adminPauses: address('/administration/periode-preelectorale'),
  adminLiftPause: address('/administration/periode-preelectorale/:pause/lever'),
  ...urlsOfPages,
} as const;
