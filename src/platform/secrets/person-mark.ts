import { openKeys } from '../keys/keys.ts';
import { markOf } from './mark.ts';

/** What stands for somebody in rows that must not lead to them: for one use, and only with the key of the installation. */
export function markPerson(
  keysFolder: string,
  use: string,
  organisationId: string,
  personId: string,
): string {
  return markOf(openKeys(keysFolder).secretsKey(), use, organisationId, `person ${personId}`);
}
