/**
 * The embedded PostgreSQL: a real server, started on first need, shared by the web server and the command
 * line, found again when its starter was killed, and stopped by the last one who leaves.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOrStartCluster } from './adopt.ts';
import { type Binaries, copyBinaries } from './binaries.ts';
import { initialiseCluster, refuseOtherVersion, stopCluster } from './cluster.ts';
import { addressOf, createDatabase } from './connect.ts';
import { takeFileLock } from './file-lock.ts';
import { choosePlace, type Place } from './place.ts';
import { type KeptSession, keepSession } from './session.ts';

export interface EmbeddedPostgres {
  /** Of the database `palabre`, which exists. */
  url: string;
  dataDirectory: string;
  /** True when the server was already running. */
  adopted: boolean;
  /** Takes leave: the server stops too (fast shutdown) unless another process of ours still uses it. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Of the repository; data go to its var/postgres. */
  root: string;
  /** Instead of `var` in the root. */
  varFolder?: string;
  onProgress?: (words: string) => void;
}

export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? (() => {});
  const place = await choosePlace(options.varFolder ?? join(options.root, 'var'));
  return inTurn(place, async () => {
    if (!existsSync(place.dataDirectory)) onProgress('Préparation de PostgreSQL…');
    const binaries = await copyBinaries(place);
    if (!existsSync(place.dataDirectory)) await initialiseCluster(place, binaries);
    refuseOtherVersion(place, binaries);
    const { postmaster, adopted } = await findOrStartCluster(place, binaries, onProgress);
    const address = (name: string) => addressOf(postmaster.socketDirectory, name, postmaster.port);
    await createDatabase(address('postgres'), 'palabre');
    const presence = await announcePresence(address('postgres'));
    return {
      url: address('palabre'),
      dataDirectory: place.dataDirectory,
      adopted,
      stop: () => leave(place, binaries, presence),
    };
  });
}

/** For the command line: the running server, or one started for the time of the command. */
export function locatePostgres(root: string, varFolder?: string): Promise<EmbeddedPostgres> {
  return startPostgres({ root, ...(varFolder && { varFolder }) });
}

const presenceName = 'palabre presence';

/** Whoever uses the server keeps a connection of this name, so that nobody else stops it meanwhile. */
async function announcePresence(url: string): Promise<KeptSession> {
  const session = await keepSession({ url, name: presenceName, claim: async () => true });
  return session!;
}

async function leave(place: Place, binaries: Binaries, presence: KeptSession): Promise<void> {
  // A project that was moved or deleted meanwhile: its server is no longer ours to stop.
  if (!existsSync(place.home)) return presence.release();
  await inTurn(place, async () => {
    const wanted = await isUsedByOthers(presence);
    await presence.release();
    if (!wanted) await stopCluster(place, binaries, 'fast');
  });
}

async function isUsedByOthers(presence: KeptSession): Promise<boolean> {
  // One that has just left may still be listed for a moment.
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rowCount } = await presence.ask(
        `select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`,
        [presenceName],
      );
      if (rowCount === 0) return false;
    } catch {
      return false;
    }
    if (attempt === 5) return true;
    await wait(50);
  }
}

/** Starting and stopping happen one at a time on one home. */
async function inTurn<Result>(place: Place, act: () => Promise<Result>): Promise<Result> {
  const turn = await takeFileLock(join(place.home, 'start.lock'), 180);
  if (!turn) {
    throw new Error(
      `Un autre démarrage de PostgreSQL n’en finit pas dans ${place.home} : arrêtez-le.`,
    );
  }
  try {
    return await act();
  } finally {
    turn.release();
  }
}
