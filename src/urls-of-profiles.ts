import { address } from './platform/http/address.ts';

/** What people may tell of themselves, and what others read of them. A part of `urls`, which everybody asks. */
export const urlsOfProfiles = {
  /** `vers`: where the person was going, at the end of a sign-up. */
  ownProfile: address('/compte/profil'),
  eraseOwnProfile: address('/compte/profil/effacer'),
  /** `modele`: the preset that the form begins with. */
  profileFields: address('/administration/champs-du-profil'),
  moveProfileField: address('/administration/champs-du-profil/:field/deplacer'),
  closeProfileField: address('/administration/champs-du-profil/:field/fermer'),
  profileFigures: address('/administration/champs-du-profil/statistiques'),
  profileFiguresCsv: address('/administration/champs-du-profil/statistiques.csv'),
  officialAccounts: address('/administration/comptes-officiels'),
  endOfficialAccount: address('/administration/comptes-officiels/:account/retirer'),
  /** By nickname. */
  publicProfile: address('/personnes/:person'),
  closeOwnProfile: address('/compte/profil/public'),
} as const;
