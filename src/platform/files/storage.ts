import { join } from 'node:path';
import { FileStorage } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import type { Config } from '../config.ts';

const opened = new Map<string, FileStorage>();

/** Where the bytes of uploaded files live: a folder that all web nodes share. */
export function openStorage(config: Pick<Config, 'varFolder'>): FileStorage {
  const folder = join(config.varFolder, 'files');
  let storage = opened.get(folder);
  if (!storage) {
    storage = new FileStorage(new LocalStorageAdapter(folder));
    opened.set(folder, storage);
  }
  return storage;
}
