import type { Db } from '../../../platform/database/database.ts';
import type { Act } from '../edition-writing.store.ts';
import { PARTS, type Part } from './parts.ts';

/** Somebody has looked at this part of an edition being prepared, and kept it as it is. */
export async function keepPart(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  part: Part,
): Promise<void> {
  await db
    .insertInto('edition_part_kept')
    .values({ organisation_id: organisationId, edition_id: editionId, part, kept_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listKeptParts(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<ReadonlySet<Part>> {
  const rows = await db
    .selectFrom('edition_part_kept')
    .select('part')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute();
  return new Set(PARTS.filter((part) => rows.some((row) => row.part === part)));
}
