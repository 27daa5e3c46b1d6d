import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { TestSite } from '../site-client.ts';

/** The tables of the groups and of their money, as the migrations make them. */
const TABLES = readdirSync('migrations')
  .filter((name) => name.endsWith('.sql'))
  .flatMap((name) => [
    ...readFileSync(`migrations/${name}`, 'utf8').matchAll(
      /create table ((?:action_group|bank|donation|fund|group|ledger|pay|spending)\w*) \(/g,
    ),
  ])
  .map((made) => made[1]!)
  .filter((name) => !name.startsWith('pause'));

/** A mark of all that a movement's groups and money are: another one when anything of it changes. */
export async function markMovement(
  site: Pick<TestSite, 'db'>,
  organisationId: string,
): Promise<string> {
  const parts = TABLES.map(
    (table) =>
      sql`(select md5(string_agg(t::text, ',' order by t::text)) from ${sql.table(table)} t
        where organisation_id = ${organisationId})`,
  );
  const { rows } = await sql<{ mark: string }>`select md5(concat_ws('|', ${sql.join(parts)},
    (select count(*) from fact where organisation_id = ${organisationId}),
    (select count(*) from file where organisation_id = ${organisationId}))) as mark`.execute(
    site.db,
  );
  return rows[0]!.mark;
}
