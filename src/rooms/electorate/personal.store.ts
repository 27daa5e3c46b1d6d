import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { deleteFile } from '../../platform/files/index.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const PROOF_COLUMNS: Readonly<Record<string, Fate>> = {
  'eligibility_proof.birth_date': 'removed',
  'eligibility_proof.email': 'removed',
  'eligibility_proof.person_id': 'removed',
  'register_search.person_id': 'removed',
};

export const proofRows = {
  proofs: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select poll_id, attempt, sent_on, names, address, email, birth_date, decision,
      decided_on, words from eligibility_proof
    where organisation_id = ${organisationId} and person_id = ${id} order by sent_on, id`,
  ),
};

/** Documents that nobody has decided on yet; the others are gone. */
export async function listOwnDocuments(db: Db, { organisationId, id }: Owner): Promise<string[]> {
  const rows = await db
    .selectFrom('eligibility_proof')
    .select('file_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return rows.flatMap(({ file_id }) => file_id ?? []);
}

/** Documents go with what they said; what was recognised stays on the roll as a keyed hash, until the roll goes. */
export async function eraseProofs(tx: Tx, { organisationId, id }: Owner) {
  const rows = await tx
    .deleteFrom('eligibility_proof')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .returning('file_id')
    .execute();
  await tx
    .deleteFrom('register_search')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  const keys: string[] = [];
  for (const { file_id } of rows) {
    const file = file_id && (await deleteFile(tx, organisationId, file_id));
    if (file) keys.push(file.storageKey);
  }
  return keys;
}
