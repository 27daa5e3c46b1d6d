/** Where an embedded server lives, and who may cross the way there. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, accountOfOwner, findAccount } from './account.ts';
import { isPrivateFolder, makePrivateFolder } from './private-folder.ts';
import { runAs } from './run.ts';

/**
 * The home and the binaries in it belong to whoever starts Palabre; only `data`, `log` and `run` belong
 * to the account of the server, mode 0700. So root never writes where that account could set a trap.
 */
export interface Place {
  account: Account;
  home: string;
  dataDirectory: string;
  logFile: string;
}

/** In the var folder when the account can reach it; else, as root, under /var/lib/palabre. */
export async function choosePlace(varFolder: string): Promise<Place> {
  const local = resolve(varFolder, 'postgres');
  refuseUnquotable(local);
  const system = join('/var/lib/palabre', shortHash(local));
  for (const home of [local, system]) {
    const owner = ownerOfData(home);
    if (!owner) continue;
    const place = placeAt(home, accountOfOwner(owner.uid, owner.gid));
    const { code, output } = await enter(place.account, place.dataDirectory);
    if (code !== 0) refuseUnreachable(place, output);
    prepareHome(place);
    return place;
  }
  const account = findAccount();
  for (const home of account.ids ? [local, system] : [local]) {
    const place = placeAt(home, account);
    if (await prepareReachableHome(place)) return place;
  }
  throw new Error(
    `La base de données ne peut pas être rangée dans ${account.ids ? system : local} ` +
      `(compte ${account.name}) : vérifiez à qui appartient ce dossier.`,
  );
}

export function placeAt(home: string, account: Account): Place {
  return {
    account,
    home,
    dataDirectory: join(home, 'data'),
    logFile: join(home, 'log', 'server.log'),
  };
}

/** Makes the home and the folders in it that belong to the account; data come with initdb. */
export function prepareHome(place: Place): void {
  mkdirSync(place.home, { recursive: true, mode: 0o755 });
  for (const name of ['log', 'run']) makePrivateFolder(join(place.home, name), place.account);
}

async function prepareReachableHome(place: Place): Promise<boolean> {
  const probe = join(place.home, 'run');
  try {
    prepareHome(place);
    // Not every file system knows owners and modes, and PostgreSQL needs both.
    if (isPrivateFolder(probe, place.account) && (await enter(place.account, probe)).code === 0)
      return true;
    rmSync(place.home, { recursive: true });
  } catch {
    // A folder that may not be written: the next one may.
  }
  return false;
}

/** The longest address of a Unix socket that Linux takes, in bytes. */
const longestSocket = 107;

/** Nothing listens on it: it is only a part of the socket's name. */
export const port = 5432;

/**
 * The folder of the socket: in the home, or in /tmp when that address would be too long.
 * A folder in /tmp that is not the account's alone is refused: whoever made it could answer in our place.
 */
export function chooseSocketDirectory(place: Place): string {
  const near = join(place.home, 'run');
  if (Buffer.byteLength(`${near}/.s.PGSQL.${port}`) <= longestSocket) return near;
  const short = `/tmp/palabre-${shortHash(place.home)}`;
  try {
    makePrivateFolder(short, place.account, { fresh: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (isPrivateFolder(short, place.account)) return short;
  throw new Error(
    `${short} existe et n’appartient pas au seul compte ${place.account.name} : supprimez-le.`,
  );
}

function enter(account: Account, folder: string) {
  return runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]);
}

function ownerOfData(home: string): { uid: number; gid: number } | null {
  const data = join(home, 'data');
  const found = statSync(data, { throwIfNoEntry: false });
  if (found && process.getuid?.() !== 0 && found.uid !== process.getuid?.()) {
    throw new Error(
      `La base de données ${data} appartient à un autre compte : lancez Palabre sous ce compte ou sous root.`,
    );
  }
  return found ?? null;
}

/** initdb and pg_ctl build shell commands around paths in double quotes. */
function refuseUnquotable(path: string): void {
  if (/["$`\\\n]/.test(path)) {
    throw new Error(`PostgreSQL n’accepte pas les signes " $ \` \\ dans un chemin : ${path}`);
  }
}

function refuseUnreachable(place: Place, reason: string): never {
  throw new Error(
    `La base de données est dans ${place.home}, mais son compte (${place.account.name}) ne peut pas y entrer ` +
      `(${reason}). Ouvrez le passage (chmod o+x sur les dossiers parents) ou remettez le projet à sa place.`,
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
