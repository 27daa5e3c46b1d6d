import { address } from './platform/http/address.ts';

/** Transfers to whom a movement owes, and what its bank says of them. A part of `urls`; the finance desk alone. */
export const urlsOfPayments = {
  payerAccounts: address('/finances/compte-payeur'),
  /** `compte=campagne`: what the account of the campaign is to pay. */
  transfers: address('/finances/virements'),
  transferBatch: address('/finances/virements/:batch'),
  transferBatchFile: address('/finances/virements/:batch/fichier'),
  transferBatchPaid: address('/finances/virements/:batch/payes'),
  transferBatchCancel: address('/finances/virements/:batch/annuler'),
  transferReject: address('/finances/virements/:batch/rejete'),
  bankStatements: address('/finances/releves'),
  /** Movements that nobody has told apart yet. */
  bankLines: address('/finances/releves/a-rapprocher'),
  bankStatement: address('/finances/releves/:statement'),
  bankLineMatch: address('/finances/releves/lignes/:line/rapprocher'),
  bankLineAside: address('/finances/releves/lignes/:line/ecarter'),
} as const;
