import type { Jobs } from '../../../platform/jobs/worker.ts';
import type { RecordedFact } from '../../../platform/journal/journal.ts';
import type { Tools } from '../../../platform/room.ts';
import { compareAnew, type SearchOf, searchOn } from './search.store.ts';

export function similarJobs({ db }: Tools): Jobs {
  return {
    /** Killed in the middle, the queue starts it again where it was. */
    'find-similar-pairs': (search: SearchOf) => searchOn(db, search),
  };
}

/** An idea published or edited is compared at once with those already there. */
async function compareWhatChanged(
  { organisationId, subject, detail }: RecordedFact,
  { db }: Tools,
): Promise<void> {
  if (subject.id === null || typeof detail.editionId !== 'string') return;
  await compareAnew(db, { organisationId, editionId: detail.editionId, ideaId: subject.id });
}

export const similarReaders = {
  'idea.submitted': compareWhatChanged,
  'idea.edited': compareWhatChanged,
};
