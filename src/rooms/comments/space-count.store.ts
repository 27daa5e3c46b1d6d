import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { CountedSpace } from '../../platform/room.ts';

/** How many comments everybody who reads a space finds in it (R102): one row is read for each thing that is commented. */
export async function countComments(
  db: Database,
  organisationId: string,
  { id, components }: CountedSpace,
): Promise<{ comments: number }> {
  const hidden = components.filter(({ isHidden }) => isHidden).map((component) => component.id);
  const { rows } = await sql<{ comments: number }>`
    select coalesce(sum(comments), 0)::int as comments from comment_tally
    where organisation_id = ${organisationId} and space_id = ${id}::uuid and hidden_at is null
      and (component_id is null or component_id <> all(${hidden}::uuid[]))`.execute(db);
  return rows[0]!;
}
