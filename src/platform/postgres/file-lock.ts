import { closeSync, openSync } from 'node:fs';
import { runAs } from './run.ts';

/**
 * A lock of the kernel (flock) on a file: it ends with the last process that holds the descriptor,
 * however that process ends, and it holds between containers that share a folder.
 */
export interface FileLock {
  /** Given to a child, the child holds the lock too. */
  descriptor: number;
  release(): void;
}

/** Null when somebody else still holds it after `seconds`. */
export async function takeFileLock(path: string, seconds: number): Promise<FileLock | null> {
  const descriptor = openSync(path, 'a', 0o600);
  const wait = seconds > 0 ? ['-w', String(seconds)] : ['-n'];
  const { code, output } = await runAs({ name: 'oneself', ids: null }, 'flock', [...wait, '3'], {
    inherit: [descriptor],
  });
  if (code === 0) return { descriptor, release: () => closeSync(descriptor) };
  closeSync(descriptor);
  if (code === 1) return null;
  throw new Error(`Verrou impossible sur ${path} : ${output || `flock a répondu ${code}`}`);
}
