import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { RegisterImport } from './import.store.ts';
import { nameKey, numberKey } from './name-key.ts';
import type { RefusedRow } from './register.ts';
import type { ReadEntry } from './row.ts';

/** A person of the file under their id. */
export interface NumberedEntry {
  line: number;
  id: string;
  entry: ReadEntry;
  lastKey: string;
  firstKey: string;
}

/** The same person has the same id in an edition, whichever file names them: folded names, birth date, number. */
export function numberEntry(editionId: string, line: number, entry: ReadEntry): NumberedEntry {
  const lastKey = nameKey(entry.lastName);
  const firstKey = nameKey(entry.firstNames);
  const said = [editionId, lastKey, firstKey, entry.birthDate ?? '', numberKey(entry.number)];
  const id = hash('sha256', said.join('\n')).slice(0, 32);
  return { line, id, entry, lastKey, firstKey };
}

/** Inserts those who are not there; answers the others, and the line that names them first in this file. */
export async function insertEntries(
  tx: Tx,
  { organisationId, editionId, id: importId }: RegisterImport,
  entries: readonly NumberedEntry[],
): Promise<{ line: number; inThisFile: boolean; first: number }[]> {
  if (entries.length === 0) return [];
  const given = entries.map(({ line, id, entry, lastKey, firstKey }) => ({
    line,
    id,
    last_name: entry.lastName,
    used_name: entry.usedName,
    first_names: entry.firstNames,
    birth_date: entry.birthDate,
    address: entry.address,
    postcode: entry.postcode,
    town: entry.town,
    district: entry.district,
    number: entry.number,
    email: entry.email,
    last_key: lastKey,
    used_key: nameKey(entry.usedName),
    first_key: firstKey,
  }));
  const columns = sql`line, id, last_name, used_name, first_names, birth_date, address, postcode, town,
    district, number, email, last_key, used_key, first_key`;
  const { rows: left } = await sql<{ line: number; id: string }>`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as r(line int, id uuid, last_name text,
        used_name text, first_names text, birth_date date, address text, postcode text, town text,
        district text, number text, email text, last_key text, used_key text, first_key text)
    ), added as (
      insert into register_entry (organisation_id, edition_id, import_id, ${columns})
      select ${organisationId}, ${editionId}, ${importId}, ${columns} from given
      on conflict on constraint register_entry_once do nothing
      returning line
    )
    select line, id from given where line not in (select line from added)`.execute(tx);
  if (left.length === 0) return [];
  const { rows: there } = await sql<{ id: string; import_id: string; line: number }>`
    select id, import_id, line from register_entry
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and id = any(${left.map(({ id }) => id)}::uuid[])`.execute(tx);
  const byId = new Map(there.map((row) => [row.id, row]));
  return left.map(({ line, id }) => {
    const first = byId.get(id)!;
    return { line, inThisFile: first.import_id === importId, first: first.line };
  });
}

export async function insertRefusals(
  tx: Tx,
  { organisationId, id }: RegisterImport,
  refused: readonly RefusedRow[],
): Promise<void> {
  if (refused.length === 0) return;
  await sql`insert into register_refusal (organisation_id, import_id, line, refusal, value)
    select ${organisationId}, ${id}, line, refusal, value
    from json_to_recordset(${JSON.stringify(refused)}::json) as r(line int, refusal text, value text)`.execute(
    tx,
  );
}
