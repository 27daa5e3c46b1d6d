import { openStorage, readAsPhoto, smallKey } from '../../platform/files/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { ProjectPhoto } from './project.ts';

/** Pixels of the smaller copy that is kept of every picture. */
const SMALL = 640;

/** A photo as JPEG, cut to so many pixels; null where its bytes are gone: what is printed goes without. */
export async function readProjectPhoto(
  { config }: Pick<Visit, 'config'>,
  { storageKey, mediaType }: ProjectPhoto,
  frame: { width: number; height: number },
): Promise<Buffer | null> {
  const small = mediaType === 'image/webp' && Math.max(frame.width, frame.height) <= SMALL;
  const key = small ? smallKey(storageKey) : storageKey;
  try {
    return await readAsPhoto(await openStorage(config).readToUint8Array(key), frame);
  } catch {
    return null;
  }
}
