import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Act } from '../edition-writing.store.ts';
import type { OutlineFeature, OutlineKind } from './outline.ts';

export interface OutlineUpload {
  id: string;
  kind: OutlineKind;
  features: readonly OutlineFeature[];
}

/** Sets a file that was read aside until its officer keeps it. Those that nobody kept within a day are forgotten. */
export async function setAside(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  kind: OutlineKind,
  features: readonly OutlineFeature[],
): Promise<string> {
  await db
    .deleteFrom('outline_upload')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`(uploaded_at < palabre_now() - interval '1 day' or uploaded_by = ${by})`)
    .execute();
  const { id } = await db
    .insertInto('outline_upload')
    .values({
      organisation_id: organisationId,
      kind,
      features: JSON.stringify(features),
      uploaded_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One's own, of one's own organisation; null for anything else. */
export async function findUpload(
  db: Db,
  organisationId: string,
  personId: string,
  id: string,
): Promise<OutlineUpload | null> {
  const row = await db
    .selectFrom('outline_upload')
    .select(['id', 'kind', 'features'])
    .where('organisation_id', '=', organisationId)
    .where('uploaded_by', '=', personId)
    // as text: what an address holds may be no id at all
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        kind: row.kind as OutlineKind,
        features: row.features as unknown as OutlineFeature[],
      }
    : null;
}

export async function forgetUpload(db: Db, { organisationId }: Act, id: string): Promise<void> {
  await db
    .deleteFrom('outline_upload')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
