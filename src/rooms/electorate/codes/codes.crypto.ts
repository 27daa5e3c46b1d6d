/** Codes are drawn from the key of their batch, and known to the database by a hash under the roll key alone. */
import { createHmac } from 'node:crypto';
import { spellCode } from './code.ts';

/** The code of a letter, for as long as the batch's key exists. */
export function drawCode(batchKey: Uint8Array, number: number): string {
  return spellCode(
    createHmac('sha256', batchKey).update(`pb-personal-code-v1\n${number}`).digest(),
  );
}

/** The same code in another edition looks like another. */
export function hashCode(rollKey: Uint8Array, editionId: string, code: string): string {
  return createHmac('sha256', rollKey)
    .update(`pb-personal-code-hash-v1\n${editionId}\n${code}`)
    .digest('hex');
}

/** A network or a browser in a limit's key. */
export function hashTypist(
  rollKey: Uint8Array,
  what: 'network' | 'browser',
  value: string,
): string {
  return createHmac('sha256', rollKey)
    .update(`pb-personal-code-limit-v1\n${what}\n${value}`)
    .digest('hex');
}
