import { address } from './platform/http/address.ts';

/** Roles, invitations, services, the organisation's settings and the check of the installation. A part of `urls`. */
export const urlsOfAccess = {
  adminGrantRole: address('/administration/acces/roles'),
  adminGrant: address('/administration/acces/roles/:grant'),
  adminRevokeGrant: address('/administration/acces/roles/:grant/retirer'),
  adminInvitations: address('/administration/acces/invitations'),
  adminInviteMany: address('/administration/acces/invitations/plusieurs'),
  adminRenewInvitation: address('/administration/acces/invitations/:invitation/renouveler'),
  adminWithdrawInvitation: address('/administration/acces/invitations/:invitation/annuler'),
  adminDepartments: address('/administration/services'),
  adminNewDepartment: address('/administration/services/nouveau'),
  adminImportDepartments: address('/administration/services/importer'),
  adminDepartment: address('/administration/services/:department'),
  adminCloseDepartment: address('/administration/services/:department/fermer'),
  adminReopenDepartment: address('/administration/services/:department/rouvrir'),
  adminAddAgent: address('/administration/services/:department/agents'),
  adminReferent: address('/administration/services/:department/agents/:grant/referent'),
  adminRemoveAgent: address('/administration/services/:department/agents/:grant/retirer'),
  adminOrganisation: address('/administration/organisation'),
  adminLogo: address('/administration/organisation/logo'),
  adminRemoveLogo: address('/administration/organisation/logo/retirer'),
  adminLegal: address('/administration/organisation/mentions-legales'),
  adminVerification: address('/administration/verification'),
  adminTestMail: address('/administration/verification/courriel'),
} as const;
