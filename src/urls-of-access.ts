import { address } from './platform/http/address.ts';
import { urlsOfProfiles } from './urls-of-profiles.ts';

/** Roles, invitations, services, the organisation's settings, its charter, and ways to sign in. A part of `urls`. */
export const urlsOfAccess = {
  ...urlsOfProfiles,
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
  charterVersions: address('/charte/versions'),
  charterVersion: address('/charte/versions/:version'),
  adminCharter: address('/administration/charte'),
  adminNewCharter: address('/administration/charte/nouvelle-version'),
  adminVerification: address('/administration/verification'),
  adminTestMail: address('/administration/verification/courriel'),

  signInByPasskey: address('/connexion/cle'),
  signInByPasskeyAsk: address('/connexion/cle/demande'),

  adminProviders: address('/administration/fournisseurs-d-identite'),
  adminNewProvider: address('/administration/fournisseurs-d-identite/nouveau'),
  adminProvider: address('/administration/fournisseurs-d-identite/:provider'),
  adminVerifyProvider: address('/administration/fournisseurs-d-identite/:provider/verifier'),
  adminEnableProvider: address('/administration/fournisseurs-d-identite/:provider/proposer'),
  adminDisableProvider: address('/administration/fournisseurs-d-identite/:provider/retirer'),
  adminRemoveProvider: address('/administration/fournisseurs-d-identite/:provider/supprimer'),
} as const;
