import { address } from './platform/http/address.ts';

/** Mandates of the members of a network, its directory, those who lead it, and local authorities that are members. */
export const urlsOfMandates = {
  ownMandates: address('/espaces/:space/mandats'),
  declareMandate: address('/espaces/:space/mandats/declarer'),
  correctMandate: address('/espaces/:space/mandats/:mandate/corriger'),
  withdrawMandate: address('/espaces/:space/mandats/:mandate/retirer'),
  endMandate: address('/espaces/:space/mandats/:mandate/fin'),
  /** Of who is brought in by the team: the token proves the mailbox. */
  mandateInvitation: address('/mandats/invitations/:token'),

  directory: address('/espaces/:space/annuaire/:component'),
  directoryEntry: address('/espaces/:space/annuaire/:component/ma-fiche'),

  /** Who leads a network and who helps them. */
  spaceTeam: address('/espaces/:space/equipe'),
  teamRequestWithdraw: address('/espaces/:space/equipe/ma-demande/retirer'),
  teamRequestAccept: address('/espaces/:space/equipe/demandes/:request/accepter'),
  teamRequestDecline: address('/espaces/:space/equipe/demandes/:request/decliner'),
  teamLeave: address('/espaces/:space/equipe/quitter'),
  teamShow: address('/espaces/:space/equipe/vitrine'),
  teamParity: address('/espaces/:space/equipe/parite'),

  /** Local authorities that are members of a network. */
  memberBodies: address('/espaces/:space/collectivites'),
  memberBodiesCsv: address('/espaces/:space/collectivites.csv'),
  adminNewMemberBody: address('/administration/espaces/:space/collectivites/nouvelle'),
  adminMemberBody: address('/administration/espaces/:space/collectivites/:body'),

  adminMandates: address('/administration/espaces/:space/mandats'),
  adminMandateImport: address('/administration/espaces/:space/mandats/importer'),
  adminMandateImportRun: address('/administration/espaces/:space/mandats/importer/faire'),
  adminMandate: address('/administration/espaces/:space/mandats/:mandate'),
  adminMandateVerify: address('/administration/espaces/:space/mandats/:mandate/verifier'),
  adminMandateRefuse: address('/administration/espaces/:space/mandats/:mandate/refuser'),
  adminMandateNote: address('/administration/espaces/:space/mandats/:mandate/note'),
  adminMandateProof: address('/administration/espaces/:space/mandats/:mandate/document'),
} as const;
