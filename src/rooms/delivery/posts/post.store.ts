import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { listFiles } from '../../../platform/files/index.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Picture, Post } from './post.ts';

/** Everything told of a realisation, drafts and what was taken back included: the newest first. */
export async function listPosts(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Post[]> {
  const rows = await posts(db, organisationId)
    .where('p.realisation_id', '=', realisationId)
    .orderBy(sql`coalesce(p.published_at, p.written_at)`, 'desc')
    .orderBy('p.id')
    .execute();
  return withPictures(db, organisationId, rows);
}

/** What everybody may read of it: the oldest first, as in a diary. */
export async function listPublishedPosts(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Post[]> {
  const rows = await posts(db, organisationId)
    .where('p.realisation_id', '=', realisationId)
    .where('p.published_at', 'is not', null)
    .where('p.withdrawn_at', 'is', null)
    .orderBy('p.published_at')
    .orderBy('p.id')
    .execute();
  return withPictures(db, organisationId, rows);
}

export async function findPost(db: Db, organisationId: string, id: string): Promise<Post | null> {
  if (!isUuid(id)) return null;
  const row = await posts(db, organisationId).where('p.id', '=', id).executeTakeFirst();
  return row ? ((await withPictures(db, organisationId, [row]))[0] ?? null) : null;
}

function posts(db: Db, organisationId: string) {
  return db
    .selectFrom('realisation_post as p')
    .select([
      'p.id',
      'p.realisation_id',
      'p.title',
      'p.body',
      'p.written_at',
      'p.version',
      'p.published_at',
      'p.withdrawn_at',
    ])
    .select(
      sql<string[]>`array(select i.file_id from realisation_picture i
        where i.organisation_id = p.organisation_id and i.post_id = p.id order by i.position)`.as(
        'file_ids',
      ),
    )
    .where('p.organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof posts>['executeTakeFirstOrThrow']>>;

/** With its pictures: two queries, however many posts. */
async function withPictures(db: Db, organisationId: string, rows: readonly Row[]): Promise<Post[]> {
  const files = await listFiles(
    db,
    organisationId,
    rows.flatMap((row) => row.file_ids),
  );
  const byId = new Map<string, Picture>(files.map((file) => [file.fileId, file]));
  return rows.map((row) => ({
    id: row.id,
    realisationId: row.realisation_id,
    title: row.title,
    body: row.body,
    writtenAt: row.written_at,
    version: row.version,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    pictures: row.file_ids.flatMap((id) => byId.get(id) ?? []),
  }));
}
