/** Which column holds what: guessed from the names that offices give, said by the officer otherwise. */
import { nameKey } from './name-key.ts';
import { FIELDS, type Field, type Mapping } from './register.ts';

/** Folded names, the surest first. */
const NAMES: Record<Field, readonly string[]> = {
  lastName: [
    'nomdenaissance',
    'nomnaissance',
    'nompatronymique',
    'nomdefamille',
    'patronyme',
    'nom',
    'lastname',
    'surname',
    'familyname',
  ],
  usedName: ['nomdusage', 'nomusage', 'nommarital', 'nomdepouse', 'nomdepoux', 'usedname'],
  firstNames: ['prenoms', 'prenom', 'prenomusuel', 'firstnames', 'firstname', 'givennames'],
  birthDate: [
    'datedenaissance',
    'datenaissance',
    'datenaiss',
    'ddn',
    'nele',
    'neele',
    'naissance',
    'birthdate',
    'dateofbirth',
  ],
  number: [
    'numerodelecteur',
    'numeroelecteur',
    'nelecteur',
    'ndelecteur',
    'nodelecteur',
    'noelecteur',
    'nadherent',
    'ndadherent',
    'numelecteur',
    'numeronationaldelecteur',
    'ine',
    'numerodinscription',
    'numerodadherent',
    'numeroadherent',
    'numerodemembre',
    'matricule',
    'membernumber',
  ],
  address: [
    'adresse',
    'adressecomplete',
    'adressepostale',
    'libelledevoie',
    'voie',
    'rue',
    'address',
  ],
  postcode: ['codepostal', 'cp', 'postcode', 'zipcode'],
  town: ['commune', 'ville', 'localite', 'town', 'city'],
  district: ['quartier', 'secteur', 'arrondissement', 'district', 'zone'],
  email: ['courriel', 'email', 'mail', 'adresseelectronique', 'adressemail', 'adressecourriel'],
};

export function guessMapping(columns: readonly string[]): Mapping {
  const keys = columns.map(nameKey);
  const mapping: Mapping = {};
  for (const field of FIELDS) {
    const at = NAMES[field].map((name) => keys.indexOf(name)).find((index) => index !== -1);
    if (at !== undefined) mapping[field] = at;
  }
  return mapping;
}

export type MappingRefusal = 'names-needed' | 'first-names-needed' | 'column-twice';

/** By field; empty: the mapping holds. */
export function checkMapping(mapping: Mapping): Partial<Record<Field, MappingRefusal>> {
  const refusals: Partial<Record<Field, MappingRefusal>> = {};
  if (mapping.lastName === undefined && mapping.usedName === undefined)
    refusals.lastName = 'names-needed';
  if (mapping.firstNames === undefined) refusals.firstNames = 'first-names-needed';
  const seen = new Set<number>();
  for (const field of FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    if (seen.has(column)) refusals[field] = 'column-twice';
    seen.add(column);
  }
  return refusals;
}
