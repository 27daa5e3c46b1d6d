import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import type { Tools } from '../../../platform/room.ts';
import { compareAnew, requestSimilarPairs, type SearchOf, searchOn } from './search.store.ts';

export function similarJobs({ db }: Tools): Jobs {
  return {
    /** Killed in the middle, the queue starts it again where it was. */
    'find-similar-pairs': (search: SearchOf) => searchOn(db, search),
  };
}

/**
 * An idea published or edited is compared at once with those already there. Those of a file wait for its last line:
 * a hundred are compared in the time of ten that come one by one.
 */
async function compareWhatChanged(
  { organisationId, subject, detail }: RecordedFact,
  { db }: Tools,
): Promise<void> {
  if (subject.id === null || typeof detail.editionId !== 'string') return;
  if (detail.channel === 'import') return;
  await compareAnew(db, { organisationId, editionId: detail.editionId, ideaId: subject.id });
}

/** What a file brought, however it ended, is compared with all the rest by the job of the edition. */
async function compareImported(
  { organisationId, detail }: RecordedFact,
  { db }: Tools,
): Promise<void> {
  if (typeof detail.editionId !== 'string' || detail.added === 0) return;
  await requestSimilarPairs(db, { organisationId, editionId: detail.editionId, by: null });
}

export const similarReaders = {
  'idea.submitted': compareWhatChanged,
  'idea.edited': compareWhatChanged,
  'idea-import.finished': compareImported,
  'idea-import.stopped': compareImported,
};
