/**
 * Licences under which data may be published, by their SPDX identifiers. Article D323-2-1 of the code of relations between
 * the public and the administration names the first two for public bodies; CC0 is for those that are none.
 */
export const DATA_LICENCES = {
  'etalab-2.0': {
    name: 'Licence Ouverte / Open Licence 2.0 (Etalab)',
    href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
  },
  'ODbL-1.0': {
    name: 'Open Database License (ODbL) 1.0',
    href: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
  'CC0-1.0': {
    name: 'CC0 1.0 Universal',
    href: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
} as const;

export type DataLicence = keyof typeof DATA_LICENCES;

export const isDataLicence = (text: string): text is DataLicence =>
  Object.hasOwn(DATA_LICENCES, text);
