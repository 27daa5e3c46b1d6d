import { sql } from 'kysely';
import {
  type Db,
  readNow,
  type Tx,
  violatedConstraint,
} from '../../../platform/database/database.ts';
import { type Edition, hasBegun } from '../../spaces/index.ts';
import { isDecisionPublished } from '../decisions/decision.store.ts';
import type { Standing } from './study.ts';

/** Says whether the study of an idea is over because of what a folder of this room holds. */
type Closure = (db: Db, organisationId: string, ideaId: string) => Promise<boolean>;

/** What closes the study of one idea before its edition's list is frozen: a published decision. */
const closures: readonly Closure[] = [isDecisionPublished];

/** Where an idea stands now. Asked again under `lockStudy` before anything is written. */
export async function readStanding(
  db: Db,
  organisationId: string,
  edition: Edition,
  ideaId: string,
): Promise<Standing> {
  const { rows } = await sql<{ frozen: boolean }>`
    select is_list_frozen(${organisationId}, ${edition.id}) as frozen`.execute(db);
  const closed = await Promise.all(closures.map((isOver) => isOver(db, organisationId, ideaId)));
  return {
    collectionBegun: hasBegun(edition, 'collection', await readNow(db)),
    archived: edition.archivedAt !== null,
    listFrozen: rows[0]!.frozen,
    decided: closed.includes(true),
  };
}

/**
 * Holds the sheet of an idea until the end of the transaction: whoever writes on it, gives an opinion on it or
 * publishes its decision takes it first.
 */
export async function lockStudy(
  tx: Tx,
  organisationId: string,
  idea: { id: string; editionId: string },
): Promise<void> {
  const hold = () =>
    tx
      .selectFrom('study')
      .select('version')
      .where('organisation_id', '=', organisationId)
      .where('idea_id', '=', idea.id)
      .forUpdate()
      .executeTakeFirst();
  if (await hold()) return;
  await tx
    .insertInto('study')
    .values({ organisation_id: organisationId, idea_id: idea.id, edition_id: idea.editionId })
    .onConflict((already) => already.doNothing())
    .execute();
  await hold();
}

/** A freeze that came in between: the database refused what the rules had let through. */
export const isFrozenMeanwhile = (error: unknown): boolean =>
  violatedConstraint(error) === 'study_of_frozen_list';
