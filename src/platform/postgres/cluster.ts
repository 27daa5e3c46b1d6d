/** A cluster's life in three programs: initdb, pg_ctl start, pg_ctl stop. */
import { existsSync, lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { FileLock } from './file-lock.ts';
import { chooseSocketDirectory, type Place, port } from './place.ts';
import { makePrivateFolder } from './private-folder.ts';
import { runAs } from './run.ts';

/** French order of letters, UTF-8 and checksums whatever the locale of who starts it. */
const initialSettings = [
  ...['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=fr-FR'],
  ...['--lc-messages=C', '--auth-local=trust', '--auth-host=scram-sha-256', '--data-checksums'],
  ...['--username=postgres', '--no-instructions'],
];

/** Makes the data folder, whole or not at all. */
export async function initialiseCluster(
  place: Place,
  binaries: Binaries,
  extra: string[] = [],
): Promise<void> {
  const part = join(place.home, 'data.part');
  rmSync(part, { recursive: true, force: true });
  makePrivateFolder(part, place.account);
  const outcome = await runAs(place.account, binaries.initdb, [
    ...initialSettings,
    ...extra,
    `--pgdata=${part}`,
  ]);
  if (outcome.code !== 0) {
    throw new Error(`PostgreSQL n’a pas pu créer sa base dans ${place.home} :\n${outcome.output}`);
  }
  renameSync(part, place.dataDirectory);
}

/** A data folder is read by one major version only. */
export function refuseOtherVersion(place: Place, binaries: Binaries): void {
  const major = readFileSync(join(place.dataDirectory, 'PG_VERSION'), 'utf8').trim();
  if (binaries.version.split('.')[0] === major) return;
  throw new Error(
    `La base de ${place.dataDirectory} est de PostgreSQL ${major}, et cette version de Palabre apporte ` +
      `PostgreSQL ${binaries.version} : revenez à la version précédente et exportez d’abord.`,
  );
}

/** What a statement held may be a person's or a voter's: a log file is no place for it. */
const discretion = { log_error_verbosity: 'terse', log_min_error_statement: 'panic' };

/**
 * Starts the server in a session of its own (neither Ctrl-C nor our end reaches it), on a socket only,
 * and waits until it answers. The server and all its processes keep `alive` as long as one of them lives.
 */
export async function startCluster(
  place: Place,
  binaries: Binaries,
  alive: FileLock,
  extra: Record<string, string> = {},
): Promise<void> {
  const settings = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${chooseSocketDirectory(place)}"`,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...discretion,
    ...extra,
  };
  const words = Object.entries(settings).map(([name, value]) => `-c ${quote(`${name}=${value}`)}`);
  const before = rotateLog(place);
  const outcome = await runAs(
    place.account,
    binaries.pgCtl,
    ['start', '--wait', '--timeout=600', `--log=${place.logFile}`, `--options=${words.join(' ')}`],
    { env: { PGDATA: place.dataDirectory }, inherit: [alive.descriptor] },
  );
  if (outcome.code === 0) return;
  throw new Error(
    `PostgreSQL n’a pas démarré (${place.home}). Fin de son journal ${place.logFile} :\n` +
      (lastLines(place.logFile, before) || outcome.output),
  );
}

export async function stopCluster(
  place: Place,
  binaries: Binaries,
  mode: 'fast' | 'immediate',
): Promise<void> {
  const outcome = await runAs(
    place.account,
    binaries.pgCtl,
    ['stop', `--mode=${mode}`, '--wait', '--timeout=120'],
    { env: { PGDATA: place.dataDirectory } },
  );
  const gone = !existsSync(join(place.dataDirectory, 'postmaster.pid'));
  if (outcome.code !== 0 && !gone)
    throw new Error(`PostgreSQL ne s’arrête pas : ${outcome.output}`);
}

/** A word of the shell command that pg_ctl builds. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

const longestLog = 10 * 1024 * 1024;

/** Puts aside a log that is long or another account's; the length of the one that goes on. */
function rotateLog({ logFile, account }: Place): number {
  const found = lstatSync(logFile, { throwIfNoEntry: false });
  if (!found) return 0;
  const isOurs = found.uid === (account.ids?.uid ?? process.getuid?.());
  if (isOurs && found.size <= longestLog) return found.size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

/** The last fifteen lines of what was written since the log had the given length. */
function lastLines(file: string, since: number): string {
  try {
    const fresh = readFileSync(file).subarray(since).toString('utf8');
    return fresh.trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
}
