import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { type Quota, USUAL_QUOTA } from './quota.ts';

/** What the files of a space take, and what one person added there. */
export async function findQuota(
  db: Db,
  organisationId: string,
  spaceId: string,
  personId: string,
): Promise<Quota> {
  const { rows } = await sql<{ used: number; most: number; mine: number; share: number }>`
    select coalesce(s.bytes, 0) as used, coalesce(s.most_bytes, ${USUAL_QUOTA.space}::bigint) as most,
      coalesce(p.bytes, 0) as mine, coalesce(s.most_person_bytes, ${USUAL_QUOTA.person}::bigint) as share
    from (select) as one
    left join document_storage s on s.organisation_id = ${organisationId} and s.space_id = ${spaceId}
    left join document_share p on p.organisation_id = ${organisationId} and p.space_id = ${spaceId}
      and p.person_id = ${personId}`.execute(db);
  const { used, most, mine, share } = rows[0]!;
  return { space: { used, most }, person: { used: mine, most: share } };
}

/** Holds what a space takes until the transaction ends: whoever adds a file there waits. */
export async function lockQuota(
  tx: Tx,
  organisationId: string,
  spaceId: string,
  personId: string,
): Promise<Quota> {
  await tx
    .insertInto('document_storage')
    .values({
      organisation_id: organisationId,
      space_id: spaceId,
      most_bytes: USUAL_QUOTA.space,
      most_person_bytes: USUAL_QUOTA.person,
    })
    .onConflict((on) => on.doNothing())
    .execute();
  await sql`select 1 from document_storage
    where organisation_id = ${organisationId} and space_id = ${spaceId} for update`.execute(tx);
  return findQuota(tx, organisationId, spaceId, personId);
}

/** Counts bytes that come (or go, where negative), under the lock of the space's storage. */
export async function countBytes(
  tx: Tx,
  organisationId: string,
  spaceId: string,
  personId: string | null,
  bytes: number,
): Promise<void> {
  if (bytes === 0) return;
  await sql`update document_storage set bytes = greatest(0, bytes + ${bytes})
    where organisation_id = ${organisationId} and space_id = ${spaceId}`.execute(tx);
  if (personId === null) return;
  await sql`insert into document_share (organisation_id, space_id, person_id, bytes)
    values (${organisationId}, ${spaceId}, ${personId}, greatest(0, ${bytes}::bigint))
    on conflict (organisation_id, space_id, person_id)
      do update set bytes = greatest(0, document_share.bytes + ${bytes})`.execute(tx);
}

/** Sets what a space may hold; what is there already stays. */
export async function setQuota(
  db: Db,
  organisationId: string,
  spaceId: string,
  { space, person }: { space: number; person: number },
): Promise<void> {
  const limits = { most_bytes: space, most_person_bytes: person };
  await db
    .insertInto('document_storage')
    .values({ organisation_id: organisationId, space_id: spaceId, ...limits })
    .onConflict((on) => on.columns(['organisation_id', 'space_id']).doUpdateSet(limits))
    .execute();
}
