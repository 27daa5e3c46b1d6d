import { type Db, readNow } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Tools } from '../../../platform/room.ts';
import { findEditionById, findPhase } from '../../spaces/index.ts';
import { listBatches } from './batch.store.ts';
import { makeCodes } from './codes.store.ts';

interface BatchKey {
  organisationId: string;
  id: string;
}

export function codesJobs({ db, config }: Tools): Jobs {
  return {
    /** Killed in the middle, nothing is written, and it starts again. */
    'make-codes': (batch: BatchKey) => makeCodes(db, openKeys(config.keysFolder), batch),
    'destroy-codes-key': async ({ batchId }: { batchId: string }) =>
      openKeys(config.keysFolder).destroyCodesKey(batchId),
    'end-code-keys': async (of: { organisationId: string; editionId: string }) => {
      const edition = await findEditionById(db, of.organisationId, of.editionId);
      const end = edition && findPhase(edition, 'vote')?.endsAt;
      // the calendar was changed since
      if (end && end > (await readNow(db))) return queueKeysEnd(db, of, end);
      for (const batch of await listBatches(db, of))
        openKeys(config.keysFolder).destroyCodesKey(batch.id);
    },
  };
}

/** After the vote no letter is of any use: what they were drawn from goes, though nobody said that they left. */
export async function queueKeysEnd(
  db: Db,
  { organisationId, editionId }: { organisationId: string; editionId: string },
  voteEndsAt: Date | null,
): Promise<void> {
  if (!voteEndsAt) return;
  await queueJob(
    db,
    'end-code-keys',
    { organisationId, editionId },
    { key: `end-code-keys:${editionId}`, runAt: voteEndsAt },
  );
}
