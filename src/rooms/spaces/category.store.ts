import type { Db, Tx } from '../../platform/database/database.ts';
import { categorySlug, chooseIcon, planCategories } from './categories.ts';
import type { Category } from './edition.ts';

/** Whose categories they are: an edition's, or a theme's of a space. */
export type CategoryOwner = { editionId: string } | { themeId: string };

/**
 * Writes the names of an owner's categories: those that are still there keep their id, others go or come. One that
 * something stands in cannot go: the database says so (23503). `isWhole`: the only one of a theme that is not cut.
 */
export async function writeCategories(
  tx: Tx,
  organisationId: string,
  owner: CategoryOwner,
  existing: readonly Category[],
  names: readonly string[],
  isWhole = false,
): Promise<void> {
  const plan = planCategories(existing, names);
  if (plan.removedIds.length > 0) {
    await tx
      .deleteFrom('category')
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', plan.removedIds)
      .execute();
  }
  for (const { id, name, position } of plan.kept) {
    await tx
      .updateTable('category')
      .set({ name, slug: categorySlug(name), icon: chooseIcon(name), position })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
  }
  if (plan.added.length > 0) {
    await tx
      .insertInto('category')
      .values(
        plan.added.map(({ name, position }) => ({
          organisation_id: organisationId,
          edition_id: 'editionId' in owner ? owner.editionId : null,
          theme_id: 'themeId' in owner ? owner.themeId : null,
          slug: categorySlug(name),
          name,
          icon: chooseIcon(name),
          position,
          is_whole: isWhole,
        })),
      )
      .execute();
  }
}

/** Categories of themes, in order. `isWhole`: the theme is not cut, and this one is never shown. */
export async function listThemeCategories(
  db: Db,
  organisationId: string,
  themeIds: readonly string[],
): Promise<(Category & { themeId: string; isWhole: boolean })[]> {
  if (themeIds.length === 0) return [];
  const rows = await db
    .selectFrom('category')
    .select(['id', 'slug', 'name', 'icon', 'theme_id', 'is_whole'])
    .where('organisation_id', '=', organisationId)
    .where('theme_id', 'in', [...themeIds])
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ theme_id: themeId, is_whole: isWhole, ...row }) => ({
    ...row,
    themeId: themeId!,
    isWhole,
  }));
}
