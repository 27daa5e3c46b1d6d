import { type RawBuilder, sql } from 'kysely';
import { dayInParis } from '../../platform/clock/paris.ts';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { findPetition, findSignature } from './petition.store.ts';
import { type Petition, PROOF_DAYS, type Signature, type Signer, stateOf } from './petition.ts';

type Signed = { ok: true; signature: Signature; isNew: boolean } | { ok: false; refusal: 'closed' };

/**
 * Signs once for each mailbox. An account signs at once; an address alone waits for its proof, and counts for nothing
 * meanwhile. Asked again, the signature that there is comes back as it stands.
 */
export async function sign(
  db: Db,
  organisationId: string,
  petitionId: string,
  signer: Signer,
): Promise<Signed> {
  try {
    return await inTransaction(db, (tx) => signIn(tx, organisationId, petitionId, signer));
  } catch (error) {
    // signed under another address that was theirs before
    if (violatedConstraint(error) !== 'petition_signed_once_by_account') throw error;
    const { personId } = signer;
    const there = await findSignature(db, organisationId, { petitionId, personId: personId! });
    if (!there) throw error;
    return { ok: true, signature: there, isNew: false };
  }
}

async function signIn(
  tx: Tx,
  organisationId: string,
  petitionId: string,
  signer: Signer,
): Promise<Signed> {
  if (!(await lockOpen(tx, organisationId, petitionId))) return { ok: false, refusal: 'closed' };
  const { personId, mailbox } = signer;
  const there = await findSignature(tx, organisationId, { petitionId, mailbox });
  if (there?.signedAt) {
    // what an address signed alone is its account's, once that is signed in
    if (personId && !there.personId)
      await sql`update petition_signature set person_id = ${personId}
        where organisation_id = ${organisationId} and id = ${there.id}`.execute(tx);
    return {
      ok: true,
      signature: { ...there, personId: there.personId ?? personId },
      isNew: false,
    };
  }
  // what was typed last is what counts as long as nothing is proven
  const { rows } = await sql<{ id: string }>`
    insert into petition_signature (organisation_id, petition_id, person_id, mailbox, email, name, office, place, is_named,
      locale)
    values (${organisationId}, ${petitionId}, ${personId}, ${mailbox}, ${signer.email}, ${signer.name}, ${signer.office},
      ${signer.place}, ${signer.isNamed}, ${signer.locale})
    on conflict on constraint petition_signed_once do update set person_id = excluded.person_id, email = excluded.email,
      name = excluded.name, office = excluded.office, place = excluded.place, is_named = excluded.is_named,
      locale = excluded.locale, asked_at = palabre_now()
    returning id`.execute(tx);
  const { id } = rows[0]!;
  if (personId !== null) await prove(tx, organisationId, { id, petitionId });
  const signature = (await findSignature(tx, organisationId, { id }))!;
  return { ok: true, signature, isNew: true };
}

/** The address is proven: it has signed. Proven twice, it is as it was. */
export async function confirmSignature(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Signed | { ok: false; refusal: 'gone' }> {
  return inTransaction(db, async (tx) => {
    const before = await findSignature(tx, organisationId, { id });
    if (!before) return { ok: false, refusal: 'gone' };
    if (before.signedAt) return { ok: true, signature: before, isNew: false };
    if (!(await lockOpen(tx, organisationId, before.petitionId)))
      return { ok: false, refusal: 'closed' };
    const isNew = await prove(tx, organisationId, before);
    const signature = await findSignature(tx, organisationId, { id });
    return signature ? { ok: true, signature, isNew } : { ok: false, refusal: 'gone' };
  });
}

/** Takes a signature back: nothing of it is kept. false: there was none any more. */
export async function withdrawSignature(
  db: Db,
  organisationId: string,
  id: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const before = await findSignature(tx, organisationId, { id });
    if (!before) return false;
    await lockPetition(tx, organisationId, before.petitionId);
    const { rows } = await sql<{ signed: boolean }>`delete from petition_signature
      where organisation_id = ${organisationId} and id = ${id} returning signed_at is not null as signed`.execute(
      tx,
    );
    if (rows[0]?.signed) await count(tx, organisationId, before.petitionId, sql`signatures - 1`);
    return rows.length > 0;
  });
}

/** Addresses that nobody proved in time: they were no signatures, and nothing of them is kept. */
export const forgetUnproven = (db: Db) =>
  sql`delete from petition_signature where signed_at is null
    and asked_at < palabre_now() - make_interval(days => ${PROOF_DAYS})`.execute(db);

const lockPetition = (tx: Tx, organisationId: string, id: string): Promise<Petition | null> =>
  findPetition(tx, organisationId, { id }, true);

/** The lock of the petition, as long as it may be signed. */
async function lockOpen(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const petition = await lockPetition(tx, organisationId, id);
  if (!petition || petition.hiddenAt) return false;
  return stateOf(petition, dayInParis(await readNow(tx))) === 'open';
}

/** Proven, and counted; the caller holds the petition. false: it was. */
async function prove(
  tx: Tx,
  organisationId: string,
  { id, petitionId }: Pick<Signature, 'id' | 'petitionId'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update petition_signature set signed_at = palabre_now()
    where organisation_id = ${organisationId} and id = ${id} and signed_at is null`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await count(tx, organisationId, petitionId, sql`signatures + 1`);
  return true;
}

const count = (tx: Tx, organisationId: string, id: string, signatures: RawBuilder<unknown>) =>
  sql`update petition set signatures = ${signatures}
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
