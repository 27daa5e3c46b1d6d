import { openStorage } from '../../platform/files/index.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { abandonDraft } from './attachment.store.ts';
import { findUnclaimed } from './draft.store.ts';
import { DRAFT_DAYS } from './draft.ts';

const DAY = 86_400_000;

type Unclaimed = { organisationId: string; draftId: string };

/** A draft that nobody signed in for is forgotten when the browser that holds it forgets it too. */
export const forgetUnlessClaimed = (db: Parameters<typeof queueJob>[0], draft: Unclaimed) =>
  queueJob(db, 'forget-unclaimed-draft', draft, {
    runAt: new Date(Date.now() + DRAFT_DAYS * DAY),
  });

export function draftJobs({ db, config }: Tools): Jobs {
  return {
    'forget-unclaimed-draft': async ({ organisationId, draftId }: Unclaimed) => {
      const draft = await findUnclaimed(db, organisationId, draftId);
      if (!draft) return;
      if (draft.savedDaysAgo < DRAFT_DAYS) {
        await forgetUnlessClaimed(db, { organisationId, draftId });
        return;
      }
      await abandonDraft(db, openStorage(config), organisationId, draftId, {
        personId: null,
        tokenHash: draft.tokenHash,
      });
    },
  };
}
