import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';

/**
 * What a link may do without an account: prove the address of a registration, withdraw it, or read the agenda of a
 * person. Never one for the other (W4).
 */
export type LinkUse = 'confirm' | 'withdraw' | 'agenda';

/** Of a registration or a person of this organisation. */
export const writeLinkToken = (
  key: Uint8Array,
  organisationId: string,
  id: string,
  use: LinkUse,
): string => writeSignedLink(key, { organisationId, use: `meeting-${use}` }, id);

/** The id of the registration, or of the person; null where a single character is not ours. */
export const readLinkToken = (
  key: Uint8Array,
  organisationId: string,
  token: string,
  use: LinkUse,
): string | null => readSignedLink(key, { organisationId, use: `meeting-${use}` }, token);
