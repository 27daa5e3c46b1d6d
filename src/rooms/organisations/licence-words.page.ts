import * as m from '../../paraglide/messages.js';
import type { DataLicence } from './data-licence.ts';

/** What whoever reuses data under a licence may do, and owes. */
export const licenceWords: Record<DataLicence, () => string> = {
  'etalab-2.0': m.opendata_licence_etalab,
  'ODbL-1.0': m.opendata_licence_odbl,
  'CC0-1.0': m.opendata_licence_cc0,
};
