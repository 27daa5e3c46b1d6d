import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Act, lockEdition } from '../spaces/index.ts';
import type { Moment } from './moment.ts';
import { NO_WORDS, type OwnLetter, readWords } from './words.ts';

export interface KeptLetter extends OwnLetter {
  /** 0: nothing was ever saved. */
  version: number;
}

const USUAL: KeptLetter = { words: NO_WORDS, silent: false, version: 0 };

/** What the office says in an edition, by moment; those it left alone are absent. */
export async function listOwnLetters(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Map<Moment, KeptLetter>> {
  const rows = await db
    .selectFrom('announcement_words')
    .select(['moment', 'words', 'silent', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute();
  return new Map(
    rows.map(({ moment, words, silent, version }) => [
      moment as Moment,
      { words: readWords(words), silent, version },
    ]),
  );
}

export async function findOwnLetter(
  db: Db,
  organisationId: string,
  editionId: string,
  moment: Moment,
): Promise<KeptLetter> {
  return (await listOwnLetters(db, organisationId, editionId)).get(moment) ?? USUAL;
}

/** `version` is that of the form; another one was saved since when it is no longer the same. */
export async function saveOwnLetter(
  db: Db,
  { organisationId, by }: Act,
  { editionId, moment }: { editionId: string; moment: Moment },
  { words, silent }: OwnLetter,
  version: number,
): Promise<{ ok: true } | { ok: false; saved: KeptLetter }> {
  return inTransaction(db, async (tx) => {
    await lockEdition(tx, organisationId, editionId);
    const saved = await findOwnLetter(tx, organisationId, editionId, moment);
    if (saved.version !== version) return { ok: false, saved };
    const row = { words: JSON.stringify(words), silent, saved_by: by, version: version + 1 };
    await tx
      .insertInto('announcement_words')
      .values({ organisation_id: organisationId, edition_id: editionId, moment, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'edition_id', 'moment'])
          .doUpdateSet({ ...row, saved_at: sql<Date>`palabre_now()` }),
      )
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'announcement.words-changed',
      actorId: by,
      subject: { kind: 'edition', id: editionId },
      detail: { moment },
    });
    return { ok: true };
  });
}
