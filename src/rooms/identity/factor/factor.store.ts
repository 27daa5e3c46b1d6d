import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Role } from '../../../platform/http/roles.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { forgetProvenFactor } from '../session.store.ts';
import { deleteApp, type Owner } from './app.store.ts';
import { countFactors, type FactorKind, type Factors } from './factor.ts';
import { deletePasskey, deletePasskeys, listPasskeys } from './passkey.store.ts';
import { deleteRecoveryCodes } from './recovery-code.store.ts';

export async function findFactors(db: Db, owner: Owner): Promise<Factors> {
  const { organisationId, personId } = owner;
  const { rows } = await sql<{ app: string | null; codes: number }>`select
    (select added_on from authenticator_app
      where organisation_id = ${organisationId} and person_id = ${personId}) as app,
    (select count(*)::int from recovery_code
      where organisation_id = ${organisationId} and person_id = ${personId}) as codes`.execute(db);
  return {
    appAddedOn: rows[0]!.app,
    passkeys: await listPasskeys(db, owner),
    recoveryCodes: rows[0]!.codes,
  };
}

/**
 * Whether a person has an application or a passkey in use. That they have proven it in the session at hand is
 * `visitor.factorProven`, which routes declare by the right `second-factor`.
 */
export async function holdsSecondFactor(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  return countFactors(await findFactors(db, { organisationId, personId })) > 0;
}

const recordChange = (
  tx: Tx,
  owner: Owner,
  kind: 'second-factor.added' | 'second-factor.removed' | 'second-factor.reset',
  change: { by: string | null; factor?: FactorKind },
) =>
  recordFact(tx, {
    organisationId: owner.organisationId,
    kind,
    actorId: change.by,
    subject: { kind: 'person', id: owner.personId },
    detail: change.factor ? { factor: change.factor } : {},
  });

export const recordFactorAdded = (tx: Tx, owner: Owner, factor: FactorKind) =>
  recordChange(tx, owner, 'second-factor.added', { by: owner.personId, factor });

/**
 * Removes one's application, or one passkey by its id. With the last factor go the recovery codes and what the
 * person's sessions had proven. False when there is no such factor.
 */
export async function removeFactor(tx: Tx, owner: Owner, removed: string): Promise<boolean> {
  const factor: FactorKind = removed === 'application' ? 'app' : 'passkey';
  const gone =
    factor === 'app' ? await deleteApp(tx, owner) : await deletePasskey(tx, owner, removed);
  if (!gone) return false;
  if (countFactors(await findFactors(tx, owner)) === 0) {
    await deleteRecoveryCodes(tx, owner);
    await forgetProvenFactor(tx, owner.organisationId, owner.personId);
  }
  await recordChange(tx, owner, 'second-factor.removed', { by: owner.personId, factor });
  return true;
}

/** Everything that somebody had set up is gone, for instance with their telephone. `by`: null from the command line. */
export async function resetFactors(tx: Tx, owner: Owner, by: string | null): Promise<boolean> {
  const app = await deleteApp(tx, owner);
  const passkeys = await deletePasskeys(tx, owner);
  await deleteRecoveryCodes(tx, owner);
  if (!app && !passkeys) return false;
  await recordChange(tx, owner, 'second-factor.reset', { by });
  return true;
}

/** Somebody who holds a role or a second factor, as administrators see them. */
export interface Holder {
  personId: string;
  nickname: string;
  name: string;
  roles: Role[];
  hasFactor: boolean;
}

export async function listHolders(db: Db, organisationId: string): Promise<Holder[]> {
  const { rows } = await sql<{
    id: string;
    nickname: string;
    name: string;
    roles: Role[];
    has_factor: boolean;
  }>`
    select * from (
      select p.id, p.nickname, p.name,
        array(select distinct g.role from role_grant g
          where g.organisation_id = p.organisation_id and g.person_id = p.id
            and (g.ends_at is null or g.ends_at > palabre_now()) order by 1) as roles,
        exists (select from authenticator_app a where a.organisation_id = p.organisation_id
            and a.person_id = p.id and a.added_on is not null)
          or exists (select from passkey k
            where k.organisation_id = p.organisation_id and k.person_id = p.id) as has_factor
      from person p
      where p.organisation_id = ${organisationId} and p.confirmed_at is not null
        and p.id in (
          select person_id from role_grant where organisation_id = ${organisationId}
          union select person_id from authenticator_app where organisation_id = ${organisationId}
          union select person_id from passkey where organisation_id = ${organisationId})) h
    where cardinality(roles) > 0 or has_factor
    order by cardinality(roles) = 0, lower(nickname), id limit 500`.execute(db);
  return rows.map(({ id, has_factor, ...row }) => ({
    ...row,
    personId: id,
    hasFactor: has_factor,
  }));
}
