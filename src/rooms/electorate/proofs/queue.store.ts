import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { deleteFile } from '../../../platform/files/index.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Keys } from '../../../platform/keys/keys.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import { type Mail, queueMail } from '../../../platform/mail/mail.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { findPerson } from '../../identity/index.ts';
import { declaredMark } from '../declared.ts';
import { writeMark } from '../mark.crypto.ts';
import type { RegisterOf } from '../register/register.store.ts';
import type { Cursor, Decision, RefusalReason } from './proof.ts';

/** A document as officers see it. What was declared is null once it is decided. */
export interface QueuedProof {
  organisationId: string;
  id: string;
  editionId: string;
  attempt: number;
  /** `YYYY-MM-DD`. */
  sentOn: string;
  names: string | null;
  birthDate: string | null;
  address: string | null;
  fileId: string | null;
  decision: Decision['kind'] | null;
  reason: RefusalReason | null;
  decidedOn: string | null;
}

export const PAGE_SIZE = 25;

/** One page of the documents of an edition, the oldest first, and whether there are more. */
export async function listProofs(
  db: Db,
  of: RegisterOf,
  { decided, after }: { decided: boolean; after: Cursor | null },
): Promise<{ proofs: QueuedProof[]; more: boolean }> {
  const rows = await proofs(db, of)
    .where('decision', decided ? 'is not' : 'is', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(sent_on, id) > (${after?.day}::date, ${after?.id}::uuid)`),
    )
    .orderBy('sent_on')
    .orderBy('id')
    .limit(PAGE_SIZE + 1)
    .execute();
  return { proofs: rows.slice(0, PAGE_SIZE).map(asProof), more: rows.length > PAGE_SIZE };
}

export async function countWaitingProofs(db: Db, of: RegisterOf): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from eligibility_proof
    where organisation_id = ${of.organisationId} and edition_id = ${of.editionId}
      and decision is null`.execute(db);
  return rows[0]!.count;
}

export async function findProof(db: Db, of: RegisterOf, id: string): Promise<QueuedProof | null> {
  if (!isUuid(id)) return null;
  const row = await proofs(db, of).where('id', '=', id).executeTakeFirst();
  return row ? asProof(row) : null;
}

export type WriteAnswer = (reader: { email: string; locale: Locale }, decision: Decision) => Mail;

/**
 * Decides on a document: of two officers at the same instant, one does. The document, the names and the address
 * go with it, and the applicant is told. `false`: somebody else has decided.
 */
export async function decideProof(
  db: Db,
  keys: Keys,
  { organisationId, id }: Pick<QueuedProof, 'organisationId' | 'id'>,
  decision: Decision,
  by: string,
  writeAnswer: WriteAnswer,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('eligibility_proof')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('decision', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    const person = { names: row.names!, birthDate: row.birth_date! };
    const accepted = decision.kind === 'accepted';
    await tx
      .updateTable('eligibility_proof')
      .set({
        decision: decision.kind,
        reason: accepted ? null : decision.reason,
        words: accepted ? '' : decision.words,
        decided_on: sql<string>`(palabre_now() at time zone 'Europe/Paris')::date`,
        decided_by: by,
        mark: accepted ? writeMark(keys.rollKey(), row.poll_id, declaredMark(person)).mark : null,
        names: null,
        address: null,
        email: null,
        file_id: null,
        ...(!accepted && { birth_date: null }),
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    const file = await deleteFile(tx, organisationId, row.file_id!);
    if (file) await queueJob(tx, 'remove-proof-bytes', { storageKey: file.storageKey });
    const reader = await findReader(tx, row);
    if (reader) await queueMail(tx, writeAnswer(reader, decision));
    await recordFact(tx, {
      organisationId,
      kind: 'eligibility-proof.decided',
      actorId: by,
      subject: { kind: 'edition', id: row.edition_id },
      detail: { editionId: row.edition_id, decision: decision.kind },
    });
    return true;
  });
}

async function findReader(
  db: Db,
  row: { organisation_id: string; person_id: string | null; email: string | null; locale: string },
): Promise<{ email: string; locale: Locale } | null> {
  if (row.person_id !== null) return findPerson(db, row.organisation_id, row.person_id);
  return row.email === null ? null : { email: row.email, locale: row.locale as Locale };
}

/**
 * After the contest period nothing is left of an edition's documents but what was decided, on which day and by
 * whom; what nobody decided on goes as a whole.
 */
export async function forgetProofs(
  db: Db,
  { organisationId, editionId }: RegisterOf,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const waiting = await tx
      .deleteFrom('eligibility_proof')
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', editionId)
      .where('decision', 'is', null)
      .returning('file_id')
      .execute();
    for (const { file_id } of waiting) {
      const file = file_id && (await deleteFile(tx, organisationId, file_id));
      if (file) await queueJob(tx, 'remove-proof-bytes', { storageKey: file.storageKey });
    }
    await tx
      .updateTable('eligibility_proof')
      .set({ birth_date: null, words: '' })
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', editionId)
      .execute();
  });
}

function proofs(db: Db, { organisationId, editionId }: RegisterOf) {
  return db
    .selectFrom('eligibility_proof')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId);
}

type Row = Awaited<ReturnType<ReturnType<typeof proofs>['executeTakeFirstOrThrow']>>;

function asProof(row: Row): QueuedProof {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    editionId: row.edition_id,
    attempt: row.attempt,
    sentOn: row.sent_on,
    names: row.names,
    birthDate: row.birth_date,
    address: row.address,
    fileId: row.file_id,
    decision: row.decision as QueuedProof['decision'],
    reason: row.reason as RefusalReason | null,
    decidedOn: row.decided_on,
  };
}
