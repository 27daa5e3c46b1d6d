import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const DRAFT_COLUMNS: Readonly<Record<string, Fate>> = {
  'editorial_draft.person_id': 'removed',
};

/** What somebody was writing and had saved on no page. */
export const readOwnDrafts = ownRows(
  ({ organisationId, id }) => sql`select page_id, texts, saved_at from editorial_draft
    where organisation_id = ${organisationId} and person_id = ${id} order by saved_at, page_id`,
);

export async function eraseDrafts(tx: Tx, { organisationId, id }: Owner) {
  await sql`delete from editorial_draft where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  return [];
}
