import { spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountOfOwner } from './account.ts';
import { askOne, execute, makeRoot, removeRoot, until } from './fixture.ts';
import { inspectPostmaster, readPostmaster } from './postmaster.ts';
import { type EmbeddedPostgres, startPostgres } from './start.ts';

let root: string;
let running: EmbeddedPostgres;
/** Every handle stands for a process that uses the server: all of them must leave before it stops. */
const handles: EmbeddedPostgres[] = [];

beforeAll(async () => {
  root = makeRoot();
  await start();
  await execute(running.url, 'create table kept (number int)');
});
beforeEach(() => execute(running.url, 'truncate kept'));
afterAll(async () => {
  await stopAll();
  removeRoot(root);
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startPostgres({ root });
  handles.push(running);
  return running;
}

async function stopAll(): Promise<void> {
  for (const handle of handles.splice(0)) await handle.stop();
}

function killPostmaster(): number {
  const { pid } = readPostmaster(running.dataDirectory)!;
  process.kill(pid, 'SIGKILL');
  return pid;
}

test.each(Array.from({ length: process.env.PALABRE_ALL ? 20 : 3 }, (_, round) => round))(
  'F1 a postmaster killed without warning loses no committed row, round %i',
  async (round) => {
    await execute(running.url, `insert into kept values (${round})`);
    const pid = killPostmaster();
    await start();
    expect(running.adopted).toBe(false);
    expect(readPostmaster(running.dataDirectory)!.pid).not.toBe(pid);
    expect(await askOne(running.url, `select number from kept`)).toBe(round);
  },
);

test('F4 a stale postmaster.pid whose number is now another program’s is not believed', async () => {
  await execute(running.url, 'insert into kept values (1)');
  const { pid, socketDirectory } = readPostmaster(running.dataDirectory)!;
  const file = join(running.dataDirectory, 'postmaster.pid');
  const lock = join(socketDirectory, '.s.PGSQL.5432.lock');
  const [text, lockText] = [file, lock].map((path) => readFileSync(path, 'utf8'));
  killPostmaster();
  // PostgreSQL believes a number only when that process is of its own account.
  const owner = ownerOf(file);
  const other = spawn('sleep', ['600'], { stdio: 'ignore', ...owner });
  writeFileSync(file, text!.replace(String(pid), String(other.pid)));
  writeFileSync(lock, lockText!.replace(String(pid), String(other.pid)));
  try {
    await start();
    expect(running.adopted).toBe(false);
    expect(await askOne(running.url, `select number from kept`)).toBe(1);
  } finally {
    other.kill();
  }
});

test('two simultaneous starts after a kill: one recovers, the other adopts', async () => {
  killPostmaster();
  const both = await Promise.all([start(), start()]);
  expect(both.map((one) => one.adopted).sort()).toEqual([false, true]);
});

test('a server whose binaries were deleted starts again on a fresh copy', async () => {
  await execute(running.url, 'insert into kept values (2)');
  rmSync(join(root, 'var/postgres/binaries-18.4.0-beta.17-x64'), { recursive: true });
  await start();
  expect(running.adopted).toBe(false);
  await execute(running.url, 'create extension unaccent');
  expect(await askOne(running.url, `select number from kept`)).toBe(2);
});

test('a project moved while its server was running finds its data at the new place', async () => {
  await execute(running.url, 'insert into kept values (3)');
  const moved = `${root}-moved`;
  renameSync(root, moved);
  root = moved;
  await start();
  expect(running.dataDirectory).toBe(join(moved, 'var/postgres/data'));
  expect(await askOne(running.url, `select number from kept`)).toBe(3);
});

test.runIf(process.env.PALABRE_ALL)(
  'a backend that outlives its postmaster is waited for before the next start',
  async () => {
    const busy = execute(running.url, 'select count(*) from generate_series(1, 30000000)').catch(
      () => {},
    );
    await until(() =>
      askOne<boolean>(
        running.url,
        `select exists (select from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid())`,
      ),
    );
    killPostmaster();
    await start();
    expect(await askOne(running.url, 'select 1')).toBe(1);
    await busy;
  },
);

test('what a process number stands for', () => {
  const { uid, gid } = statSync(running.dataDirectory);
  const account = accountOfOwner(uid, gid);
  const { pid } = readPostmaster(running.dataDirectory)!;
  expect(inspectPostmaster(pid, running.dataDirectory, account)).toBe('running');
  expect(inspectPostmaster(pid, root, account)).toBe('gone');
  expect(inspectPostmaster(process.pid, running.dataDirectory, account)).toBe('gone');
  expect(inspectPostmaster(2 ** 22 + 1, running.dataDirectory, account)).toBe('gone');
});

function ownerOf(path: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}
