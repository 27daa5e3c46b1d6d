import { address } from './platform/http/address.ts';

/** What is published as files, and what the office takes away. A part of `urls`, which everybody asks. */
export const urlsOfOpenData = {
  openData: address('/donnees'),
  /** For portals that harvest: DCAT-AP in JSON-LD. */
  dataCatalogue: address('/donnees/catalogue.jsonld'),
  dataZip: address('/donnees/tout.zip'),
  dataSet: address('/donnees/:set'),
  /** `idees.csv`: the name of a set and a format. */
  dataFile: address('/donnees/fichiers/:file'),

  adminIdeasJson: address('/administration/editions/:edition/idees.json'),
  adminExports: address('/administration/editions/:edition/exports'),
  adminExport: address('/administration/editions/:edition/exports/:file'),
} as const;
