import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

it('tables.ts says what the migrations make: written by build/tables.ts, never by hand', async () => {
  const run = promisify(execFile)(process.execPath, ['build/tables.ts', database.url, '--verify']);
  await expect(run).resolves.toMatchObject({ stdout: expect.stringContaining('up-to-date') });
});
