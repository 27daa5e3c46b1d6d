import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { SpooledFile } from '../http/spooled-form.ts';
import { cleanDocument, isZip } from './documents/document.ts';
import { checkPdf } from './pdf.ts';
import { cleanPicture } from './picture.ts';
import { type Scanning, scanUpload } from './scan.ts';
import {
  ACCEPTED,
  type AcceptedType,
  FILE_LIMIT,
  tidyFileName,
  type UploadRefusal,
} from './upload.ts';
import { bytesInMemory, bytesOfFile } from './video/bytes.ts';
import { cleanVideo, isVideo } from './video/video.ts';

/** An upload that was found good, cleaned and not kept yet. */
export interface CleanUpload {
  name: string;
  mediaType: string;
  width: number | null;
  height: number | null;
  whole: Buffer;
  /** A smaller picture; null for all else. */
  small: Buffer | null;
}

/** A film that was found good and cleaned where it lies; whoever asked for it deletes that file. */
export interface CleanFilm extends Omit<CleanUpload, 'whole'> {
  path: string;
  bytes: number;
  sha256: string;
}

type Refused = { ok: false; refusal: UploadRefusal };
export type Cleaning = { ok: true; upload: CleanUpload } | Refused;

const refuse = (refusal: UploadRefusal): Refused => ({ ok: false, refusal });

/** Bytes of the beginning by which a kind is told. */
const BEGINNING = 4100;

/**
 * Looks an upload through, once the operator's scanner has: what it is is told by its bytes, never by its name; pictures are drawn anew, documents
 * of office programs written anew, films blanked, PDF searched. It may take seconds, so it holds no connection to
 * the database.
 */
export async function cleanUpload(
  scanning: Scanning,
  file: File,
  kinds: readonly AcceptedType[] = ACCEPTED,
): Promise<Cleaning> {
  if (file.size > FILE_LIMIT) return refuse('file-too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return refuse('file-empty');
  const found = await askScanner(scanning, bytes);
  if (found) return refuse(found);
  if (isZip(bytes)) return cleanOfficeDocument(file.name, bytes, kinds);
  const type = await tellKind(bytes);
  if (!isAmong(kinds, type)) return refuse('file-kind');
  const bare = { mediaType: type, width: null, height: null, small: null };
  if (isVideo(type)) {
    const whole = Buffer.from(bytes);
    return (await cleanVideo(bytesInMemory(whole), type))
      ? { ok: true, upload: { ...bare, name: nameFilm(file.name, type), whole } }
      : refuse('file-damaged');
  }
  if (type === 'application/pdf') {
    const refusal = checkPdf(bytes);
    if (refusal) return refuse(refusal);
    const name = tidyFileName(file.name, 'pdf');
    return { ok: true, upload: { ...bare, name, whole: Buffer.from(bytes) } };
  }
  const picture = await cleanPicture(bytes);
  if (typeof picture === 'string') return refuse(picture);
  const name = tidyFileName(file.name, 'webp');
  return { ok: true, upload: { name, mediaType: 'image/webp', ...picture } };
}

/** The same for a file that lies on the disk: a film of up to `filmLimit` bytes is never read into memory. */
export async function cleanSpooled(
  scanning: Scanning,
  file: SpooledFile,
  kinds: readonly AcceptedType[],
  filmLimit: number,
): Promise<{ ok: true; upload: CleanUpload | CleanFilm } | Refused> {
  const handle = await open(file.path, 'r+');
  try {
    const beginning = Buffer.alloc(Math.min(BEGINNING, file.bytes));
    await handle.read(beginning, 0, beginning.length, 0);
    const type = isZip(beginning) ? undefined : await tellKind(beginning);
    if (isVideo(type) && isAmong(kinds, type)) {
      if (file.bytes > filmLimit) return refuse('video-too-large');
      const found = await askScanner(scanning, file);
      if (found) return refuse(found);
      if (!(await cleanVideo(bytesOfFile(handle, file.bytes), type))) return refuse('file-damaged');
      const hash = createHash('sha256');
      for await (const piece of createReadStream(file.path)) hash.update(piece);
      const name = nameFilm(file.name, type);
      const { path, bytes } = file;
      const bare = { mediaType: type, width: null, height: null, small: null };
      return { ok: true, upload: { ...bare, name, path, bytes, sha256: hash.digest('hex') } };
    }
  } finally {
    await handle.close();
  }
  if (file.bytes > FILE_LIMIT) return refuse('file-too-large');
  const whole = new File([new Uint8Array(await readFile(file.path))], file.name);
  return cleanUpload(scanning, whole, kinds);
}

async function askScanner(
  scanning: Scanning,
  upload: Parameters<typeof scanUpload>[1],
): Promise<UploadRefusal | null> {
  const verdict = await scanUpload(scanning, upload);
  if (verdict === 'infected') return 'infected';
  return verdict === 'not-looked-at' ? 'scan-failed' : null;
}

function cleanOfficeDocument(
  name: string,
  bytes: Uint8Array,
  kinds: readonly AcceptedType[],
): Cleaning {
  if (!kinds.some((kind) => kind.includes('document'))) return refuse('file-kind');
  const document = cleanDocument(bytes);
  if (typeof document === 'string') return refuse(document);
  const { mediaType, extension, whole } = document;
  const named = { name: tidyFileName(name, extension), mediaType };
  return { ok: true, upload: { ...named, width: null, height: null, small: null, whole } };
}

const nameFilm = (name: string, type: string) => tidyFileName(name, type.slice('video/'.length));

async function tellKind(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
}

function isAmong(kinds: readonly AcceptedType[], type: string | undefined): type is AcceptedType {
  return (kinds as readonly string[]).includes(type ?? '');
}
