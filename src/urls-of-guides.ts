import { address } from './platform/http/address.ts';

/** Training pages, kits and help. A part of `urls`, which everybody asks. */
export const urlsOfGuides = {
  guides: address('/espace-agents'),
  guide: address('/espace-agents/:page'),
  acknowledgeGuide: address('/espace-agents/:page/lu'),
  guideFile: address('/espace-agents/:page/documents/:file'),
  kits: address('/editions/:edition/kits'),
  kitItem: address('/editions/:edition/kits/:kit/:item'),
  adminGuides: address('/administration/espace-agents'),
  adminGuidesStart: address('/administration/espace-agents/fiches-de-depart'),
  adminNewGuide: address('/administration/espace-agents/nouvelle'),
  adminGuide: address('/administration/espace-agents/:page'),
  adminGuideShow: address('/administration/espace-agents/:page/publier'),
  adminGuideMove: address('/administration/espace-agents/:page/deplacer'),
  adminGuideFiles: address('/administration/espace-agents/:page/documents'),
  adminRemoveGuideFile: address('/administration/espace-agents/:page/documents/:file/retirer'),
  adminGuideReadings: address('/administration/espace-agents/:page/lectures'),
  adminGuideReadingsCsv: address('/administration/espace-agents/:page/lectures.csv'),
  adminGuideVersions: address('/administration/espace-agents/:page/versions'),
  adminKits: address('/administration/editions/:edition/kits'),
  adminKitsStart: address('/administration/editions/:edition/kits/kits-de-depart'),
  adminNewKit: address('/administration/editions/:edition/kits/nouveau'),
  adminKit: address('/administration/editions/:edition/kits/:kit'),
  adminKitItems: address('/administration/editions/:edition/kits/:kit/documents'),
  adminRemoveKitItem: address(
    '/administration/editions/:edition/kits/:kit/documents/:item/retirer',
  ),
  adminHelp: address('/administration/aide'),
  adminHelpTopic: address('/administration/aide/:topic'),
} as const;
