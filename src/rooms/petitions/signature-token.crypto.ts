import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';

/** What a link may do without an account: prove the address of a signature, or take it back; never one for the other (W4). */
export type LinkUse = 'confirm' | 'withdraw';

export const writeLinkToken = (
  key: Uint8Array,
  organisationId: string,
  id: string,
  use: LinkUse,
): string => writeSignedLink(key, { organisationId, use: `petition-${use}` }, id);

/** The id of the signature; null where a single character is not ours. */
export const readLinkToken = (
  key: Uint8Array,
  organisationId: string,
  token: string,
  use: LinkUse,
): string | null => readSignedLink(key, { organisationId, use: `petition-${use}` }, token);
