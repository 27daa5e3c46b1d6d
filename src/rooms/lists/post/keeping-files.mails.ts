import type { FileStorage } from '@flystorage/file-storage';
import type { Config } from '../../../platform/config.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type CleanUpload, cleanUpload, keepFile } from '../../../platform/files/index.ts';
import { insertFiles } from '../file.store.ts';
import { MOST_FILES } from '../list.ts';
import type { Dropped } from '../message.ts';

/** Films stay where they are: a list is read by mail. */
const KINDS = [
  ...(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
] as const;

export interface CleanedFiles {
  uploads: CleanUpload[];
  dropped: Dropped[];
}

/**
 * Looks attachments through, one after the other (W7): those that are not taken are named, with why. Where the scanner does not
 * answer nothing is decided: a mail server tries again.
 */
export async function cleanFiles(
  config: Config,
  files: readonly File[],
  surplus: readonly string[] = [],
): Promise<CleanedFiles> {
  const uploads: CleanUpload[] = [];
  const dropped: Dropped[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const cleaned = await cleanUpload(config, file, KINDS).catch(() => null);
    if (cleaned && !cleaned.ok && cleaned.refusal === 'scan-failed')
      throw new Error('The scanner did not answer.');
    if (cleaned?.ok) uploads.push(cleaned.upload);
    else dropped.push({ name: file.name.slice(0, 120), why: sayWhy(cleaned?.refusal) });
  }
  for (const name of surplus) dropped.push({ name, why: 'many' });
  return { uploads, dropped };
}

function sayWhy(refusal: string | undefined): Dropped['why'] {
  if (refusal === 'file-kind') return 'kind';
  if (refusal === 'infected') return 'infected';
  if (refusal?.endsWith('-active')) return 'active';
  return refusal?.endsWith('too-large') ? 'size' : 'damaged';
}

/** In the transaction of their message. Readers of the space alone see them: they are never published as files. */
export async function keepFiles(
  tx: Tx,
  storage: FileStorage,
  organisationId: string,
  message: { id: string; authorId: string | null },
  uploads: readonly CleanUpload[],
): Promise<void> {
  const ids: string[] = [];
  for (const upload of uploads) {
    const by = { alt: '', uploadedBy: message.authorId };
    ids.push((await keepFile(tx, storage, organisationId, upload, by)).fileId);
  }
  await insertFiles(tx, organisationId, message.id, ids);
}
