import type { Db } from '../../platform/database/database.ts';
import { findPollState, findPublishedResult } from '../polls/index.ts';
import { type Edition, findEditionById } from '../spaces/index.ts';
import type { Calendar } from './moment.ts';

/** The dates of an edition and of what is put to the vote in it, as they are now; null: no such edition. */
export async function readCalendar(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<(Calendar & { edition: Edition }) | null> {
  const [edition, poll] = await Promise.all([
    findEditionById(db, organisationId, editionId),
    findPollState(db, organisationId, editionId),
  ]);
  if (!edition) return null;
  const result =
    poll?.state === 'published' ? await findPublishedResult(db, organisationId, editionId) : null;
  return { edition, poll: poll && { ...poll, publishedAt: result?.publishedAt ?? null } };
}
