import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { JsonObject } from '../../../platform/database/tables.ts';

/** What was saved, of the office's sheet (`opinionId` null) or of an opinion. */
export interface SavedVersion {
  opinionId: string | null;
  version: number;
  content: JsonObject;
}

/** Keeps a saving as it was, for ever. */
export async function keepVersion(
  tx: Tx,
  organisationId: string,
  saved: SavedVersion & { ideaId: string; by: string | null },
): Promise<void> {
  await tx
    .insertInto('study_version')
    .values({
      organisation_id: organisationId,
      idea_id: saved.ideaId,
      opinion_id: saved.opinionId,
      version: saved.version,
      content: JSON.stringify(saved.content),
      saved_by: saved.by,
    })
    .execute();
}

/** The named savings of an idea's file. */
export async function listVersions(
  db: Db,
  organisationId: string,
  ideaId: string,
  wanted: readonly { opinionId: string | null; version: number }[],
): Promise<SavedVersion[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<SavedVersion>`
    select v.opinion_id as "opinionId", v.version, v.content
    from unnest(${wanted.map(({ opinionId }) => opinionId)}::uuid[],
      ${wanted.map(({ version }) => version)}::int[]) as w (opinion_id, version)
    join study_version v on v.organisation_id = ${organisationId} and v.idea_id = ${ideaId}
      and v.opinion_id is not distinct from w.opinion_id and v.version = w.version`.execute(db);
  return rows;
}

/** The number of the last saving of an opinion that was given, and not a draft; null: it never was. */
export async function findGivenVersion(
  db: Db,
  organisationId: string,
  opinion: { id: string; ideaId: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('study_version')
    .select('version')
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', opinion.ideaId)
    .where('opinion_id', '=', opinion.id)
    .where(sql<boolean>`(content->>'given')::boolean`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? null;
}
