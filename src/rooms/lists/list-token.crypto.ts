import type { Config } from '../../platform/config.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';

/**
 * What a link of a list does without signing in (W4): `stop` ends the subscription of this id; `confirm` says of the message of this
 * id that its reader wrote it. Neither opens the other, nor anything else.
 */
export type ListLinkUse = 'stop' | 'confirm';

const subjectOf = (organisationId: string, use: ListLinkUse) => ({
  organisationId,
  use: `list-${use}`,
});

export const writeListLink = (
  { keysFolder }: Pick<Config, 'keysFolder'>,
  organisationId: string,
  use: ListLinkUse,
  id: string,
): string => writeSignedLink(openKeys(keysFolder).rollKey(), subjectOf(organisationId, use), id);

export const readListLink = (
  { keysFolder }: Pick<Config, 'keysFolder'>,
  organisationId: string,
  use: ListLinkUse,
  token: string,
): string | null =>
  readSignedLink(openKeys(keysFolder).rollKey(), subjectOf(organisationId, use), token);
