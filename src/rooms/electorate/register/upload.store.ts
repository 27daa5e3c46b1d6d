import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStorage } from '@flystorage/file-storage';
import { tidyFileName } from '../../../platform/files/upload.ts';
import type { StreamedUpload } from '../../../platform/http/streamed-upload.ts';
import { ByteWatch, readFirstRows, readShape, SAMPLE } from './file-shape.ts';
import type { RegisterImport, UploadedFile } from './import.store.ts';
import type { FileRefusal } from './register.ts';

export type TakenFile =
  | { ok: true; file: UploadedFile }
  | { ok: false; refusal: FileRefusal; column?: string };

/** Puts a file into the storage as it comes, of any size; one that is not taken is deleted at once. */
export async function takeFile(
  storage: FileStorage,
  organisationId: string,
  upload: StreamedUpload,
): Promise<TakenFile> {
  const id = randomUUID();
  const storageKey = `registers/${organisationId}/${id}.csv`;
  const watch = new ByteWatch();
  let bytes = 0;
  // why the sending ended early, where it did: the storage would only say that it could not write
  let broken: unknown;
  async function* watched() {
    try {
      for await (const chunk of upload.bytes) {
        watch.see(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      broken = error;
      throw error;
    }
  }
  try {
    await storage.write(storageKey, Readable.from(watched()));
  } catch (error) {
    await storage.deleteFile(storageKey).catch(() => {});
    throw broken ?? error;
  }
  const read = readShape(watch.sample, watch.encoding);
  if (!read.ok) {
    await storage.deleteFile(storageKey);
    return read;
  }
  const fileName = tidyFileName(upload.name, 'csv');
  return {
    ok: true,
    file: { id, fileName, storageKey, bytes, lines: watch.lines, shape: read.shape },
  };
}

/** A line of the file as the mapping shows it. */
export interface SampleRow {
  cells: readonly string[];
}

/** The first lines of a file that waits, headings left out; none once it is deleted. */
export async function readSample(
  storage: FileStorage,
  { storageKey, shape }: RegisterImport,
  rows: number,
): Promise<SampleRow[]> {
  if (!storageKey) return [];
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of await storage.read(storageKey)) {
    pieces.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= SAMPLE) break;
  }
  const bytes = Buffer.concat(pieces).subarray(0, SAMPLE);
  const text = new TextDecoder(shape.encoding).decode(bytes, { stream: true });
  const read = readFirstRows(size < SAMPLE ? `${text}\n` : text, shape.separator);
  return (shape.headed ? read.slice(1) : read).slice(0, rows).map((cells) => ({ cells }));
}
