import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

/**
 * Text that only the holder of the key reads, and that nobody changes unseen (AES-256-GCM). `purpose` makes
 * a key of its own out of the given one: what is sealed for one thing opens for no other.
 */
export function sealText(key: Uint8Array, purpose: string, text: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** null: sealed with another key or for another purpose, or damaged. */
export function openSealed(key: Uint8Array, purpose: string, sealed: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const opened = createDecipheriv('aes-256-gcm', keyFor(key, purpose), bytes.subarray(0, IV), {
      authTagLength: TAG,
    });
    opened.setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([opened.update(bytes.subarray(IV + TAG)), opened.final()]).toString();
  } catch {
    return null;
  }
}

function keyFor(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', purpose, 32));
}
