import type { Database, Db } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { findPoll, lockPoll } from '../poll.store.ts';
import { findAct } from '../poll.ts';
import type { Signatory } from './bureau.ts';

export async function listBureau(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<Signatory[]> {
  return db
    .selectFrom('poll_bureau')
    .select(['name', 'function'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('position')
    .execute();
}

/** Replaces the whole list. `false`: the result is published, and the minutes with it. */
export async function saveBureau(
  db: Database,
  { organisationId, by }: Act,
  pollId: string,
  signatories: readonly Signatory[],
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // a publication under way is waited for, and seen
    await lockPoll(tx, organisationId, pollId);
    const poll = await findPoll(tx, organisationId, pollId);
    if (!poll || findAct(poll, 'published')) return false;
    await tx
      .deleteFrom('poll_bureau')
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .execute();
    const rows = signatories.map((signatory, position) => ({
      organisation_id: organisationId,
      poll_id: pollId,
      position,
      ...signatory,
    }));
    if (rows.length > 0) await tx.insertInto('poll_bureau').values(rows).execute();
    await recordFact(tx, {
      organisationId,
      kind: 'poll.bureau-named',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { editionId: poll.editionId, signatories: rows.length },
    });
    return true;
  });
}
