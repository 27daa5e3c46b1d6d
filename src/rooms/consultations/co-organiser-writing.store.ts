import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import { type Db, sqlState, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { deleteFile, keepFile, publishFiles } from '../../platform/files/index.ts';
import { forgetCoOrganiser } from '../identity/index.ts';
import type { CleanLogo } from '../organisations/index.ts';
import { listCoOrganisers } from './co-organiser.store.ts';
import { lockSpace } from './space.store.ts';
import { type CoOrganiser, MOST_CO_ORGANISERS, type WrittenCoOrganiser } from './space.ts';
import { type SpaceAct, tellSpace } from './space-writing.store.ts';

export type CoOrganiserWritten =
  | { ok: true; id: string }
  | { ok: false; refusal: 'name-taken' | 'too-many' };

/** Adds a co-organiser after the others. The caller has checked it. */
export function addCoOrganiser(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  written: WrittenCoOrganiser,
): Promise<CoOrganiserWritten> {
  const { organisationId } = act;
  return withOneName(db, async (tx) => {
    const space = (await lockSpace(tx, organisationId, spaceId))!;
    const there = await listCoOrganisers(tx, organisationId, spaceId);
    if (there.length >= MOST_CO_ORGANISERS) return { ok: false, refusal: 'too-many' };
    const { id } = await tx
      .insertInto('co_organiser')
      .values({
        organisation_id: organisationId,
        space_id: spaceId,
        position: sql<number>`(select coalesce(max(position), -1) + 1 from co_organiser
          where organisation_id = ${organisationId} and space_id = ${spaceId})`,
        ...asRow(written),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tellSpace(tx, act, 'space.co-organiser-added', space, { name: written.name });
    return { ok: true, id };
  });
}

/** Changes what is said of a co-organiser. */
export function changeCoOrganiser(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  id: string,
  written: WrittenCoOrganiser,
): Promise<CoOrganiserWritten> {
  return withOneName(db, async (tx) => {
    const space = (await lockSpace(tx, act.organisationId, spaceId))!;
    await tx
      .updateTable('co_organiser')
      .set(asRow(written))
      .where('organisation_id', '=', act.organisationId)
      .where('space_id', '=', spaceId)
      .where('id', '=', id)
      .execute();
    await tellSpace(tx, act, 'space.co-organiser-changed', space, { name: written.name });
    return { ok: true, id };
  });
}

/** Another logo in the place of the former one, whose bytes' key is given: they can go once all is written. */
export async function keepCoOrganiserLogo(
  db: Db,
  storage: FileStorage,
  act: { organisationId: string; by: string },
  spaceId: string,
  { id, name }: Pick<CoOrganiser, 'id' | 'name'>,
  { upload }: CleanLogo,
): Promise<{ former: string | null }> {
  const { organisationId, by } = act;
  const file = await keepFile(db, storage, organisationId, upload, { alt: name, uploadedBy: by });
  return inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, organisationId, spaceId))!;
    const before = await tx
      .selectFrom('co_organiser')
      .select('logo_file_id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst();
    // taken away while its logo was sent: what came is let go of
    if (!before) {
      const gone = await deleteFile(tx, organisationId, file.fileId);
      return { former: gone?.storageKey ?? null };
    }
    await publishFiles(tx, organisationId, [file.fileId], by);
    await tx
      .updateTable('co_organiser')
      .set({ logo_file_id: file.fileId })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await tellSpace(tx, act, 'space.co-organiser-changed', space, { name });
    const former =
      before.logo_file_id === null
        ? null
        : await deleteFile(tx, organisationId, before.logo_file_id);
    return { former: former?.storageKey ?? null };
  });
}

/** Takes away a co-organiser that has nobody in the team; gives where its logo's bytes lie. */
export async function removeCoOrganiser(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  id: string,
): Promise<{ ok: true; former: string | null } | { ok: false; refusal: 'has-people' }> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const space = (await lockSpace(tx, organisationId, spaceId))!;
      await forgetCoOrganiser(tx, organisationId, id);
      const gone = await tx
        .deleteFrom('co_organiser')
        .where('organisation_id', '=', organisationId)
        .where('space_id', '=', spaceId)
        .where('id', '=', id)
        .returning(['name', 'logo_file_id'])
        .executeTakeFirst();
      if (!gone) return { ok: true, former: null };
      await tellSpace(tx, act, 'space.co-organiser-removed', space, { name: gone.name });
      const logo = gone.logo_file_id && (await deleteFile(tx, organisationId, gone.logo_file_id));
      return { ok: true, former: logo ? logo.storageKey : null };
    });
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    return { ok: false, refusal: 'has-people' };
  }
}

async function withOneName(
  db: Db,
  run: Parameters<typeof inTransaction<CoOrganiserWritten>>[1],
): Promise<CoOrganiserWritten> {
  try {
    return await inTransaction(db, run);
  } catch (error) {
    if (violatedConstraint(error) !== 'co_organiser_name_unique') throw error;
    return { ok: false, refusal: 'name-taken' };
  }
}

const asRow = ({ name, address, roleWords }: WrittenCoOrganiser) => ({
  name,
  address,
  role_words: roleWords,
});
