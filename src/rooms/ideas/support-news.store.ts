import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** How many supports an idea received in a time, and who holds it; never whose they are. */
export interface NewSupports {
  ideaId: string;
  boardId: string;
  number: number;
  title: string;
  authorId: string;
  supports: number;
}

/** Of ideas in sight whose author has an account: what they received after one moment and until another, in order of id. */
export async function listNewSupports(
  db: Db,
  organisationId: string,
  { after, until }: { after: Date; until: Date },
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<NewSupports[]> {
  const { rows } = await sql<NewSupports>`
    select i.id as "ideaId", i.edition_id as "boardId", i.number, i.title, i.author_id as "authorId",
      count(*)::int as supports
    from idea_support s
    join idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id and i.hidden_at is null
      and i.author_id is not null
    where s.organisation_id = ${organisationId} and s.supported_at > ${after} and s.supported_at <= ${until}
      and (${afterId}::uuid is null or i.id > ${afterId}::uuid)
    group by i.organisation_id, i.id order by i.id limit ${limit}`.execute(db);
  return rows;
}
