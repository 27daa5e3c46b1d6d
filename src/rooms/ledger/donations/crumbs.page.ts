import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';

/** What stands above the pages of the finance desk. */
export const deskCrumbs = () => [{ label: m.ledger_title(), href: urls.finances() }];

/** What stands above what is done with donations. */
export const donationCrumbs = () => [
  ...deskCrumbs(),
  { label: m.donations_title(), href: urls.donations() },
];
