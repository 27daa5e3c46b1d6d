import { address } from './platform/http/address.ts';

/** Pages of spending requests: of the group, step by step, and of the finance desk. A part of `urls`, which everybody asks. */
export const urlsOfRequests = {
  groupRequests: address('/groupes/:group/demandes-de-depenses'),
  newGroupRequest: address('/groupes/:group/demandes-de-depenses/nouvelle'),
  requestDetails: address('/depenses/:request/details'),
  requestDocuments: address('/depenses/:request/justificatifs'),
  requestDocumentRemoval: address('/depenses/:request/justificatifs/:document/retirer'),
  requestFile: address('/depenses/:request/fichiers/:file'),
  requestAmount: address('/depenses/:request/montant'),
  requestBank: address('/depenses/:request/coordonnees'),
  requestEnding: address('/depenses/:request/finalisation'),
  /** Another treasurer says that it may go to the desk, or sends it back. */
  requestCheck: address('/depenses/:request/verification'),
  /** What the desk asked is answered. */
  requestAnswer: address('/depenses/:request/reponse'),
  /** Decided already, and the envelope suffices now. */
  requestBooking: address('/depenses/:request/decompte'),
  requestDeletion: address('/depenses/:request/supprimer'),
  /** `etat`, `groupe`, `source`, `categorie`, `type`, `du`, `au`, `q`; `apres`: a number. */
  financeRequests: address('/finances/demandes'),
  financeRequestsFile: address('/finances/demandes/exporter/:file'),
  financeRequestDecision: address('/finances/demandes/:request/decision'),
} as const;
