import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Owner, OwnRow } from '../../../platform/personal.ts';
import { findPerson } from '../../identity/index.ts';

/** Whose answers, where no row says it: the mark of somebody in an organisation. */
export interface Answerer {
  organisationId: string;
  mark: string;
}

/** What the mark is of (platform/secrets/mark). */
export const MARK_USE = 'profile-answer';

export const COUNT_JOB = 'count-profile-answers';

/** What somebody answered, by field. */
export async function findAnswers(
  db: Db,
  { organisationId, mark }: Answerer,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('profile_answer')
    .select(['field_id', 'choice'])
    .where('organisation_id', '=', organisationId)
    .where('mark', '=', mark)
    .execute();
  return new Map(rows.map((row) => [row.field_id, row.choice]));
}

/**
 * Keeps what somebody answers: of each field an answer, or null to take it back. No fact: nobody is told who answered,
 * nor when. An account that is erased meanwhile keeps nothing.
 */
export async function saveAnswers(
  db: Db,
  answerer: Answerer,
  personId: string,
  answers: ReadonlyMap<string, number | null>,
): Promise<void> {
  const { organisationId, mark } = answerer;
  await db.transaction().execute(async (tx) => {
    await lockAnswers(tx, answerer);
    if (!(await findPerson(tx, organisationId, personId))) return;
    for (const [fieldId, choice] of answers) {
      if (choice === null) await deleteAnswers(tx, answerer, fieldId);
      else
        await tx
          .insertInto('profile_answer')
          .values({ organisation_id: organisationId, mark, field_id: fieldId, choice })
          .onConflict((conflict) =>
            conflict.constraint('profile_answer_once').doUpdateSet({ choice }),
          )
          .execute();
    }
    await askCount(tx, organisationId);
  });
}

/** Everything that somebody answered goes. */
export async function forgetAnswers(db: Db, answerer: Answerer): Promise<void> {
  await db.transaction().execute((tx) => eraseIn(tx, answerer));
}

async function eraseIn(tx: Tx, answerer: Answerer): Promise<void> {
  await lockAnswers(tx, answerer);
  if (await deleteAnswers(tx, answerer)) await askCount(tx, answerer.organisationId);
}

async function deleteAnswers(
  tx: Tx,
  { organisationId, mark }: Answerer,
  fieldId?: string,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('profile_answer')
    .where('organisation_id', '=', organisationId)
    .where('mark', '=', mark)
    .$if(fieldId !== undefined, (query) => query.where('field_id', '=', fieldId!))
    .returning('field_id')
    .execute();
  return gone.length > 0;
}

/** Answers of one person are written one after the other, and none after their erasure. */
async function lockAnswers(tx: Tx, { organisationId, mark }: Answerer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profile:${organisationId}:${mark}`}, 0))`.execute(
    tx,
  );
}

/** Counted once, at night: what is waiting says that somebody answered that day, and not who. */
async function askCount(tx: Tx, organisationId: string): Promise<void> {
  const runAt = new Date();
  runAt.setUTCHours(26, 0, 0, 0);
  const key = `${COUNT_JOB}:${organisationId}`;
  await queueJob(tx, COUNT_JOB, { organisationId }, { key, runAt, keepsTime: true });
}

const answererOf = ({ organisationId, mark }: Owner): Answerer => ({
  organisationId,
  mark: mark(MARK_USE),
});

/** For the export of one's own data: the question, and what was answered. */
export async function readOwnAnswers(db: Db, owner: Owner): Promise<readonly OwnRow[]> {
  const { organisationId, mark } = answererOf(owner);
  const { rows } = await sql<OwnRow>`select f.question, a.choice = 0 as declined,
      f.choices[a.choice] as answer,
      case when f.kind = 'band' and a.choice > 0 then f.bounds[a.choice - 1] end as from_number,
      case when f.kind = 'band' and a.choice > 0 then f.bounds[a.choice] - 1 end as to_number
    from profile_answer a join profile_field f on f.organisation_id = a.organisation_id and f.id = a.field_id
    where a.organisation_id = ${organisationId} and a.mark = ${mark} order by f.position, f.id`.execute(
    db,
  );
  return rows;
}

export async function eraseOwnAnswers(tx: Tx, owner: Owner): Promise<readonly string[]> {
  await eraseIn(tx, answererOf(owner));
  return [];
}
