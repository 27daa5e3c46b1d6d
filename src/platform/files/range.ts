import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** Some bytes of a kept file, without reading the rest; fewer where it ends before. */
export async function readRange(
  { varFolder }: Pick<Config, 'varFolder'>,
  storageKey: string,
  offset: number,
  length: number,
): Promise<Buffer> {
  const file = await open(join(varFolder, 'files', storageKey), 'r');
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
