import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../edition-writing.store.ts';
import {
  type KeptMapSettings,
  type MapSettings,
  NO_MAP_SETTINGS,
  type TileKind,
  type TilesFile,
} from './map-settings.ts';

export async function findMapSettings(db: Db, organisationId: string): Promise<KeptMapSettings> {
  const row = await db
    .selectFrom('map_settings')
    .selectAll()
    .select([
      sql<number | null>`lower(file_zooms)`.as('lowest'),
      sql<number | null>`upper(file_zooms) - 1`.as('highest'),
    ])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row) return NO_MAP_SETTINGS;
  return {
    background: row.background as MapSettings['background'],
    tileTemplate: row.tile_template,
    attribution: row.attribution,
    addressProvider: row.address_provider,
    version: row.version,
    file:
      row.file_key === null
        ? null
        : {
            key: row.file_key,
            name: row.file_name!,
            tiles: row.file_tiles as TileKind,
            bytes: row.file_bytes!,
            lowestZoom: row.lowest!,
            highestZoom: row.highest!,
          },
  };
}

export type MapSettingsWritten =
  | { ok: true }
  | { ok: false; refusal: 'changed-meanwhile'; saved: KeptMapSettings };

/** The caller has checked them. `version` is of the settings that the form was made from. */
export async function changeMapSettings(
  db: Db,
  act: Act,
  settings: MapSettings,
  version: number,
): Promise<MapSettingsWritten> {
  return inTransaction(db, async (tx): Promise<MapSettingsWritten> => {
    const before = await lockSettings(tx, act.organisationId);
    if (before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile', saved: before };
    await tx
      .updateTable('map_settings')
      .set({
        background: settings.background,
        tile_template: settings.tileTemplate,
        attribution: settings.attribution,
        address_provider: settings.addressProvider,
        version: sql<number>`version + 1`,
      })
      .where('organisation_id', '=', act.organisationId)
      .execute();
    await recordFact(tx, {
      organisationId: act.organisationId,
      kind: 'map.settings-changed',
      actorId: act.by,
      subject: { kind: 'organisation', id: act.organisationId },
      detail: { from: asDetail(before), to: asDetail(settings) },
    });
    return { ok: true };
  });
}

/**
 * Keeps what an uploaded file of tiles holds. `attribution`, whose map the file says it is, counts where nobody said it
 * yet. Answers with the file before, whose bytes can go.
 */
export async function keepTilesFile(
  db: Db,
  act: Act,
  file: TilesFile,
  attribution: string,
): Promise<TilesFile | null> {
  return inTransaction(db, async (tx) => {
    const before = await lockSettings(tx, act.organisationId);
    await tx
      .updateTable('map_settings')
      .set({
        file_key: file.key,
        file_name: file.name,
        file_tiles: file.tiles,
        file_bytes: file.bytes,
        file_zooms: sql<string>`int4range(${file.lowestZoom}::int, ${file.highestZoom}::int, '[]')`,
        ...(before.attribution === '' && { attribution }),
        version: sql<number>`version + 1`,
      })
      .where('organisation_id', '=', act.organisationId)
      .execute();
    await recordFact(tx, {
      organisationId: act.organisationId,
      kind: 'map.tiles-kept',
      actorId: act.by,
      subject: { kind: 'organisation', id: act.organisationId },
      detail: { name: file.name, bytes: file.bytes },
    });
    return before.file;
  });
}

/** The row is made first, so that there is something to lock. */
async function lockSettings(tx: Tx, organisationId: string): Promise<KeptMapSettings> {
  await tx
    .insertInto('map_settings')
    .values({ organisation_id: organisationId, version: 0 })
    .onConflict((conflict) => conflict.column('organisation_id').doNothing())
    .execute();
  await tx
    .selectFrom('map_settings')
    .select('version')
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute();
  return findMapSettings(tx, organisationId);
}

function asDetail({ background, tileTemplate, attribution, addressProvider }: MapSettings) {
  return { background, tileTemplate, attribution, addressProvider };
}
