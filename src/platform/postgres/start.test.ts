import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askOne, execute, makeRoot, removeRoot } from './fixture.ts';
import { type EmbeddedPostgres, startPostgres } from './start.ts';

let root: string;
const running: EmbeddedPostgres[] = [];

beforeEach(() => {
  root = makeRoot();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  removeRoot(root);
});

async function start(): Promise<EmbeddedPostgres> {
  const one = await startPostgres({ root });
  running.push(one);
  return one;
}

test('F4 a first start makes the cluster, a second adopts it, the last one to leave stops it', async () => {
  const words: string[] = [];
  const first = await startPostgres({ root, onProgress: (line) => words.push(line) });
  expect(first).toMatchObject({ adopted: false, dataDirectory: join(root, 'var/postgres/data') });
  expect(words).toEqual(['Préparation de PostgreSQL…']);
  await execute(first.url, 'create table kept (word text)');

  const second = await startPostgres({ root });
  expect(second).toMatchObject({ adopted: true, url: first.url });
  await first.stop();
  await execute(second.url, `insert into kept values ('still here')`);
  await second.stop();
  expect(existsSync(join(first.dataDirectory, 'postmaster.pid'))).toBe(false);

  const third = await start();
  expect(third.adopted).toBe(false);
  expect(await askOne(third.url, 'select word from kept')).toBe('still here');
});

test('two simultaneous first starts share one cluster', async () => {
  const both = await Promise.all([start(), start()]);
  expect(both.map((one) => one.adopted).sort()).toEqual([false, true]);
  expect(both[0].url).toBe(both[1].url);
});

test('the cluster is French, durable, discreet, reached by its socket alone, and says why it fails', async () => {
  const { url } = await start();
  const setting = (name: string) => askOne<string>(url, `show ${name}`);
  expect(await setting('server_encoding')).toBe('UTF8');
  expect(await setting('data_checksums')).toBe('on');
  expect(await setting('fsync')).toBe('on');
  expect(await setting('synchronous_commit')).toBe('on');
  expect(await setting('listen_addresses')).toBe('');
  expect(await setting('timezone')).toBe('UTC');
  expect(
    await askOne(
      url,
      `select array_agg(w order by w) from unnest('{zut,Élan,eau,côte}'::text[]) w`,
    ),
  ).toEqual([...['côte', 'eau', 'Élan', 'zut']]);
  await execute(url, 'create extension pg_trgm; create extension unaccent');

  await execute(url, 'create table choices (secret text check (length(secret) < 3))');
  await expect(execute(url, `insert into choices values ('for project 12')`)).rejects.toThrow();
  const log = readFileSync(join(root, 'var/postgres/log/server.log'), 'utf8');
  expect(log).toContain('choices_secret_check');
  expect(log).not.toContain('project 12');

  await execute(url, `alter system set shared_preload_libraries = 'no_such_library'`);
  for (const one of running.splice(0)) await one.stop();
  await expect(start()).rejects.toThrow(/n’a pas démarré[\s\S]*no_such_library/);
});
