import { type Config, readConfig } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { migrateDatabase } from '../platform/database/migrate.ts';
import { locatePostgres } from '../platform/postgres/index.ts';

export interface House {
  db: Database;
  config: Config;
}

/** Opens the same database as the server does (the running one, if there is one) for one command. */
export async function openHouse(run: (house: House) => Promise<number>): Promise<number> {
  const config = readConfig();
  const postgres = config.databaseUrl ? null : await locatePostgres(config.root, config.varFolder);
  const url = config.databaseUrl ?? postgres!.url;
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  try {
    return await run({ db, config });
  } finally {
    await db.destroy();
    if (postgres && !postgres.adopted) await postgres.stop();
  }
}
