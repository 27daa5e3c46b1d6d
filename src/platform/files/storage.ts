import { createReadStream } from 'node:fs';
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

/** A stretch of a file, both ends included: what a player asks for when somebody moves to the middle of a film. */
export function readRange(storage: FileStorage, key: string, start: number, end: number): Readable {
  return createReadStream(join(folders.get(storage)!, key), { start, end });
}
