import { mayEverywhere, mayIn, mayInSpace } from '../../../platform/http/route.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { loadPlaced, mayRun } from '../hosts/placed.routes.ts';
import type { Meeting } from '../meeting.ts';

/** Whether this visitor makes its programme, and whether they may read who signed up: a participant who hosts may not. */
export async function rightsOver(
  visit: Visit,
  meeting: Meeting,
): Promise<{ mayRun: boolean; mayList: boolean }> {
  const { visitor } = visit;
  if (!visitor) return { mayRun: false, mayList: false };
  const placed = await loadPlaced(visit, meeting);
  if (placed)
    return {
      mayRun: mayRun(visit, meeting, placed),
      mayList: mayInSpace('space-organiser', visitor, placed.space.id),
    };
  const isOffice =
    meeting.editionId === null
      ? mayEverywhere('organiser', visitor)
      : mayIn('organiser', visitor, meeting.editionId);
  return { mayRun: isOffice, mayList: isOffice };
}
