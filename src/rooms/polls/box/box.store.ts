import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Choices } from '../ballot/ballot.ts';
import type { BoxCount } from './head.ts';

/** How many people have voted: the one figure that is shown while a poll is open (V15). */
export async function countVoters(db: Db, pollId: string): Promise<number> {
  const row = await db
    .selectFrom('elector')
    .select(({ fn }) => fn.countAll<number>().as('voters'))
    .where('poll_id', '=', pollId)
    .where('channel_state', 'in', ['online', 'paper'])
    .executeTakeFirstOrThrow();
  return row.voters;
}

/** How many people voted by each channel; for after the close only. */
export async function countChannels(
  db: Db,
  pollId: string,
): Promise<{ online: number; paper: number }> {
  const rows = await db
    .selectFrom('elector')
    .select(['channel_state', ({ fn }) => fn.countAll<number>().as('voters')])
    .where('poll_id', '=', pollId)
    .where('channel_state', 'in', ['online', 'paper'])
    .groupBy('channel_state')
    .execute();
  const of = (channel: string) => rows.find((row) => row.channel_state === channel)?.voters ?? 0;
  return { online: of('online'), paper: of('paper') };
}

/** Ballots in the box, open or sealed, and those that were withdrawn from it. */
export async function countBox(db: Db, pollId: string): Promise<BoxCount> {
  const { rows } = await sql<BoxCount>`
    select (select count(*) from ballot_slot where poll_id = ${pollId})
      + (select count(*) from sealed_ballot where poll_id = ${pollId}) as ballots,
      (select count(*) from withdrawn_ballot where poll_id = ${pollId}) as withdrawn`.execute(db);
  return rows[0]!;
}

/** Every commitment of the box, open or sealed, in their own order. */
export async function listCommitments(db: Db, pollId: string): Promise<string[]> {
  const { rows } = await sql<{ commitment: string }>`
    select commitment from ballot_slot where poll_id = ${pollId}
    union all select commitment from sealed_ballot where poll_id = ${pollId}
    order by commitment`.execute(db);
  return rows.map((row) => row.commitment);
}

export async function isInBox(db: Db, pollId: string, commitment: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from ballot_slot where poll_id = ${pollId} and commitment = ${commitment})
      or exists (select 1 from sealed_ballot where poll_id = ${pollId} and commitment = ${commitment})
      as found`.execute(db);
  return rows[0]!.found;
}

export async function countSealedBallots(db: Db, pollId: string): Promise<number> {
  const { ballots } = await db
    .selectFrom('sealed_ballot')
    .select(({ fn }) => fn.countAll<number>().as('ballots'))
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow();
  return ballots;
}

const PAGE = 5000;

/**
 * Sealed ballots page by page, in the order of their commitments, which is the order of nothing: those that
 * are counted, or the box as it was cast (`sealed_ballot`), where those of a sealed poll are ciphertexts.
 */
export async function* listSealedPages(
  db: Db,
  pollId: string,
  table: 'counted_ballot' | 'sealed_ballot' = 'counted_ballot',
): AsyncGenerator<SealedBallot[]> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom(table)
      .select(['commitment', 'nonce', 'choices'])
      .where('poll_id', '=', pollId)
      .where('commitment', '>', after)
      .orderBy('commitment')
      .limit(PAGE)
      .execute();
    if (rows.length > 0) yield rows as unknown as SealedBallot[];
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.commitment;
  }
}

/** Sealed ballots, equal ones together: what a count needs, and no more. */
export async function listSealedBallots(
  db: Db,
  pollId: string,
): Promise<{ choices: Choices; times: number }[]> {
  const rows = await db
    .selectFrom('counted_ballot')
    .select(['choices', ({ fn }) => fn.countAll<number>().as('times')])
    .where('poll_id', '=', pollId)
    .groupBy('choices')
    .orderBy('choices')
    .execute();
  return rows.map((row) => ({ choices: row.choices as unknown as Choices, times: row.times }));
}

export interface SealedBallot {
  choices: Choices;
  nonce: string;
  commitment: string;
}

/** One ballot of the sealed box, as it was counted; null when no ballot has this commitment. */
export async function findSealedBallot(
  db: Db,
  organisationId: string,
  pollId: string,
  commitment: string,
): Promise<SealedBallot | null> {
  const row = await db
    .selectFrom('counted_ballot')
    .select(['choices', 'nonce', 'commitment'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('commitment', '=', commitment)
    .executeTakeFirst();
  return row ? { ...row, choices: row.choices as unknown as Choices } : null;
}

/** Writes ballots straight into the sealed box of an archived poll, in the order of their commitments. */
export async function insertSealedBallots(
  db: Db,
  organisationId: string,
  pollId: string,
  ballots: readonly SealedBallot[],
): Promise<void> {
  const sorted = [...ballots].sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  for (let from = 0; from < sorted.length; from += 5000) {
    const some = sorted.slice(from, from + 5000);
    await sql`insert into sealed_ballot (organisation_id, poll_id, commitment, nonce, choices)
      select ${organisationId}, ${pollId}, * from unnest(
        ${some.map((ballot) => ballot.commitment)}::text[],
        ${some.map((ballot) => ballot.nonce)}::text[],
        ${some.map((ballot) => JSON.stringify(ballot.choices))}::jsonb[])`.execute(db);
  }
}
