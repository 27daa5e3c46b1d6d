import { readSignedLink, writeSignedLink } from '../../../platform/secrets/link-token.ts';

/** What a mailed link about a subscription may do: prove its address, or end it. Never one for the other (W4). */
export type LinkUse = 'confirm' | 'stop';

/** Of a subscription of this organisation. */
export const writeLinkToken = (
  key: Uint8Array,
  organisationId: string,
  subscriberId: string,
  use: LinkUse,
): string => writeSignedLink(key, { organisationId, use: `newsletter-${use}` }, subscriberId);

/** The id of the subscription; null where a single character is not ours. */
export const readLinkToken = (
  key: Uint8Array,
  organisationId: string,
  token: string,
  use: LinkUse,
): string | null => readSignedLink(key, { organisationId, use: `newsletter-${use}` }, token);
