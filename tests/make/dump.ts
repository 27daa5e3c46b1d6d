import type { TestSite } from '../site-client.ts';

/** Everything that any table holds, jobs included, in one text. */
export async function dumpTables({ pool }: Pick<TestSite, 'pool'>): Promise<string> {
  const { rows: tables } = await pool.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`select t::text as line from ${name} t`);
    lines.push(...rows.map(({ line }) => line));
  }
  return lines.join('\n');
}
