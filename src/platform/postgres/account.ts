/**
 * PostgreSQL refuses to run as root. As root it runs under an unprivileged account of the machine;
 * as anybody else it runs as oneself.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `ids` is null when the programs run as the current user. */
export interface Account {
  name: string;
  ids: { uid: number; gid: number } | null;
}

const ourAccount = 'palabre';

export function findAccount(passwd: string = readFileSync('/etc/passwd', 'utf8')): Account {
  if (process.getuid?.() !== 0) return { name: 'oneself', ids: null };
  return (
    findByName(passwd, 'postgres') ??
    findByName(passwd, ourAccount) ??
    createAccount() ??
    findByName(passwd, 'nobody') ??
    refuseRoot()
  );
}

/** Existing files decide: a server cannot read a data folder that belongs to another account. */
export function accountOfOwner(uid: number, gid: number): Account {
  return process.getuid?.() === 0 && uid !== 0
    ? { name: `uid ${uid}`, ids: { uid, gid } }
    : { name: 'oneself', ids: null };
}

function findByName(passwd: string, wanted: string): Account | null {
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === wanted && Number(uid) > 0) {
      return { name, ids: { uid: Number(uid), gid: Number(gid) } };
    }
  }
  return null;
}

function createAccount(): Account | null {
  try {
    execFileSync(
      'useradd',
      ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ourAccount],
      {
        stdio: 'ignore',
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      },
    );
  } catch {
    // A read-only /etc, no useradd, or another start that was faster: the file says which.
  }
  return findByName(readFileSync('/etc/passwd', 'utf8'), ourAccount);
}

function refuseRoot(): never {
  throw new Error(
    'PostgreSQL ne peut pas fonctionner sous root, et aucun compte (postgres, palabre, nobody) n’existe : ' +
      'créez-en un, lancez Palabre sous un autre compte, ou indiquez DATABASE_URL.',
  );
}
