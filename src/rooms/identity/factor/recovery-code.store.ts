import { randomInt } from 'node:crypto';
import type { Tx } from '../../../platform/database/database.ts';
import { markOf } from '../../../platform/secrets/mark.ts';
import type { Owner } from './app.store.ts';
import { RECOVERY_CODES, RECOVERY_LENGTH, RECOVERY_SIGNS } from './factor.ts';

const markCode = (key: Buffer, owner: Owner, code: string) =>
  markOf(key, 'recovery code', owner.organisationId, owner.personId, code);

/** New codes in place of those that were left: shown to their owner once, kept as keyed hashes. */
export async function replaceRecoveryCodes(tx: Tx, key: Buffer, owner: Owner): Promise<string[]> {
  await deleteRecoveryCodes(tx, owner);
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(drawCode());
  await tx
    .insertInto('recovery_code')
    .values(
      [...codes].map((code) => ({
        organisation_id: owner.organisationId,
        person_id: owner.personId,
        mark: markCode(key, owner, code),
      })),
    )
    .execute();
  return [...codes];
}

function drawCode(): string {
  const draw = () => RECOVERY_SIGNS[randomInt(RECOVERY_SIGNS.length)]!;
  return Array.from({ length: RECOVERY_LENGTH }, draw).join('');
}

/** One use, even when the same code comes twice at once. */
export async function useRecoveryCode(
  tx: Tx,
  key: Buffer,
  owner: Owner,
  code: string,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('recovery_code')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('mark', '=', markCode(key, owner, code))
    .returning('mark')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteRecoveryCodes(tx: Tx, owner: Owner): Promise<void> {
  await tx
    .deleteFrom('recovery_code')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .execute();
}
