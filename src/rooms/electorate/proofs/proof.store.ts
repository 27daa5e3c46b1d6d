import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type CleanUpload, keepFile, removeBytes } from '../../../platform/files/index.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import type { WrittenMark } from '../mark.ts';
import { MOST_PROOFS, type RefusalReason, refuseSending } from './proof.ts';

/** Who shows a document: an account, or the browser that holds a pass (the hash of its token). */
export type Applicant = { personId: string } | { passHash: string };

export interface ProofPlace {
  organisationId: string;
  editionId: string;
  pollId: string;
}

export interface SentProof {
  names: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  address: string;
  /** Where the answer is told besides, for who has no account; null: on the page only. */
  email: string | null;
  locale: Locale;
  upload: CleanUpload;
}

type Storage = Parameters<typeof keepFile>[1];

type Inserted =
  | { ok: true; id: string }
  | { ok: false; refusal: 'proof-waiting' | 'proof-accepted' | 'proofs-spent' };

/** A document that waits for an officer. Its bytes are stored before its row. */
export async function insertProof(
  db: Db,
  storage: Storage,
  place: ProofPlace,
  applicant: Applicant,
  sent: SentProof,
): Promise<Inserted> {
  let storageKey: string | null = null;
  try {
    return await inTransaction(db, async (tx) => {
      const before = await proofsOf(tx, place, applicant).select('decision').forUpdate().execute();
      const refusal = refuseSending(before);
      if (refusal) return { ok: false, refusal };
      const by = { alt: '', uploadedBy: null };
      const file = await keepFile(tx, storage, place.organisationId, sent.upload, by);
      storageKey = file.storageKey;
      const { id } = await tx
        .insertInto('eligibility_proof')
        .values({
          organisation_id: place.organisationId,
          edition_id: place.editionId,
          poll_id: place.pollId,
          person_id: 'personId' in applicant ? applicant.personId : null,
          pass_hash: 'passHash' in applicant ? applicant.passHash : null,
          attempt: before.length + 1,
          names: sent.names,
          birth_date: sent.birthDate,
          address: sent.address,
          email: sent.email,
          locale: sent.locale,
          file_id: file.fileId,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { ok: true, id };
    });
  } catch (error) {
    // a document without its row would never be deleted
    if (storageKey) await removeBytes(storage, storageKey);
    // sent twice at the same instant: the other one waits
    if (violatedConstraint(error)?.startsWith('eligibility_proof_attempt_of_'))
      return { ok: false, refusal: 'proof-waiting' };
    throw error;
  }
}

export type ProofDecision =
  | 'none'
  | 'waiting'
  | { accepted: readonly WrittenMark[]; birthDate: string; livesHere: true }
  | { refused: RefusalReason; words: string; attemptsLeft: number };

/** What became of the last document of somebody in one poll. */
export async function findProofDecision(
  db: Db,
  place: Omit<ProofPlace, 'editionId'>,
  applicant: Applicant,
): Promise<ProofDecision> {
  const row = await proofsOf(db, place, applicant)
    .select(['decision', 'reason', 'words', 'mark', 'birth_date', 'attempt'])
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  if (!row) return 'none';
  if (row.decision === null) return 'waiting';
  if (row.decision === 'refused')
    return {
      refused: row.reason as RefusalReason,
      words: row.words,
      attemptsLeft: MOST_PROOFS - row.attempt,
    };
  // forgotten after the contest period
  if (row.birth_date === null) return 'none';
  const marks: WrittenMark[] = [{ kind: 'declared', mark: row.mark! }];
  return { accepted: marks, birthDate: row.birth_date, livesHere: true };
}

/** A pass has a new token after each proof: its documents follow it. */
export async function followPass(
  db: Db,
  place: Omit<ProofPlace, 'editionId'>,
  from: string,
  to: string,
): Promise<void> {
  await db
    .updateTable('eligibility_proof')
    .set({ pass_hash: to })
    .where('organisation_id', '=', place.organisationId)
    .where('poll_id', '=', place.pollId)
    .where('pass_hash', '=', from)
    .execute();
}

function proofsOf(db: Db, place: Omit<ProofPlace, 'editionId'>, applicant: Applicant) {
  const all = db
    .selectFrom('eligibility_proof')
    .where('organisation_id', '=', place.organisationId)
    .where('poll_id', '=', place.pollId);
  return 'personId' in applicant
    ? all.where('person_id', '=', applicant.personId)
    : all.where('pass_hash', '=', applicant.passHash);
}
