import { address } from './platform/http/address.ts';

/** What an edition amounted to. A part of `urls`, which everybody asks. */
export const urlsOfEvaluation = {
  /** A draft is there for officers only. */
  report: address('/editions/:edition/bilan'),
  /** `bilan.pdf`, `bilan.csv`, `bilan.xlsx`, `colonnes.csv`. */
  reportFile: address('/editions/:edition/bilan/:file'),
  adminReport: address('/administration/editions/:edition/bilan'),
  adminPublishReport: address('/administration/editions/:edition/bilan/publier'),
  adminWithdrawReport: address('/administration/editions/:edition/bilan/retirer'),
  adminPopulation: address('/administration/population'),
  /** Fills the form in from a file or what was pasted; saves nothing. */
  adminReadPopulation: address('/administration/population/lire'),
} as const;
