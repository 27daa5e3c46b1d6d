/** Finds the server that already works in a data folder, or starts it when there is none. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Binaries, removeOldBinaries } from './binaries.ts';
import { startCluster } from './cluster.ts';
import { addressOf, withClient } from './connect.ts';
import { takeFileLock } from './file-lock.ts';
import { chooseSocketDirectory, type Place } from './place.ts';
import {
  inspectPostmaster,
  type Postmaster,
  readPostmaster,
  removeStaleFiles,
} from './postmaster.ts';

/** How long a server that is there may take to answer (a recovery after a crash), in milliseconds. */
const patience = 120_000;

export interface FoundCluster {
  postmaster: Postmaster;
  adopted: boolean;
}

/** To be called by one process at a time: the caller holds the lock of the home. */
export async function findOrStartCluster(
  place: Place,
  binaries: Binaries,
  onProgress: (words: string) => void,
): Promise<FoundCluster> {
  const begun = Date.now();
  const toldToStop = new Set<number>();
  for (let round = 0; ; round += 1) {
    const postmaster = readPostmaster(place.dataDirectory);
    const state = postmaster
      ? inspectPostmaster(postmaster.pid, place.dataDirectory, place.account)
      : 'gone';
    if (
      postmaster &&
      state === 'running' &&
      isSameFolder(postmaster.dataDirectory, place.dataDirectory)
    ) {
      if (await answers(postmaster)) return { postmaster, adopted: true };
    } else if (postmaster && state !== 'gone') {
      // Its program or its folder is no longer where it started: it must start again to find its files.
      stopOnce(postmaster.pid, toldToStop);
    } else if (await startIfNobodyLives(place, binaries)) {
      return { postmaster: readPostmaster(place.dataDirectory)!, adopted: false };
    }
    const waited = Date.now() - begun;
    if (waited > patience) refuseSilent(place, postmaster);
    if (round === 40) onProgress('PostgreSQL est là mais ne répond pas encore, un instant…');
    await wait(50);
  }
}

/**
 * The lock passes to the server and to each of its processes, so it is free only when all are gone,
 * even those that outlive a killed postmaster: then postmaster.pid is stale, whatever number is in it.
 */
async function startIfNobodyLives(place: Place, binaries: Binaries): Promise<boolean> {
  const alive = await takeFileLock(join(place.home, 'alive.lock'), 0);
  if (!alive) return false;
  try {
    removeStaleFiles(place.dataDirectory, chooseSocketDirectory(place));
    removeOldBinaries(place, binaries);
    await startCluster(place, binaries, alive);
    return true;
  } finally {
    alive.release();
  }
}

/** False while it is starting, recovering or stopping. */
async function answers(postmaster: Postmaster): Promise<boolean> {
  const url = addressOf(postmaster.socketDirectory, 'postgres', postmaster.port);
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return isSameFolder(rows[0]!.data_directory, postmaster.dataDirectory);
    });
  } catch {
    return false;
  }
}

function isSameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function stopOnce(pid: number, told: Set<number>): void {
  if (told.has(pid)) return;
  told.add(pid);
  process.kill(pid, 'SIGINT');
}

function refuseSilent(place: Place, postmaster: Postmaster | null): never {
  throw new Error(
    `Un PostgreSQL ${postmaster ? `(processus ${postmaster.pid}) ` : ''}occupe ${place.dataDirectory} ` +
      `et ne répond pas. Son journal : ${place.logFile}. Arrêtez-le, puis recommencez.`,
  );
}
