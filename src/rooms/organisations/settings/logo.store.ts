import type { FileStorage } from '@flystorage/file-storage';
import type { Db } from '../../../platform/database/database.ts';
import {
  type CleanUpload,
  cleanUpload,
  keepFile,
  type Scanning,
} from '../../../platform/files/index.ts';
import { checkLogo } from '../organisation.ts';
import { setLogo } from './settings.store.ts';

export interface CleanLogo {
  upload: CleanUpload;
  /** Pixels. */
  width: number;
  height: number;
}

type CleaningRefusal = Extract<Awaited<ReturnType<typeof cleanUpload>>, { ok: false }>['refusal'];
export type LogoRefusal = CleaningRefusal | NonNullable<ReturnType<typeof checkLogo>>;

/** A picture drawn anew that a header can hold. It holds no connection to the database. */
export async function cleanLogo(
  scanning: Scanning,
  file: File,
): Promise<{ ok: true; logo: CleanLogo } | { ok: false; refusal: LogoRefusal }> {
  const cleaned = await cleanUpload(scanning, file);
  if (!cleaned.ok) return cleaned;
  const { width, height } = cleaned.upload;
  if (width === null || height === null) return { ok: false, refusal: 'file-kind' };
  const refusal = checkLogo({ width, height });
  if (refusal) return { ok: false, refusal };
  return { ok: true, logo: { upload: cleaned.upload, width, height } };
}

/**
 * Keeps a clean logo and puts it in the place of the former one. Answers with the storage keys of both: the former's
 * bytes can go once all is written, the new one's where it is not.
 */
export async function keepLogo(
  db: Db,
  storage: FileStorage,
  act: { organisationId: string; by: string },
  { upload, width, height }: CleanLogo,
  alt: string,
): Promise<{ kept: string; former: string | null }> {
  const by = { alt, uploadedBy: act.by };
  const file = await keepFile(db, storage, act.organisationId, upload, by);
  const former = await setLogo(db, act, { fileId: file.fileId, width, height });
  return { kept: file.storageKey, former: former?.storageKey ?? null };
}
