import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { type Place, placeColumns } from './place.ts';

/** Keeps where a draft's idea is; the caller has loaded the draft as its holder's. */
export async function saveDraftPlace(
  db: Db,
  organisationId: string,
  draftId: string,
  place: Place,
): Promise<void> {
  await db
    .updateTable('idea_draft')
    .set({
      ...placeColumns(place),
      saved_at: sql<Date>`palabre_now()`,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', draftId)
    .where('published_idea_id', 'is', null)
    .where('held_at', 'is', null)
    .execute();
}
