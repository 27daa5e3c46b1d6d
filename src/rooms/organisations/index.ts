export {
  findCharterVersion,
  getCharter,
  listCharterVersions,
  publishCharter,
} from './charter/charter.store.ts';
export {
  type Charter,
  type CharterDraft,
  type CharterRefusal,
  type CharterRefusals,
  type CharterVersion,
  readVersion,
  refuseCharter,
} from './charter/charter.ts';
export { DATA_LICENCES, type DataLicence } from './data-licence.ts';
export { DEFAULT_CHARTER } from './default-charter.ts';
export {
  findDepartment,
  insertDepartment,
  listDepartments,
  listDepartmentsPage,
} from './departments/department.store.ts';
export type { Department, DepartmentRefusal } from './departments/department.ts';
export {
  changeDepartment,
  closeDepartment,
  markDepartment,
  reopenDepartment,
} from './departments/department-writing.store.ts';
export {
  createInstallationLink,
  isInstallationOpen,
  useInstallationLink,
} from './installation.store.ts';
export { findLegalNotice } from './legal/legal-notice.store.ts';
export { type LegalField, missingIn } from './legal/legal-notice.ts';
export {
  findOrganisation,
  findOrganisationByHost,
  findOrganisationBySlug,
  insertOrganisation,
  listOrganisations,
  type NewOrganisation,
} from './organisation.store.ts';
export {
  checkOrganisationName,
  makeSlug,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type OrganisationRefusal,
  readHost,
} from './organisation.ts';
export { searchPages } from './page-search.store.ts';
export { findPromotionPause } from './pauses/pause.store.ts';
export type { PromotionPause } from './pauses/pause.ts';
export {
  discoverProvider,
  findOutboundFailure,
} from './providers/discovery.crypto.ts';
export { findProvider, listProviders } from './providers/provider.store.ts';
export type { Provider } from './providers/provider.ts';
export { type CleanLogo, cleanLogo, keepLogo, type LogoRefusal } from './settings/logo.store.ts';
export { changeHost } from './settings/settings.store.ts';
