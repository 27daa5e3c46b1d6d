import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { findComponentById, noteParticipation } from '../consultations/index.ts';
import { findDocument } from './document.store.ts';
import { tell } from './document-rows.store.ts';

/** What a judgement takes out of sight, or brings back: what waited is then seen for the first time. */
export async function judgeDocument(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  if (!isHidden && (await showHeldDocument(tx, organisationId, id))) return;
  await sql`update document set hidden_at = ${isHidden ? sql`palabre_now()` : null}
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
}

/** Shows a document that waited, and tells of it as if it were deposited now. false: none of that id waits. */
export async function showHeldDocument(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update document set hidden_at = null, held_at = null, refused_at = null
      where organisation_id = ${organisationId} and id = ${id} and held_at is not null`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  const document = (await findDocument(tx, organisationId, { id }))!;
  const component = await findComponentById(tx, organisationId, document.componentId);
  if (document.authorId)
    await noteParticipation(tx, organisationId, component!.spaceId, document.authorId);
  await tell(tx, { organisationId, by: document.authorId }, 'document.deposited', document);
  return true;
}

/** Takes documents out of sight until somebody has read them. */
export async function withholdDocuments(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update document set hidden_at = palabre_now(), held_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and hidden_at is null`.execute(
    tx,
  );
}

/** Says to who wrote them that somebody has read what waited, and that nobody else will. */
export async function refuseHeldDocuments(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update document set refused_at = palabre_now()
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[]) and held_at is not null`.execute(
    tx,
  );
}
