import pg from 'pg';
import { port } from './place.ts';

/** The address of a database of an embedded server: a Unix socket that only its account and root can reach. */
export function addressOf(socketDirectory: string, database: string, onPort = port): string {
  return `postgres://postgres@/${database}?host=${encodeURIComponent(socketDirectory)}&port=${onPort}`;
}

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  // A socket's address has no host, which URL refuses to parse.
  const address = new URL(url.replace('@/', '@socket/'));
  address.pathname = `/${database}`;
  return address.href.replace('@socket/', '@/');
}

/** One short errand on a connection of its own. */
export async function withClient<Result>(
  url: string,
  errand: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away in the middle is told by the errand's own rejection.
  client.on('error', () => {});
  try {
    await client.connect();
    return await errand(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates the database unless it is there. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
}
