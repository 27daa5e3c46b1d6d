import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOne, execute, makeRoot, removeRoot, runElsewhere, until } from './fixture.ts';
import { holdServerLock } from './lock.ts';
import { type EmbeddedPostgres, locatePostgres } from './start.ts';

let root: string;
let running: EmbeddedPostgres;

/** What a web server does first. */
const serve = () => `
  const postgres = await startPostgres({ root: ${JSON.stringify(root)} });
  const lock = await holdServerLock(postgres.url);
  print({ held: lock.held, adopted: postgres.adopted });
  setInterval(() => {}, 1000);`;

beforeAll(async () => {
  root = makeRoot();
  const starter = runElsewhere(serve());
  expect(await starter.next()).toEqual({ held: true, adopted: false });
  await starter.kill('SIGKILL');
  running = await locatePostgres(root);
});
afterAll(async () => {
  await running.stop();
  removeRoot(root);
});

test('F4 a server whose starter was killed is adopted', () => {
  expect(running.adopted).toBe(true);
});

test('F4 a second server on the same data folder is refused; killed, the first leaves no lock behind', async () => {
  const first = runElsewhere(serve());
  expect(await first.next()).toEqual({ held: true, adopted: true });
  const second = runElsewhere(serve());
  expect(await second.next()).toEqual({ held: false, adopted: true });
  await Promise.all([second.kill('SIGKILL'), first.kill('SIGKILL')]);
  const third = await holdServerLock(running.url);
  expect(third.held).toBe(true);
  if (third.held) await third.release();
});

test('F4 a lock released is free at once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const lock = await holdServerLock(running.url);
    expect(lock.held).toBe(true);
    if (lock.held) await lock.release();
  }
});

test('F4 a lock survives the loss of its connection, and says when another server took it meanwhile', async () => {
  let lost = 0;
  const lock = await holdServerLock(running.url, () => {
    lost += 1;
  });
  const holder = `select pid from pg_locks where locktype = 'advisory' and granted`;
  const before = await askOne<number>(running.url, holder);
  await execute(running.url, `select pg_terminate_backend(${before})`);
  await until(
    async () =>
      ![before, undefined].includes(await askOne<number | undefined>(running.url, holder)),
  );
  expect(lost).toBe(0);

  const breaking = execute(running.url, `select pg_terminate_backend(pid) from (${holder}) held`);
  const thief = await holdServerLock(running.url);
  await breaking;
  expect(thief.held).toBe(true);
  await until(() => lost > 0);
  expect(lost).toBe(1);
  if (thief.held) await thief.release();
  if (lock.held) await lock.release();
});

test('a command neither stops the server under others nor keeps its own process alive', async () => {
  const command = runElsewhere(`
    const postgres = await startPostgres({ root: ${JSON.stringify(root)} });
    print(postgres.adopted);`);
  expect(await command.next()).toBe(true);
  await expect(command.next()).rejects.toThrow();
  expect(await askOne(running.url, 'select 1')).toBe(1);
});
