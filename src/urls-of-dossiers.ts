import { address } from './platform/http/address.ts';

/** Dossiers of a network. A part of `urls`, which everybody asks. */
export const urlsOfDossiers = {
  /** `etat=clos`, `apres`: the dossier after which the page begins. */
  dossiers: address('/espaces/:space/dossiers/:component'),
  newDossier: address('/espaces/:space/dossiers/:component/ouvrir'),
  dossier: address('/espaces/:space/dossiers/:component/:dossier'),
  changeDossier: address('/espaces/:space/dossiers/:component/:dossier/modifier'),
  closeDossier: address('/espaces/:space/dossiers/:component/:dossier/clore'),
  reopenDossier: address('/espaces/:space/dossiers/:component/:dossier/rouvrir'),
  /** To ask to be let in, or to accept an invitation. */
  joinDossier: address('/espaces/:space/dossiers/:component/:dossier/rejoindre'),
  /** Also: to decline an invitation, to take a request back. */
  leaveDossier: address('/espaces/:space/dossiers/:component/:dossier/quitter'),
  dossierMembers: address('/espaces/:space/dossiers/:component/:dossier/membres'),
  inviteToDossier: address('/espaces/:space/dossiers/:component/:dossier/membres/inviter'),
  dossierMember: address('/espaces/:space/dossiers/:component/:dossier/membres/:person'),
  dossierTasks: address('/espaces/:space/dossiers/:component/:dossier/taches'),
  dossierTask: address('/espaces/:space/dossiers/:component/:dossier/taches/:task'),
  /** `geste`: fait, a-faire, monter, descendre, retirer. */
  dossierTaskAct: address('/espaces/:space/dossiers/:component/:dossier/taches/:task/geste'),
  dossierDocuments: address('/espaces/:space/dossiers/:component/:dossier/documents'),
  dossierEvents: address('/espaces/:space/dossiers/:component/:dossier/evenements'),
} as const;
