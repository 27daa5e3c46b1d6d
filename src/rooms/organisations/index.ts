export {
  type Charter,
  findOrganisationByHost,
  findOrganisationBySlug,
  getCharter,
  insertOrganisation,
  listOrganisations,
  type NewOrganisation,
} from './organisation.store.ts';
