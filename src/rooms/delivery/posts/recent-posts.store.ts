import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { listEditions } from '../../spaces/index.ts';

/** A post as everybody reads it, with the project it tells of. */
export interface RecentPost {
  id: string;
  title: string;
  body: string;
  publishedAt: Date;
  project: string;
  /** Of the project, in its edition. */
  number: number;
  editionId: string;
  editionSlug: string;
}

/** The latest posts of public editions, or those of a list: drafts and what was taken back are never among them. */
export async function listRecentPosts(
  db: Db,
  organisationId: string,
  asked: { editionId?: string | null; ids?: readonly string[] | null; limit: number },
): Promise<RecentPost[]> {
  const { editionId = null, ids = null, limit } = asked;
  const editions = await listEditions(db, organisationId);
  const slugs = new Map(editions.map(({ id, slug }) => [id, slug]));
  const { rows } = await sql<Omit<RecentPost, 'editionSlug'>>`
    select p.id, p.title, p.body, p.published_at as "publishedAt", r.title as project, r.number,
      r.edition_id as "editionId"
    from realisation_post p
    join public_realisation r on r.organisation_id = p.organisation_id and r.id = p.realisation_id
    where p.organisation_id = ${organisationId} and p.published_at is not null and p.withdrawn_at is null
      and (${editionId}::uuid is null or r.edition_id = ${editionId}::uuid)
      and (${ids ? [...ids] : null}::uuid[] is null or p.id = any(${ids ? [...ids] : null}::uuid[]))
    order by p.published_at desc, p.id limit ${limit}`.execute(db);
  return rows.flatMap((row) => {
    const editionSlug = slugs.get(row.editionId);
    return editionSlug ? [{ ...row, editionSlug }] : [];
  });
}
