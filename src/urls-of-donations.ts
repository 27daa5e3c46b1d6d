import { address } from './platform/http/address.ts';

/** Earmarked donations, the solidarity fund, and what a group has: of a movement. A part of `urls`. */
export const urlsOfDonations = {
  /** `destination`, `du`, `au`, `apres`: the donation after which the page begins. */
  donations: address('/finances/dons'),
  newDonation: address('/finances/dons/nouveau'),
  donationImport: address('/finances/dons/importer'),
  donationFile: address('/finances/dons/importer/:file'),
  donationTakeBack: address('/finances/dons/:donation/reprendre'),
  /** `apres`: the number of the entry after which the page begins. */
  solidarity: address('/finances/solidarite'),
  /** As `solidarity`. */
  groupMoney: address('/groupes/:group/caisse'),
} as const;
