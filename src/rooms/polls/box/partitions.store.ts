import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** The tables of an open poll: each has a partition of its own, which only this poll's votes touch. */
const partitioned = [
  'elector',
  'elector_mark',
  'ballot_slot',
  'casting_request',
  'withdrawn_ballot',
] as const;
type Partitioned = (typeof partitioned)[number];

/** `elector_0f3c…`: named by the poll. */
function partitionName(table: Partitioned, pollId: string): string {
  return `${table}_${pollId.replaceAll('-', '')}`;
}

export function partition(table: Partitioned, pollId: string) {
  return sql.table(partitionName(table, pollId));
}

/** Attached rather than made in place: votes in other polls do not wait for this one to open. */
export async function makePartitions(tx: Tx, pollId: string): Promise<void> {
  for (const table of partitioned) {
    await sql`create table ${partition(table, pollId)}
      (like ${sql.table(table)} including defaults including constraints)`.execute(tx);
    await sql`alter table ${sql.table(table)} attach partition ${partition(table, pollId)}
      for values in (${sql.lit(pollId)})`.execute(tx);
  }
}

/**
 * Waits for the votes under way and lets no other begin, until the end of the transaction. In the
 * order in which a vote takes them, so that neither waits for the other for ever.
 */
export async function lockPartitions(tx: Tx, pollId: string): Promise<void> {
  for (const table of partitioned)
    await sql`lock table ${partition(table, pollId)} in access exclusive mode`.execute(tx);
}

/**
 * Writes the roll and its marks again in an order drawn at random, under new ids, the withdrawn ballots in
 * that of their commitments, and empties the box and the requests. `truncate` gives the tables new files: no
 * page of the old ones is left to be read, and no version of a row tells when it was written. From here on
 * the database itself refuses a ballot.
 */
export async function rewriteRoll(tx: Tx, pollId: string): Promise<void> {
  const roll = partition('elector', pollId);
  const marks = partition('elector_mark', pollId);
  const withdrawn = partition('withdrawn_ballot', pollId);
  await sql`create temporary table shuffled_roll as
    select id as id_before, gen_random_uuid() as id, organisation_id, poll_id, zone, channel_state, day,
      confirmed, point_id
    from ${roll} order by gen_random_uuid()`.execute(tx);
  await sql`create temporary table shuffled_marks as
    select m.organisation_id, m.poll_id, m.kind, m.mark, r.id as elector_id
    from ${marks} m join shuffled_roll r on r.id_before = m.elector_id order by m.mark`.execute(tx);
  await sql`create temporary table sorted_withdrawn as
    select * from ${withdrawn} order by commitment`.execute(tx);
  for (const table of partitioned)
    await sql`truncate table ${partition(table, pollId)}`.execute(tx);
  await sql`insert into ${roll}
      (organisation_id, poll_id, id, zone, channel_state, day, confirmed, point_id)
    select organisation_id, poll_id, id, zone, channel_state, day, confirmed, point_id
    from shuffled_roll`.execute(tx);
  await sql`insert into ${marks} (organisation_id, poll_id, kind, mark, elector_id)
    select * from shuffled_marks`.execute(tx);
  await sql`insert into ${withdrawn} (organisation_id, poll_id, commitment, reason)
    select organisation_id, poll_id, commitment, reason from sorted_withdrawn`.execute(tx);
  // one transaction may seal several polls: an import, a demo
  await sql`drop table shuffled_roll, shuffled_marks, sorted_withdrawn`.execute(tx);
  for (const table of ['ballot_slot', 'casting_request'] as const)
    await sql`alter table ${partition(table, pollId)}
      add constraint sealed_box_takes_no_ballot check (false)`.execute(tx);
}

/** The lines stay, as counts by channel, point and day; what made each of them a person goes. */
export async function forgetMarks(db: Db, pollId: string): Promise<void> {
  await sql`truncate table ${partition('elector_mark', pollId)}`.execute(db);
}

/** Files of emptied tables leave the disk at a checkpoint. Where the right to ask for one is missing, the server's own comes within minutes. */
export async function checkpoint(db: Db): Promise<void> {
  try {
    await sql`checkpoint`.execute(db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  }
}
