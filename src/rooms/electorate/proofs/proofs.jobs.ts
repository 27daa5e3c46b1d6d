import { readNow } from '../../../platform/database/database.ts';
import { openStorage, removeBytes } from '../../../platform/files/index.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { Tools } from '../../../platform/room.ts';
import { findEditionById, findPhase } from '../../spaces/index.ts';
import { forgetProofs } from './queue.store.ts';
import { forgottenAt, queueForgetting } from './sending.store.ts';

export function proofsJobs({ db, config }: Tools): Jobs {
  return {
    'remove-proof-bytes': ({ storageKey }: { storageKey: string }) =>
      removeBytes(openStorage(config), storageKey),
    'forget-proofs': async (of: { organisationId: string; editionId: string }) => {
      const edition = await findEditionById(db, of.organisationId, of.editionId);
      const end = edition && findPhase(edition, 'vote')?.endsAt;
      // the calendar was changed since
      if (end && forgottenAt(end) > (await readNow(db))) return queueForgetting(db, of, end);
      await forgetProofs(db, of);
    },
  };
}
