/** A throw-away cluster for tests: the same programs and settings, without the waiting for the disk. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findAccount } from './account.ts';
import { type Binaries, copyBinaries } from './binaries.ts';
import { initialiseCluster, startCluster } from './cluster.ts';
import { addressOf } from './connect.ts';
import { takeFileLock } from './file-lock.ts';
import { placeAt, prepareHome } from './place.ts';
import { readPostmaster } from './postmaster.ts';

export interface TestPostgres {
  /** Of the maintenance database `postgres`, as superuser. */
  url: string;
  dataDirectory: string;
  /** Ends the server and removes the folder. */
  stop(): Promise<void>;
}

const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  max_wal_size: '1GB',
  checkpoint_timeout: '1h',
};

/** `folder` is made by this call and removed at the end; every account must be able to reach its parent. */
export async function startTestPostgres(folder: string, given?: Binaries): Promise<TestPostgres> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const place = placeAt(folder, findAccount());
  prepareHome(place);
  const binaries = given ?? (await copyBinaries(place));
  await initialiseCluster(place, binaries, ['--no-sync']);
  const alive = (await takeFileLock(join(folder, 'alive.lock'), 0))!;
  await startCluster(place, binaries, alive, hasty);
  alive.release();
  const postmaster = readPostmaster(place.dataDirectory)!;
  const end = watchOver(folder, postmaster.pid, postmaster.socketDirectory);
  return {
    url: addressOf(postmaster.socketDirectory, 'postgres', postmaster.port),
    dataDirectory: place.dataDirectory,
    stop: end,
  };
}

/** Waits for the end of its input, however it comes, then removes all: also when the tests were killed. */
const watch = `
cat > /dev/null
kill -QUIT "$1"
for _ in $(seq 100); do [ -e "$2/data/postmaster.pid" ] || break; sleep 0.05; done
rm -rf "$2" "$3"
`;

function watchOver(folder: string, pid: number, socketDirectory: string): () => Promise<void> {
  const child = spawn('/bin/sh', ['-c', watch, 'sh', String(pid), folder, socketDirectory], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  child.unref();
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.ref();
    child.stdin.end();
    await ended;
  };
}
