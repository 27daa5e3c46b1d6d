import type { Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Hiding } from './moderation.ts';

/** Once for each hiding that stands; false: it was said already. */
export async function insertAppeal(
  tx: Tx,
  { organisationId, personId }: { organisationId: string; personId: string },
  hiding: Hiding,
  words: string,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('appeal')
    .values({
      organisation_id: organisationId,
      hiding_id: hiding.id,
      person_id: personId,
      words,
    })
    .onConflict((conflict) => conflict.constraint('appeal_once').doNothing())
    .returning('hiding_id')
    .executeTakeFirst();
  if (!inserted) return false;
  await recordFact(tx, {
    organisationId,
    kind: 'moderation.appealed',
    actorId: personId,
    subject: { kind: 'moderation-case', id: hiding.caseId },
    detail: { target: hiding.targetKind },
  });
  return true;
}
