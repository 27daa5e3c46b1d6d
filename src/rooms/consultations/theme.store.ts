import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listThemeCategories } from '../spaces/index.ts';
import type { Resource, Theme } from './space.ts';

/** The themes of a space, in order, each with its categories. */
export async function listThemes(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<Theme[]> {
  const rows = await themes(db, organisationId, spaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return withCategories(db, organisationId, rows);
}

/** By what its address says, in its space. */
export async function findTheme(
  db: Db,
  organisationId: string,
  spaceId: string,
  slug: string,
): Promise<Theme | null> {
  const rows = await themes(db, organisationId, spaceId).where('slug', '=', slug).execute();
  return (await withCategories(db, organisationId, rows))[0] ?? null;
}

export async function findThemeById(
  db: Db,
  organisationId: string,
  spaceId: string,
  id: string,
): Promise<Theme | null> {
  const rows = await themes(db, organisationId, spaceId)
    .where(sql<boolean>`id::text = ${id}`)
    .execute();
  return (await withCategories(db, organisationId, rows))[0] ?? null;
}

/** The space that a theme is of, and the theme. */
export async function findThemeAnywhere(
  db: Db,
  organisationId: string,
  id: string,
): Promise<(Theme & { spaceId: string }) | null> {
  const { rows } = await sql<{ spaceId: string }>`select space_id as "spaceId" from theme
    where organisation_id = ${organisationId} and id::text = ${id}`.execute(db);
  const spaceId = rows[0]?.spaceId;
  const theme = spaceId ? await findThemeById(db, organisationId, spaceId, id) : null;
  return theme && spaceId ? { ...theme, spaceId } : null;
}

const themes = (db: Db, organisationId: string, spaceId: string) =>
  db
    .selectFrom('theme')
    .select(['id', 'slug', 'title', 'summary', 'introduction', 'resources', 'icon', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId);

type Row = Awaited<ReturnType<ReturnType<typeof themes>['executeTakeFirstOrThrow']>>;

async function withCategories(db: Db, organisationId: string, rows: Row[]): Promise<Theme[]> {
  const categories = await listThemeCategories(
    db,
    organisationId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    resources: row.resources as unknown as Resource[],
    categories: categories.filter(({ themeId }) => themeId === row.id),
  }));
}
