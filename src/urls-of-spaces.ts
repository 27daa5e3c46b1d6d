import { address } from './platform/http/address.ts';
import { urlsOfAssemblies } from './urls-of-assemblies.ts';
import { urlsOfBoards } from './urls-of-boards.ts';
import { urlsOfDocuments } from './urls-of-documents.ts';
import { urlsOfDossiers } from './urls-of-dossiers.ts';
import { urlsOfMandates } from './urls-of-mandates.ts';
import { urlsOfMobilisations } from './urls-of-mobilisations.ts';
import { urlsOfMutualHelp } from './urls-of-mutual-help.ts';

/** Spaces of participation: what everybody reads, and their office. A part of `urls`, which everybody asks. */
export const urlsOfSpaces = {
  ...urlsOfAssemblies,
  ...urlsOfDossiers,
  ...urlsOfBoards,
  ...urlsOfMandates,
  ...urlsOfDocuments,
  ...urlsOfMobilisations,
  ...urlsOfMutualHelp,
  spaces: address('/espaces'),
  space: address('/espaces/:space'),
  theme: address('/espaces/:space/themes/:theme'),
  /** The final vote that a component is (R104); the ballot itself is where every vote is: `urls.vote`. */
  spaceVote: address('/espaces/:space/votes/:component'),

  adminSpaces: address('/administration/espaces'),
  adminNewSpace: address('/administration/espaces/nouveau'),
  adminSpace: address('/administration/espaces/:space'),
  adminSpaceSettings: address('/administration/espaces/:space/reglages'),
  adminSpaceOpen: address('/administration/espaces/:space/ouvrir'),
  adminSpaceClose: address('/administration/espaces/:space/clore'),
  adminSpaceAbandon: address('/administration/espaces/:space/abandonner'),
  adminThemes: address('/administration/espaces/:space/themes'),
  adminNewTheme: address('/administration/espaces/:space/themes/nouveau'),
  adminTheme: address('/administration/espaces/:space/themes/:theme'),
  adminThemeMove: address('/administration/espaces/:space/themes/:theme/deplacer'),
  adminThemeRemove: address('/administration/espaces/:space/themes/:theme/supprimer'),
  adminComponents: address('/administration/espaces/:space/composantes'),
  adminNewComponent: address('/administration/espaces/:space/composantes/nouvelle'),
  adminComponent: address('/administration/espaces/:space/composantes/:component'),
  adminComponentMove: address('/administration/espaces/:space/composantes/:component/deplacer'),
  adminComponentHide: address('/administration/espaces/:space/composantes/:component/masquer'),
  adminCoOrganisers: address('/administration/espaces/:space/coorganisateurs'),
  adminCoOrganiser: address('/administration/espaces/:space/coorganisateurs/:coOrganiser'),
  adminCoOrganiserRemove: address(
    '/administration/espaces/:space/coorganisateurs/:coOrganiser/retirer',
  ),
  adminSpaceTeam: address('/administration/espaces/:space/equipe'),
  adminSpaceTeamRemove: address('/administration/espaces/:space/equipe/:grant/retirer'),
  /** What is said in it, as files without names: `propositions.csv`, `commentaires.json`… */
  adminSpaceExports: address('/administration/espaces/:space/exports'),
  adminSpaceExport: address('/administration/espaces/:space/exports/:file'),
  adminSpaceVote: address('/administration/espaces/:space/votes/:component'),
  adminSpaceVoteText: address('/administration/espaces/:space/votes/:component/texte'),
  adminSpaceVoteOpen: address('/administration/espaces/:space/votes/:component/ouvrir'),
  adminSpaceMembers: address('/administration/espaces/:space/membres'),
  adminSpaceMemberRemove: address('/administration/espaces/:space/membres/:person/retirer'),
} as const;
