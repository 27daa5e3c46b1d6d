import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a link may do without an account: prove the address of a registration, withdraw it, or read the agenda of a
 * person. Never one for the other (W4).
 */
export type LinkUse = 'confirm' | 'withdraw' | 'agenda';

/** A registration or a person of this organisation, and a proof that we wrote it. Nothing is stored; it ends with them. */
export function writeLinkToken(
  key: Uint8Array,
  organisationId: string,
  id: string,
  use: LinkUse,
): string {
  const proof = createHmac('sha256', key)
    .update(`pb-meeting-${use}-v1\n${organisationId}\n${id}`)
    .digest('hex');
  return `${id.replaceAll('-', '')}${proof}`;
}

/** The id of the registration, or of the person; null where a single character is not ours. */
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
