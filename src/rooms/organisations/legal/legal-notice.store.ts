import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { LEGAL_FIELDS, type LegalNotice, NO_LEGAL_NOTICE } from './legal-notice.ts';

export async function findLegalNotice(db: Db, organisationId: string): Promise<LegalNotice> {
  const row = await db
    .selectFrom('legal_notice')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row) return NO_LEGAL_NOTICE;
  return {
    publisher: row.publisher,
    publisherAddress: row.publisher_address,
    publisherPhone: row.publisher_phone,
    director: row.director,
    hostName: row.host_name,
    hostAddress: row.host_address,
    hostPhone: row.host_phone,
    dpo: row.dpo,
    dpoContact: row.dpo_contact,
  };
}

/** Short print of what a form was made from: another one means that somebody saved in between. */
export function markLegalNotice(notice: LegalNotice): string {
  const said = LEGAL_FIELDS.map((field) => notice[field]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

export type NoticeWritten =
  | { ok: true }
  | { ok: false; refusal: 'changed-meanwhile'; saved: LegalNotice };

/** The caller has checked it. */
export async function changeLegalNotice(
  db: Db,
  act: { organisationId: string; by: string },
  notice: LegalNotice,
  mark: string,
): Promise<NoticeWritten> {
  return inTransaction(db, async (tx): Promise<NoticeWritten> => {
    const { organisationId } = act;
    // the row is made first, so that there is something to lock
    await tx
      .insertInto('legal_notice')
      .values({ organisation_id: organisationId })
      .onConflict((conflict) => conflict.column('organisation_id').doNothing())
      .execute();
    await tx
      .selectFrom('legal_notice')
      .select('organisation_id')
      .where('organisation_id', '=', organisationId)
      .forUpdate()
      .execute();
    const before = await findLegalNotice(tx, organisationId);
    if (mark !== markLegalNotice(before))
      return { ok: false, refusal: 'changed-meanwhile', saved: before };
    const changes = Object.fromEntries(
      LEGAL_FIELDS.filter((field) => before[field] !== notice[field]).map((field) => [
        field,
        { from: before[field], to: notice[field] },
      ]),
    );
    if (Object.keys(changes).length === 0) return { ok: true };
    await tx
      .updateTable('legal_notice')
      .set({
        publisher: notice.publisher,
        publisher_address: notice.publisherAddress,
        publisher_phone: notice.publisherPhone,
        director: notice.director,
        host_name: notice.hostName,
        host_address: notice.hostAddress,
        host_phone: notice.hostPhone,
        dpo: notice.dpo,
        dpo_contact: notice.dpoContact,
      })
      .where('organisation_id', '=', organisationId)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'organisation.changed',
      actorId: act.by,
      subject: { kind: 'organisation', id: organisationId },
      detail: { changes },
    });
    return { ok: true };
  });
}
