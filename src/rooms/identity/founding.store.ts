import type { FileStorage } from '@flystorage/file-storage';
import { type Database, violatedConstraint } from '../../platform/database/database.ts';
import { removeBytes } from '../../platform/files/index.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import {
  type CleanLogo,
  findOrganisationBySlug,
  insertOrganisation,
  keepLogo,
  type NewOrganisation,
  useInstallationLink,
} from '../organisations/index.ts';
import { enrolPerson } from './enrolment.store.ts';
import { grantRole } from './role.store.ts';

export interface Administrator {
  name: string;
  nickname: string;
  email: string;
  password: string;
}

export type Founding =
  | { ok: true; organisationId: string; administratorId: string }
  | { ok: false; refusal: 'link-spent' | 'host-taken' };

export interface FirstLogo {
  storage: FileStorage;
  picture: CleanLogo;
  /** What it shows, in words. */
  alt: string;
}

/**
 * An organisation with its charter, its first administrator and perhaps its logo, all in one transaction that spends
 * the link: of two forms sent at once, one founds it and the other finds the link spent. What the
 * form says has been checked already.
 */
export async function foundOrganisation(
  db: Database,
  token: string,
  organisation: NewOrganisation,
  administrator: Administrator,
  logo: FirstLogo | null = null,
): Promise<Founding> {
  let keptLogo: string | null = null;
  try {
    return await db.transaction().execute(async (tx): Promise<Founding> => {
      if (!(await useInstallationLink(tx, token))) return { ok: false, refusal: 'link-spent' };
      const taken = await findOrganisationBySlug(tx, organisation.slug);
      const slug = taken ? `${organisation.slug}-${token.slice(0, 6)}` : organisation.slug;
      const organisationId = await insertOrganisation(tx, { ...organisation, slug });
      const enrolled = await enrolPerson(tx, {
        ...administrator,
        organisationId,
        organisationName: organisation.name,
      });
      if (!enrolled.ok) throw new Error('An administrator who was checked is refused.');
      const actor = { organisationId, actorId: enrolled.id };
      await grantRole(tx, {
        organisationId,
        personId: enrolled.id,
        role: 'administrator',
        grantedBy: null,
      });
      await recordFact(tx, {
        ...actor,
        kind: 'organisation.founded',
        subject: { kind: 'organisation', id: organisationId },
      });
      if (logo) {
        const act = { organisationId, by: enrolled.id };
        const { kept } = await keepLogo(tx, logo.storage, act, logo.picture, logo.alt);
        keptLogo = kept;
      }
      return { ok: true, organisationId, administratorId: enrolled.id };
    });
  } catch (error) {
    // its bytes were stored before the transaction ended
    if (logo && keptLogo) await removeBytes(logo.storage, keptLogo).catch(() => {});
    if (violatedConstraint(error) === 'organisation_host_unique')
      return { ok: false, refusal: 'host-taken' };
    throw error;
  }
}
