import { address } from './platform/http/address.ts';

/** Action groups of a movement. A part of `urls`, which everybody asks; elsewhere these addresses are not there. */
export const urlsOfGroups = {
  /** `q`, `genre`, `departement`, `certifie=oui`, `apres`: the group after which the page begins. */
  groups: address('/groupes'),
  newGroup: address('/groupes/nouveau'),
  /** From a mail; the token is the right to it. */
  groupInvitation: address('/groupes/invitations/:token'),
  group: address('/groupes/:group'),
  groupChange: address('/groupes/:group/modifier'),
  groupJoin: address('/groupes/:group/rejoindre'),
  groupLeave: address('/groupes/:group/quitter'),
  groupMembers: address('/groupes/:group/membres'),
  groupRequestAnswer: address('/groupes/:group/demandes/:person'),
  groupInvite: address('/groupes/:group/invitations'),
  groupInvitationWithdraw: address('/groupes/:group/invitations/:invitation/retirer'),
  groupMemberRole: address('/groupes/:group/membres/:person/role'),
  groupMemberTreasurer: address('/groupes/:group/membres/:person/tresorerie'),
  groupMemberRemove: address('/groupes/:group/membres/:person/retirer'),
  groupGender: address('/groupes/:group/genre'),
  groupPublicActions: address('/groupes/:group/actions-publiques'),
  groupPublicActionRemove: address('/groupes/:group/actions-publiques/:action/retirer'),
  groupCertification: address('/groupes/:group/certification'),
  /** As `groups`; `certifie=demandee` and `avertis` besides. */
  adminGroups: address('/administration/groupes'),
  adminGroupCriteria: address('/administration/groupes/certification'),
  adminGroupImport: address('/administration/groupes/importer'),
  adminGroupImportRun: address('/administration/groupes/importer/creer'),
  /** `groupes.csv` or `groupes.xlsx`, with the filters of `adminGroups`. */
  adminGroupExport: address('/administration/groupes/export/:file'),
  adminGroup: address('/administration/groupes/:group'),
  adminGroupInviteLead: address('/administration/groupes/:group/animation'),
  adminGroupGrant: address('/administration/groupes/:group/accorder'),
  adminGroupRefuse: address('/administration/groupes/:group/refuser'),
  adminGroupWithdraw: address('/administration/groupes/:group/retirer'),
} as const;
