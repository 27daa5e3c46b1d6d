/** What postmaster.pid says, and what is true of it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Account } from './account.ts';
import { port } from './place.ts';

export interface Postmaster {
  pid: number;
  /** As the server knows it: the folder may have been moved under it since. */
  dataDirectory: string;
  socketDirectory: string;
  port: number;
}

/** Null when there is no file, or none that a finished start would have written. */
export function readPostmaster(dataDirectory: string): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const [pid, folder = '', , port, socketDirectory = ''] = text.split('\n');
  const postmaster = {
    pid: Number(pid),
    dataDirectory: folder,
    socketDirectory,
    port: Number(port),
  };
  return postmaster.pid > 1 && postmaster.port > 0 ? postmaster : null;
}

/**
 * - `running`: a PostgreSQL at work in this data folder
 * - `replaced`: the same, but its program has been deleted from the disk
 * - `gone`: no such process, a zombie that nobody reaped, or another program that got the same number
 */
export function inspectPostmaster(
  pid: number,
  dataDirectory: string,
  account: Account,
): 'running' | 'replaced' | 'gone' {
  const stat = readStat(pid);
  // The name is between parentheses and may hold anything: the state is the first word after the last one.
  const state = stat?.slice(stat.lastIndexOf(')') + 2).charAt(0);
  if (!state || 'ZX'.includes(state)) return 'gone';
  const [program, folder] = followLinks([`/proc/${pid}/exe`, `/proc/${pid}/cwd`], account);
  if (!program || folder !== realpathSync(dataDirectory)) return 'gone';
  if (basename(program) === 'postgres') return 'running';
  return basename(program) === 'postgres (deleted)' ? 'replaced' : 'gone';
}

/** Root without CAP_SYS_PTRACE, as in most containers, may not follow these links; their account may. */
function followLinks(links: string[], account: Account): string[] {
  try {
    return links.map((link) => readlinkSync(link));
  } catch {
    const { stdout } = spawnSync('readlink', links, { ...account.ids, encoding: 'utf8' });
    return stdout?.split('\n') ?? [];
  }
}

/**
 * To be called only when nothing runs in the data folder: PostgreSQL believes these files by number alone.
 * `socketDirectory` is where the next start will listen; a folder that was moved took its old socket along.
 */
export function removeStaleFiles(dataDirectory: string, socketDirectory: string): void {
  const stale = readPostmaster(dataDirectory);
  for (const folder of [stale?.socketDirectory, socketDirectory]) {
    if (!folder) continue;
    const socket = join(folder, `.s.PGSQL.${stale?.port ?? port}`);
    rmSync(socket, { force: true });
    rmSync(`${socket}.lock`, { force: true });
  }
  rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
}

function readStat(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}
