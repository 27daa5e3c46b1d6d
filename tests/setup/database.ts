import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { databaseAt, withClient } from '../../src/platform/postgres/connect.ts';
import type {} from './postgres.ts';

export interface TestDatabase {
  url: string;
  /** Ends whatever is still connected. */
  drop(): Promise<void>;
}

/** An empty, migrated database of one's own: a clone of the run's template, about 35 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, problem } = inject('testServer');
  if (problem) throw new Error(problem);
  const name = `palabre_test_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  return {
    url: databaseAt(adminUrl, name),
    drop: async () => {
      await withClient(adminUrl, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      );
    },
  };
}
