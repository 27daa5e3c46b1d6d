import { sql } from 'kysely';
import { type Tx, violatedConstraint } from '../../../platform/database/database.ts';

interface Voter {
  organisationId: string;
  pollId: string;
}

/** Keyed hashes: the roll knows neither mailbox nor account. */
interface ElectorMarks {
  keyHash: string;
  personMark: string;
}

/**
 * The elector's line, made or found, and locked: that of the account if it has one, whatever its mailbox
 * is now (V5), otherwise that of the mailbox. A line from an imported roll (`none`) becomes `online`; a
 * vote on paper or a refusal stays what it is. null: another account voted under this mailbox.
 */
export async function lockElector(
  tx: Tx,
  { organisationId, pollId }: Voter,
  { keyHash, personMark }: ElectorMarks,
): Promise<{ id: string; channel: string } | null> {
  const own = await sql<{ id: string; channel: string }>`
    select id, channel_state as channel from elector
    where poll_id = ${pollId} and person_mark = ${personMark} for update`.execute(tx);
  if (own.rows[0]) return own.rows[0];
  const { rows } = await sql<{ id: string; channel: string }>`
    insert into elector (organisation_id, poll_id, key_hash, person_mark, channel_state, day)
    values (${organisationId}, ${pollId}, ${keyHash}, ${personMark}, 'online',
      (palabre_now() at time zone 'Europe/Paris')::date)
    on conflict on constraint elector_once do update set
      person_mark = excluded.person_mark,
      channel_state = case elector.channel_state when 'none' then 'online' else elector.channel_state end,
      day = coalesce(elector.day, excluded.day)
    where elector.person_mark is null or elector.person_mark = excluded.person_mark
    returning id, channel_state as channel`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Two requests of one account made its line at the same instant, and this one came second: the conflict
 * that the statement provides for is that of the mailbox, not that of the account.
 */
export function isLineJustMade(error: unknown): boolean {
  // the database names the constraint of the poll's own partition after the columns
  return /^elector_.*person/.test(violatedConstraint(error) ?? '');
}
