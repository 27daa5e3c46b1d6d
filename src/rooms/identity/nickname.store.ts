import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { nicknameKey } from './nickname.ts';

/** Whoever has a public name: confirmed, not erased, not under fifteen (as the view `idea_author`). */
const isNamedToAll = sql`confirmed_at is not null and erased_at is null
  and (birth_date is null or birth_date <= (palabre_now() at time zone 'Europe/Paris')::date - interval '15 years')`;

/** Who may be named by these keys of nicknames: person by key. */
export async function findByNicknameKeys(
  db: Db,
  organisationId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; id: string }>`select nickname_key as key, id from person
    where organisation_id = ${organisationId} and nickname_key = any(${[...keys]}::text[]) and ${isNamedToAll}`.execute(
    db,
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Nicknames that begin like this, whatever accents and capitals are typed: in order, with whose they are. */
export async function completeNicknames(
  db: Db,
  organisationId: string,
  typed: string,
  limit: number,
): Promise<{ id: string; nickname: string }[]> {
  const key = nicknameKey(typed);
  if (key.length < SHORTEST_COMPLETED) return [];
  const { rows } = await selectNicknames(organisationId, key, limit).execute(db);
  return rows;
}

/** Of one letter alone, a list would only be a piece of the register of members. */
const SHORTEST_COMPLETED = 2;

/** The statement of `completeNicknames`. A key holds letters and figures only: nothing that `like` would read. */
export const selectNicknames = (organisationId: string, key: string, limit: number) =>
  sql<{ id: string; nickname: string }>`select id, nickname from person
    where organisation_id = ${organisationId} and nickname_key like ${`${key}%`} and ${isNamedToAll}
    order by nickname_key using ~<~ limit ${limit}`;

/** Nobody else takes this name meanwhile, for a nickname or a label: until the transaction ends (W12). */
export async function lockName(tx: Tx, organisationId: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`name:${organisationId}:${key}`}, 0))`.execute(
    tx,
  );
}

/** Whether some account is called so, whatever it may do. */
export async function isSomebodysNickname(
  db: Db,
  organisationId: string,
  key: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from person
    where organisation_id = ${organisationId} and nickname_key = ${key}`.execute(db);
  return rows.length > 0;
}

/** Whether an official account speaks, or spoke, under a label that reads like this. */
export async function isOfficialLabel(
  db: Db,
  organisationId: string,
  key: string,
): Promise<boolean> {
  const { rows } = await sql<{
    is: boolean;
  }>`select is_official_label(${organisationId}, ${key}) as is`.execute(db);
  return rows[0]!.is;
}
