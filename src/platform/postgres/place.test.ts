import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { findAccount } from './account.ts';
import { askOne, makeHiddenRoot, makeRoot, removeRoot, runElsewhere } from './fixture.ts';
import { chooseSocketDirectory, placeAt } from './place.ts';
import { runAs } from './run.ts';
import { startPostgres } from './start.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const made: string[] = [];
const keep = (folder: string) => {
  made.push(folder);
  return folder;
};
afterEach(() => made.splice(0).forEach(removeRoot));

describe.runIf(isRoot)('as root', () => {
  test('under a folder that only root may enter, the data go to /var/lib/palabre', async () => {
    const { hidden, root } = makeHiddenRoot();
    keep(hidden);
    const running = await startPostgres({ root });
    keep(dirname(running.dataDirectory));
    expect(running.dataDirectory).toMatch(/^\/var\/lib\/palabre\/[0-9a-f]{12}\/data$/);
    expect(existsSync(join(root, 'var/postgres'))).toBe(false);
    expect(await askOne(running.url, 'select 1')).toBe(1);
    await running.stop();

    // Opened later, the way to var/postgres does not hide the data that exist.
    chmodSync(hidden, 0o755);
    const again = await startPostgres({ root });
    expect(again.dataDirectory).toBe(running.dataDirectory);
    await again.stop();
  });

  test('the server runs under an account of the machine, and its data out of reach are not replaced', async () => {
    const root = keep(makeRoot());
    const running = await startPostgres({ root });
    const data = statSync(running.dataDirectory);
    expect(data.uid).toBeGreaterThan(0);
    expect(data.mode & 0o777).toBe(0o700);
    expect(statSync(join(root, 'var/postgres')).uid).toBe(0);
    await running.stop();
    chmodSync(root, 0o700);
    await expect(startPostgres({ root })).rejects.toThrow(
      `La base de données est dans ${root}/var/postgres`,
    );
  });

  test('the account that owns the data is the one that serves them', async () => {
    const root = keep(makeRoot());
    const first = await startPostgres({ root });
    await first.stop();
    const { uid, gid } = nobody;
    chownSync(first.dataDirectory, uid, gid);
    for (const name of readdirSync(first.dataDirectory, { recursive: true })) {
      chownSync(join(first.dataDirectory, String(name)), uid, gid);
    }
    const running = await startPostgres({ root });
    expect(await askOne(running.url, 'select 1')).toBe(1);
    expect(statSync(join(running.dataDirectory, 'postmaster.pid')).uid).toBe(uid);
    await running.stop();
  });
});

/** Another account can run this test's program only when the way to it is open. */
const isOpenToOthers =
  isRoot &&
  (
    await runAs({ name: 'nobody', ids: nobody }, 'sh', [
      '-c',
      'test -x "$1" && test -r "$2"',
      'sh',
      process.execPath,
      fileURLToPath(import.meta.url),
    ])
  ).code === 0;

test.runIf(isOpenToOthers)('without root, it runs under the account that starts it', async () => {
  const root = keep(makeRoot());
  chownSync(root, nobody.uid, nobody.gid);
  const theirs = runElsewhere(
    `const postgres = await startPostgres({ root: ${JSON.stringify(root)} });
     print(postgres.dataDirectory);
     const again = await startPostgres({ root: ${JSON.stringify(root)} });
     print(again.adopted);
     await again.stop();
     await postgres.stop();
     print('stopped');`,
    nobody,
  );
  const data = await theirs.next<string>();
  expect(data).toBe(join(root, 'var/postgres/data'));
  expect(await theirs.next()).toBe(true);
  expect(await theirs.next()).toBe('stopped');
  expect(statSync(data).uid).toBe(nobody.uid);
});

test('a path too long for a socket still serves, by a short folder of its own', async () => {
  const top = keep(makeRoot());
  const root = join(top, 'a-rather-long-name-for-a-folder/'.repeat(4));
  mkdirSync(root, { recursive: true });
  const running = await startPostgres({ root });
  const { host } = Object.fromEntries(new URL(running.url.replace('@/', '@x/')).searchParams);
  keep(host!);
  expect(host).toMatch(/^\/tmp\/palabre-[0-9a-f]{12}$/);
  expect(statSync(host!).mode & 0o777).toBe(0o700);
  expect(await askOne(running.url, 'select 1')).toBe(1);
  await running.stop();
});

test('a short socket folder that somebody else prepared is refused', () => {
  const home = `/nowhere/${'long/'.repeat(30)}`;
  const place = placeAt(home, findAccount());
  const folder = keep(chooseSocketDirectory(place));
  expect(chooseSocketDirectory(place)).toBe(folder);
  chmodSync(folder, 0o755);
  expect(() => chooseSocketDirectory(place)).toThrow('n’appartient pas au seul compte');
  rmSync(folder, { recursive: true });
});

test('a path that PostgreSQL’s programs would misread is refused in words', async () => {
  await expect(startPostgres({ root: '/tmp/palabre-$HOME' })).rejects.toThrow(
    'n’accepte pas les signes',
  );
});

test.runIf(isRoot)(
  'the account is postgres where it exists, never one with the rights of root',
  () => {
    expect(findAccount('root:x:0:0::/:/bin/sh\npostgres:x:101:104::/:/bin/sh\n')).toEqual({
      name: 'postgres',
      ids: { uid: 101, gid: 104 },
    });
    expect(findAccount('postgres:x:0:0::/:/bin/sh\npalabre:x:998:997::/:/bin/sh\n').name).toBe(
      'palabre',
    );
  },
);

test.runIf(!isRoot)('anybody but root runs it as oneself', () => {
  expect(findAccount('').ids).toBeNull();
});
