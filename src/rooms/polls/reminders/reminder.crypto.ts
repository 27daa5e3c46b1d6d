/** The hands of the reminders: an order drawn by a key, sealed envelopes, and the tokens that stop them. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Where an account stands in the mailing of a poll: always the same place, and nobody's without the key. */
export function drawPlace(key: Uint8Array, personId: string): string {
  return createHmac('sha256', key).update(`pb-reminder-place-v1\n${personId}`).digest('hex');
}

const IV = 12;
const TAG = 16;

/** Who a reminder goes to, as the queue holds it: without the key, so many bytes like any other. */
export function sealEnvelope(key: Uint8Array, personId: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const text = Buffer.concat([cipher.update(personId, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** null: sealed with another key, or damaged. */
export function openEnvelope(key: Uint8Array, sealed: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), {
      authTagLength: TAG,
    });
    opened.setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([opened.update(bytes.subarray(IV + TAG)), opened.final()]).toString();
  } catch {
    return null;
  }
}

/**
 * What the link at the foot of a reminder holds: an account of this organisation, and a proof that we
 * wrote it. Nothing is stored, it has no end, and it does this one thing (W4).
 */
export function writeStopToken(
  rollKey: Uint8Array,
  organisationId: string,
  personId: string,
): string {
  const proof = createHmac('sha256', rollKey)
    .update(`pb-stop-reminders-v1\n${organisationId}\n${personId}`)
    .digest('hex');
  return `${personId.replaceAll('-', '')}${proof}`;
}

/** The account of a token; null where a single character of it is not ours. */
export function readStopToken(
  rollKey: Uint8Array,
  organisationId: string,
  token: string,
): string | null {
  const parts =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{64}$/.exec(token);
  if (!parts) return null;
  const personId = parts.slice(1).join('-');
  const ours = writeStopToken(rollKey, organisationId, personId);
  return timingSafeEqual(Buffer.from(ours), Buffer.from(token)) ? personId : null;
}
