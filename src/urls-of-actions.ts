import { address } from './platform/http/address.ts';
import { urlsOfCommitments } from './urls-of-commitments.ts';

/** Actions that groups propose to a fund (`:action`: number and words, as ideas). A part of `urls`, which everybody asks. */
export const urlsOfActions = {
  /** What groups see of a fund, and the page of one. */
  fundActions: address('/fonds/:fund/actions'),
  fundAction: address('/fonds/:fund/actions/:action'),
  /** The five criteria, and which group proposes. */
  proposeAction: address('/fonds/:fund/proposer'),
  /** What a group proposes, and commits to. */
  groupActions: address('/groupes/:group/actions'),
  /** Of the group and the reviewers alone until it is published. */
  proposal: address('/actions/:action'),
  proposalText: address('/actions/:action/rediger'),
  proposalAutosave: address('/actions/:action/enregistrement'),
  proposalPicture: address('/actions/:action/illustration'),
  proposalPictureRemove: address('/actions/:action/illustration/retirer'),
  proposalImage: address('/actions/:action/image'),
  proposalSubmit: address('/actions/:action/envoyer'),
  proposalDelete: address('/actions/:action/supprimer'),
  proposalMessage: address('/actions/:action/messages'),
  /** `avec`: the version it is compared with, the one before unless said. */
  proposalVersion: address('/actions/:action/versions/:version'),
  /** `q`, `etat`, `fonds`, `type`, `apres`. */
  examinations: address('/examen-des-actions'),
  examination: address('/examen-des-actions/:action'),
  examinationMessage: address('/examen-des-actions/:action/messages'),
  examinationChanges: address('/examen-des-actions/:action/completer'),
  examinationPublish: address('/examen-des-actions/:action/publier'),
  examinationRefuse: address('/examen-des-actions/:action/refuser'),
  examinationArchive: address('/examen-des-actions/:action/archiver'),
  examinationReopen: address('/examen-des-actions/:action/rouvrir'),
  ...urlsOfCommitments,
} as const;
