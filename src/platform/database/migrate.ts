import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Database } from './database.ts';

/** Any number that no other advisory lock of ours uses: two nodes never migrate at once. */
const MIGRATION_LOCK = 7_205_001;

/**
 * Applies migrations/*.sql in order of name, each in its own transaction, and the job queue's own schema.
 * Forward only: a file that was applied and then edited is an error. Returns the names applied now.
 */
export async function migrateDatabase(url: string, folder = migrationsFolder()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`create table if not exists migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from migration',
    );
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const now: string[] = [];
    for (const name of files) {
      const text = await readFile(join(folder, name), 'utf8');
      const hash = createHash('sha256').update(text).digest('hex');
      const before = applied.get(name);
      if (before === hash) continue;
      if (before)
        throw new Error(`${name} was edited after it had been applied: write a new migration.`);
      await client.query('begin');
      await client.query("set local lock_timeout = '2s'");
      await client.query(text);
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
      await client.query('commit');
      now.push(name);
    }
    await runMigrations({ connectionString: url });
    return now;
  } finally {
    await client.end();
  }
}

/** How many of the migrations that this version brings the database has had. */
export async function countMigrations(
  db: Database,
  folder = migrationsFolder(),
): Promise<{ applied: number; onDisk: number }> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const rows = await db.selectFrom('migration').select('name').execute();
  const applied = new Set(rows.map(({ name }) => name));
  return { applied: files.filter((name) => applied.has(name)).length, onDisk: files.length };
}

function migrationsFolder(): string {
  return join(process.env.PALABRE_ROOT ?? process.cwd(), 'migrations');
}
