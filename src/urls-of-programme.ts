import { address } from './platform/http/address.ts';

/** Realisations of an edition and of all, and those that come in from a file: of the room `delivery`. */
export const urlsOfProgramme = {
  deliveries: address('/editions/:edition/suivi'),
  delivery: address('/editions/:edition/suivi/:project'),
  /** Every realisation, across editions. */
  globalDelivery: address('/suivi'),
  globalDeliveryCsv: address('/suivi.csv'),
  adminProgrammeImports: address('/administration/realisations/import'),
  adminProgrammeImport: address('/administration/realisations/import/:import'),
  adminProgrammeImportPreview: address('/administration/realisations/import/:import/apercu'),
  adminProgrammeImportStop: address('/administration/realisations/import/:import/arreter'),
  adminProgrammeImportReport: address('/administration/realisations/import/:import/rapport.csv'),
};
