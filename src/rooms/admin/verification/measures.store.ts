import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { countMigrations } from '../../../platform/database/migrate.ts';
import { measureQueue } from '../../../platform/jobs/queue.ts';
import { findMailOutcome, type MailOutcome } from '../../../platform/mail/outcome.store.ts';
import type { FolderMeasure, Measures } from './findings.ts';

/** What the page tells besides the findings. */
export interface InstallationMeasures
  extends Omit<Measures, 'host' | 'isHttps' | 'isLocal' | 'proxy' | 'mail' | 'legalMissing'> {
  /** As the server says it: « 18.4 ». */
  databaseName: string;
  /** Bytes. */
  databaseSize: number;
  mail: MailOutcome & { configured: boolean };
}

/** Looks at the installation: its database, its queue, its folders. Nothing secret is read. */
export async function measureInstallation(
  db: Database,
  config: Config,
): Promise<InstallationMeasures> {
  const before = Date.now();
  const [database, jobs, migrations, mail] = [
    await measureDatabase(db),
    await measureQueue(db),
    await countMigrations(db, join(config.root, 'migrations')),
    await findMailOutcome(db),
  ];
  return {
    databaseName: database.name,
    databaseVersion: database.version,
    databaseSize: database.size,
    // half the time that the question took is on its way back
    clockDrift: (database.clock.getTime() - (before + database.took / 2)) / 1000,
    jobs,
    migrations,
    mail: { ...mail, configured: config.smtpUrl !== null },
    smsConfigured: config.sms.gateway !== null,
    files: await measureFolder(join(config.varFolder, 'files')),
    keys: {
      ...(await measureFolder(config.keysFolder)),
      readableByOthers: await isOpenToOthers(config.keysFolder),
    },
  };
}

async function measureDatabase(db: Database) {
  const asked = Date.now();
  const { rows } = await sql<{ name: string; version: number; size: number; clock: Date }>`
    select current_setting('server_version') as name, current_setting('server_version_num')::int as version,
      pg_database_size(current_database()) as size, clock_timestamp() as clock`.execute(db);
  return { ...rows[0]!, took: Date.now() - asked };
}

/** Writes and removes a file: what a folder allows is told by trying. */
async function measureFolder(folder: string): Promise<FolderMeasure> {
  const trial = join(folder, `.essai-${randomBytes(6).toString('hex')}`);
  let writable = true;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(trial, '');
    await rm(trial);
  } catch {
    writable = false;
  }
  const space = await statfs(folder).catch(() => null);
  return { writable, free: space && space.bavail * space.bsize };
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  const mode = await stat(folder).then(
    (found) => found.mode,
    () => 0,
  );
  return (mode & 0o007) !== 0;
}
