import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStorage } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import type { Config } from '../config.ts';

const folders = new WeakMap<FileStorage, string>();
const opened = new Map<string, FileStorage>();

/** Where the bytes of uploaded files live: a folder that all web nodes share. */
export function openStorage(config: Pick<Config, 'varFolder'>): FileStorage {
  const folder = join(config.varFolder, 'files');
  let storage = opened.get(folder);
  if (!storage) {
    storage = new FileStorage(new LocalStorageAdapter(folder));
    opened.set(folder, storage);
    folders.set(storage, folder);
  }
  return storage;
}

/**
 * Some bytes of a kept file, without reading the rest; fewer where it ends before. Here and in `readRange` alone a
 * file is read otherwise than through the storage, which knows whole files only: whoever adds another kind of storage
 * answers these two by its requests with a range.
 */
export async function readBytes(
  storage: FileStorage,
  key: string,
  offset: number,
  length: number,
): Promise<Buffer> {
  const file = await open(join(folders.get(storage)!, key), 'r');
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A stretch of a file, both ends included: what a player asks for when somebody moves to the middle of a film. */
export function readRange(storage: FileStorage, key: string, start: number, end: number): Readable {
  return createReadStream(join(folders.get(storage)!, key), { start, end });
}
