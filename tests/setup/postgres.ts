/**
 * One throw-away PostgreSQL for the whole run, with a migrated template that each test clones.
 * - PALABRE_TEST_DATABASE_URL: a server that is already there, as superuser (for PostgreSQL 15, say)
 * - PALABRE_TEST_POSTGRES_BIN: the folder of other binaries, /usr/lib/postgresql/15/bin for instance
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/platform/database/migrate.ts';
import { binariesIn } from '../../src/platform/postgres/binaries.ts';
import { databaseAt, withClient } from '../../src/platform/postgres/connect.ts';
import { startTestPostgres } from '../../src/platform/postgres/test-cluster.ts';

export interface TestServer {
  /** Of the maintenance database, as superuser. */
  adminUrl: string;
  /** Name of the migrated database to clone. */
  template: string;
  /** Why there is no template: told by the tests that need one, the others run. */
  problem: string | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = randomBytes(4).toString('hex');
  const given = process.env.PALABRE_TEST_DATABASE_URL;
  const bin = process.env.PALABRE_TEST_POSTGRES_BIN;
  const server = given
    ? { url: given, stop: () => dropTemplate(given, `palabre_template_${run}`) }
    : await startTestPostgres(
        join(findQuickFolder(), `palabre-test-${run}`),
        bin ? binariesIn(bin, 'given') : undefined,
      );
  const template = `palabre_template_${run}`;
  const problem = await makeTemplate(server.url, template).then(
    () => null,
    (error) => `The migrations failed: ${error instanceof Error ? error.message : error}`,
  );
  if (problem) console.error(problem);
  project.provide('testServer', { adminUrl: server.url, template, problem });
  return server.stop;
}

const GIB = 1024 ** 3;

/**
 * Memory where there is plenty of it: each clone of the template makes two checkpoints, and on a disk that others
 * write to, some hundreds of them take a minute or two of the run.
 */
function findQuickFolder(memory = '/dev/shm'): string {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === memory);
    // programs of the server are copied there
    const mayRun = mount !== undefined && !/[ ,]noexec[, ]/.test(mount);
    if (mayRun && bavail * bsize > 4 * GIB && freemem() > 8 * GIB) return memory;
  } catch {
    // no such folder on this system
  }
  return tmpdir();
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`create database ${template}`));
  await migrateDatabase(databaseAt(adminUrl, template), migrations);
  await withClient(adminUrl, async (client) => {
    await client.query(`alter database ${template} with is_template true allow_connections false`);
    // A template can be cloned only when its last connection is gone; the migrations' are closing.
    const connected = 'select from pg_stat_activity where datname = $1';
    while ((await client.query(connected, [template])).rowCount !== 0) await wait(10);
  });
}

async function dropTemplate(adminUrl: string, template: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`alter database ${template} with is_template false`);
    await client.query(`drop database ${template} with (force)`);
  });
}
