import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Batch, Decision, Keying, Side } from './batch.ts';

interface PollKey {
  organisationId: string;
  pollId: string;
}

/** The batches of a poll by number, with what was keyed of each. */
export async function listBatches(db: Db, poll: PollKey): Promise<Batch[]> {
  return readBatches(db, poll, null);
}

/** null: there is none by this id in this poll. */
export async function findBatch(db: Db, poll: PollKey, id: string): Promise<Batch | null> {
  if (!isUuid(id)) return null;
  return (await readBatches(db, poll, id))[0] ?? null;
}

async function readBatches(
  db: Db,
  { organisationId, pollId }: PollKey,
  id: string | null,
): Promise<Batch[]> {
  const rows = await db
    .selectFrom('paper_batch')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .$if(id !== null, (query) => query.where('id', '=', id!))
    .orderBy('number')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const of = { organisationId, pollId };
  const [keyings, decisions] = [await listKeyings(db, of, id), await listDecisions(db, of, id)];
  return rows.map((row) => ({
    id: row.id,
    pointId: row.point_id,
    urn: row.urn,
    number: row.number,
    declared: row.declared,
    keyings: keyings.get(row.id) ?? [],
    decisions: decisions.get(row.id) ?? [],
    signed:
      row.signed_at === null
        ? null
        : {
            valid: row.valid!,
            blank: row.blank!,
            void: row.void!,
            hash: row.hash!,
            at: row.signed_at,
          },
  }));
}

async function listKeyings(db: Db, { organisationId, pollId }: PollKey, id: string | null) {
  const rows = await db
    .selectFrom('paper_keying as k')
    .leftJoin('paper_keyed_ballot as b', (join) =>
      join
        .onRef('b.organisation_id', '=', 'k.organisation_id')
        .onRef('b.poll_id', '=', 'k.poll_id')
        .onRef('b.batch_id', '=', 'k.batch_id')
        .onRef('b.side', '=', 'k.side'),
    )
    .select(['k.batch_id', 'k.side', 'k.person_id', 'k.finished_at', 'k.signed_at', 'b.typed'])
    .where('k.organisation_id', '=', organisationId)
    .where('k.poll_id', '=', pollId)
    .$if(id !== null, (query) => query.where('k.batch_id', '=', id!))
    .orderBy('k.batch_id')
    .orderBy('k.side')
    .orderBy('b.place')
    .execute();
  const byBatch = new Map<string, (Keying & { typed: string[] })[]>();
  for (const row of rows) {
    const keyings = byBatch.get(row.batch_id) ?? [];
    byBatch.set(row.batch_id, keyings);
    let keying = keyings.find(({ side }) => side === row.side);
    if (!keying) {
      keying = {
        side: row.side as Side,
        personId: row.person_id,
        typed: [],
        finished: row.finished_at !== null,
        signed: row.signed_at !== null,
      };
      keyings.push(keying);
    }
    if (row.typed !== null) keying.typed.push(row.typed);
  }
  return byBatch;
}

async function listDecisions(db: Db, { organisationId, pollId }: PollKey, id: string | null) {
  const rows = await db
    .selectFrom('paper_decision')
    .select(['batch_id', 'place', 'typed', 'by_person'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .$if(id !== null, (query) => query.where('batch_id', '=', id!))
    .orderBy('place')
    .execute();
  const byBatch = new Map<string, Decision[]>();
  for (const { batch_id, place, typed, by_person } of rows)
    byBatch.set(batch_id, [...(byBatch.get(batch_id) ?? []), { place, typed, by: by_person }]);
  return byBatch;
}
