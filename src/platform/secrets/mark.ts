import { createHmac } from 'node:crypto';

/** A keyed hash: without the key it can neither be made nor guessed from few possible values. Parts are kept apart. */
export function markOf(key: Buffer, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(parts.join('\0')).digest('hex');
}
