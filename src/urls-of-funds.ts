import { address } from './platform/http/address.ts';

/** Funds that certified groups of a movement share. A part of `urls`, which everybody asks; elsewhere they are not there. */
export const urlsOfFunds = {
  funds: address('/fonds'),
  fund: address('/fonds/:fund'),
  /** For whoever keeps the accounts: what is given to it, and taken back. */
  fundEndowment: address('/fonds/:fund/dotation'),
  fundLowering: address('/fonds/:fund/dotation/reprendre'),
  adminFunds: address('/administration/fonds'),
  adminNewFund: address('/administration/fonds/nouveau'),
  adminFund: address('/administration/fonds/:fund'),
  adminFundSettings: address('/administration/fonds/:fund/reglages'),
  adminFundOpen: address('/administration/fonds/:fund/ouvrir'),
  /** Asked once more before it is done. */
  adminFundClose: address('/administration/fonds/:fund/clore'),
  adminFundThreshold: address('/administration/fonds/:fund/seuil'),
  adminFundDocuments: address('/administration/fonds/:fund/documents'),
  adminFundDocumentRemove: address('/administration/fonds/:fund/documents/:file/retirer'),
} as const;
