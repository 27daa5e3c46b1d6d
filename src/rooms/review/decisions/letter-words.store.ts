import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, lockEdition } from '../../spaces/index.ts';
import { type LetterWords, readWords } from './letter-words.ts';

/** What an edition writes around its decisions; version 0: nothing was ever saved. */
export async function findLetterWords(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<{ words: LetterWords; version: number }> {
  const row = await db
    .selectFrom('decision_words')
    .select(['words', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return { words: readWords(row?.words ?? null), version: row?.version ?? 0 };
}

/** `version` is that of the form; another one was saved since when it is no longer the same. */
export async function saveLetterWords(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  words: LetterWords,
  version: number,
): Promise<{ ok: true } | { ok: false; saved: { words: LetterWords; version: number } }> {
  return inTransaction(db, async (tx) => {
    await lockEdition(tx, organisationId, editionId);
    const saved = await findLetterWords(tx, organisationId, editionId);
    if (saved.version !== version) return { ok: false, saved };
    const row = { words: JSON.stringify(words), saved_by: by, version: version + 1 };
    await tx
      .insertInto('decision_words')
      .values({ organisation_id: organisationId, edition_id: editionId, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'edition_id'])
          .doUpdateSet({ ...row, saved_at: sql<Date>`palabre_now()` }),
      )
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'decision.words-changed',
      actorId: by,
      subject: { kind: 'edition', id: editionId },
    });
    return { ok: true };
  });
}
