import { type Database, violatedConstraint } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import {
  findOrganisationBySlug,
  insertOrganisation,
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

/**
 * An organisation with its charter and its first administrator, all in one transaction that spends
 * the link: of two forms sent at once, one founds it and the other finds the link spent. What the
 * form says has been checked already.
 */
export async function foundOrganisation(
  db: Database,
  token: string,
  organisation: NewOrganisation,
  administrator: Administrator,
): Promise<Founding> {
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
      return { ok: true, organisationId, administratorId: enrolled.id };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'organisation_host_unique')
      return { ok: false, refusal: 'host-taken' };
    throw error;
  }
}
