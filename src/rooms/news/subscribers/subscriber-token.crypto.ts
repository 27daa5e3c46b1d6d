import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mailed link about a subscription may do: prove its address, or end it. Never one for the other (W4). */
export type LinkUse = 'confirm' | 'stop';

/** A subscription of this organisation, and a proof that we wrote it. Nothing is stored; it ends with the subscription. */
export function writeLinkToken(
  key: Uint8Array,
  organisationId: string,
  subscriberId: string,
  use: LinkUse,
): string {
  const proof = createHmac('sha256', key)
    .update(`pb-newsletter-${use}-v1\n${organisationId}\n${subscriberId}`)
    .digest('hex');
  return `${subscriberId.replaceAll('-', '')}${proof}`;
}

/** The id of the subscription; null where a single character is not ours. */
export function readLinkToken(
  key: Uint8Array,
  organisationId: string,
  token: string,
  use: LinkUse,
): string | null {
  const parts =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{64}$/.exec(token);
  if (!parts) return null;
  const id = parts.slice(1).join('-');
  const ours = Buffer.from(writeLinkToken(key, organisationId, id, use));
  const theirs = Buffer.from(token);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? id : null;
}
