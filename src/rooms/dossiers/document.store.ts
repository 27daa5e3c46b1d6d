import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockDossier } from './dossier.store.ts';
import { MOST_DOCUMENTS } from './dossier.ts';
import type { DossierAct } from './dossier-writing.store.ts';

/** Ids of the documents that a dossier works with, in order of coming. */
export async function listAttached(
  db: Db,
  organisationId: string,
  dossierId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier_document')
    .select('document_id as id')
    .where('organisation_id', '=', organisationId)
    .where('dossier_id', '=', dossierId)
    .orderBy('attached_at')
    .orderBy('document_id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The caller has seen that its members may read it. false: the dossier is closed, or has enough of them. */
export const attachDocument = (
  db: Db,
  { organisationId, by }: DossierAct,
  dossierId: string,
  documentId: string,
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const dossier = await lockDossier(tx, organisationId, dossierId);
    if (!dossier || dossier.closedAt) return false;
    const attached = await listAttached(tx, organisationId, dossierId);
    if (attached.includes(documentId)) return true;
    if (attached.length >= MOST_DOCUMENTS) return false;
    await tx
      .insertInto('dossier_document')
      .values({
        organisation_id: organisationId,
        dossier_id: dossierId,
        document_id: documentId,
        attached_by: by,
      })
      .execute();
    return true;
  });

export const detachDocument = (
  db: Db,
  { organisationId }: DossierAct,
  dossierId: string,
  documentId: string,
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const dossier = await lockDossier(tx, organisationId, dossierId);
    if (!dossier || dossier.closedAt) return false;
    await tx
      .deleteFrom('dossier_document')
      .where('organisation_id', '=', organisationId)
      .where('dossier_id', '=', dossierId)
      .where('document_id', '=', documentId)
      .execute();
    return true;
  });
