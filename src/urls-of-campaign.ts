import { address } from './platform/http/address.ts';

/** What makes projects and their vote known. A part of `urls`, which everybody asks. */
export const urlsOfCampaign = {
  projectShare: address('/editions/:edition/projets/:project/faire-connaitre'),
  /** `apercu`: as a page shows it, which is no download. */
  projectKit: address('/editions/:edition/projets/:project/kit/:piece'),
  projectKitZip: address('/editions/:edition/projets/:project/kit.zip'),
  press: address('/editions/:edition/presse'),
  pressPicture: address('/editions/:edition/presse/:piece'),
  /** Of a published result; nothing of it is there before. */
  resultShare: address('/editions/:edition/resultats/partager'),
  resultPicture: address('/editions/:edition/resultats/partager/:piece'),
  winnerPicture: address('/editions/:edition/resultats/partager/laureats/:project/:piece'),
  /** For whoever holds the project: its id, since it may not be public yet. */
  holderProject: address('/mon-espace/projets/:project'),
  adminCampaign: address('/administration/editions/:edition/campagne'),
  adminCampaignZip: address('/administration/editions/:edition/campagne/kits.zip'),
} as const;
