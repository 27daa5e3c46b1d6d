import type { FileHandle } from 'node:fs/promises';

/** The bytes of a film, read and blanked in place: it is never held whole. */
export interface FilmBytes {
  readonly size: number;
  read(at: number, length: number): Promise<Buffer>;
  write(at: number, bytes: Uint8Array): Promise<void>;
}

/** Thrown where a film cannot be followed to its end. */
export class FilmDamaged extends Error {}

export function bytesInMemory(held: Buffer): FilmBytes {
  return {
    size: held.length,
    async read(at, length) {
      if (at < 0 || at + length > held.length) throw new FilmDamaged();
      return Buffer.from(held.subarray(at, at + length));
    },
    async write(at, bytes) {
      held.set(bytes, at);
    },
  };
}

export function bytesOfFile(file: FileHandle, size: number): FilmBytes {
  return {
    size,
    async read(at, length) {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, at);
      if (bytesRead !== length) throw new FilmDamaged();
      return buffer;
    },
    async write(at, bytes) {
      await file.write(bytes, 0, bytes.length, at);
    },
  };
}

const PIECE = 1024 * 1024;

/** Zeros over a stretch. */
export async function blank(film: FilmBytes, at: number, length: number): Promise<void> {
  if (at < 0 || length < 0 || at + length > film.size) throw new FilmDamaged();
  for (let done = 0; done < length; done += PIECE)
    await film.write(at + done, Buffer.alloc(Math.min(PIECE, length - done)));
}
