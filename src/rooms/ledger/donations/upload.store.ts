import { randomUUID } from 'node:crypto';
import type { FileStorage } from '@flystorage/file-storage';
import type { Db } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { SentFile } from './import.store.ts';

/** Seconds that a file waits to be imported once it was looked at. */
const WAITING = 24 * 3600;

const keyOf = (organisationId: string, id: string) => `donations/${organisationId}/${id}.json`;

/** Keeps the lines of a file until somebody says that they are right; a day at most. */
export async function keepSentFile(
  db: Db,
  storage: FileStorage,
  organisationId: string,
  file: SentFile,
): Promise<string> {
  const id = randomUUID();
  const runAt = new Date(Date.now() + WAITING * 1000);
  // first: a file whose forgetting is queued twice harms nobody, one that is never forgotten does
  await queueJob(db, 'forget-donation-file', { organisationId, id }, { runAt });
  await storage.write(keyOf(organisationId, id), JSON.stringify(file));
  return id;
}

/** null: it never was, was imported, or waited for too long. */
export async function findSentFile(
  storage: FileStorage,
  organisationId: string,
  id: string,
): Promise<SentFile | null> {
  if (!isUuid(id) || !(await storage.fileExists(keyOf(organisationId, id)))) return null;
  return JSON.parse(await storage.readToString(keyOf(organisationId, id))) as SentFile;
}

export async function forgetSentFile(
  storage: FileStorage,
  organisationId: string,
  id: string,
): Promise<void> {
  await storage.deleteFile(keyOf(organisationId, id));
}
