import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
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

/** Somebody without a role who has a second factor: nobody but an administrator helps them when it is lost. */
export interface Protected {
  personId: string;
  nickname: string;
  name: string;
}

export async function listProtectedWithoutRole(
  db: Db,
  organisationId: string,
): Promise<Protected[]> {
  const { rows } = await sql<Protected>`
    select p.id as "personId", p.nickname, p.name
    from person p
    where p.organisation_id = ${organisationId} and p.confirmed_at is not null
      and p.id in (
        select person_id from authenticator_app where organisation_id = ${organisationId} and added_on is not null
        union select person_id from passkey where organisation_id = ${organisationId})
      and not exists (select from role_grant g where g.organisation_id = p.organisation_id and g.person_id = p.id
        and (g.ends_at is null or g.ends_at > palabre_now()))
    order by lower(p.nickname), p.id limit 200`.execute(db);
  return rows;
}
