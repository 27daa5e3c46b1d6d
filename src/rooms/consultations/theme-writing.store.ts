import { sql } from 'kysely';
import { type Db, sqlState, type Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { chooseIconOf, nextFreeSlug, slugify, writeCategories } from '../spaces/index.ts';
import { listComponents } from './component.store.ts';
import { isIdeaKind } from './component.ts';
import { lockSpace } from './space.store.ts';
import { MOST_THEMES, type Space, type Theme, type WrittenTheme } from './space.ts';
import { type SpaceAct, tellSpace } from './space-writing.store.ts';
import { findThemeById, listThemes } from './theme.store.ts';

export type ThemeWritten =
  | { ok: true; theme: Theme }
  | { ok: false; refusal: 'changed-meanwhile' | 'category-in-use' | 'too-many-themes' };

/** Adds a theme after the others. The caller has checked it. */
export async function addTheme(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  written: WrittenTheme,
): Promise<ThemeWritten> {
  const { organisationId } = act;
  return inTransaction(db, async (tx): Promise<ThemeWritten> => {
    const space = (await lockSpace(tx, organisationId, spaceId))!;
    const there = await listThemes(tx, organisationId, spaceId);
    if (there.length >= MOST_THEMES) return { ok: false, refusal: 'too-many-themes' };
    const { id } = await tx
      .insertInto('theme')
      .values({
        organisation_id: organisationId,
        space_id: spaceId,
        slug: nextFreeSlug(
          new Set([...there.map(({ slug }) => slug), 'nouveau']),
          slugify(written.title) || 'theme',
        ),
        position: there.length,
        ...asRow(written),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writeNames(tx, organisationId, id, null, written);
    await tellSpace(tx, act, 'space.theme-added', space, { theme: written.title });
    return { ok: true, theme: (await findThemeById(tx, organisationId, spaceId, id))! };
  });
}

/** Changes a theme, unless somebody did meanwhile (`version`). A category that something stands in stays. */
export async function changeTheme(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  { id, version }: Pick<Theme, 'id' | 'version'>,
  written: WrittenTheme,
): Promise<ThemeWritten> {
  const { organisationId } = act;
  return inCategories(db, async (tx): Promise<ThemeWritten> => {
    const space = (await lockSpace(tx, organisationId, spaceId))!;
    const before = await findThemeById(tx, organisationId, spaceId, id);
    if (before?.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('theme')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await writeNames(tx, organisationId, id, before, written);
    await tellSpace(tx, act, 'space.theme-changed', space, { theme: written.title });
    return { ok: true, theme: (await findThemeById(tx, organisationId, spaceId, id))! };
  });
}

/** Takes away a theme in which nothing stands; the last one stays where ideas of the whole space need it. */
export async function removeTheme(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  theme: Pick<Theme, 'id' | 'title'>,
): Promise<{ ok: true } | { ok: false; refusal: 'theme-in-use' }> {
  try {
    return await inTransaction(db, async (tx) => {
      const space = (await lockSpace(tx, act.organisationId, spaceId))!;
      // without a theme the ideas of the whole space would have no category to stand in
      const [themes, components] = await Promise.all([
        listThemes(tx, act.organisationId, spaceId),
        listComponents(tx, act.organisationId, spaceId),
      ]);
      if (themes.length === 1 && components.some(({ kind }) => isIdeaKind(kind)))
        return { ok: false, refusal: 'theme-in-use' } as const;
      await tx
        .deleteFrom('theme')
        .where('organisation_id', '=', act.organisationId)
        .where('space_id', '=', spaceId)
        .where('id', '=', theme.id)
        .execute();
      await renumber(tx, act.organisationId, spaceId);
      await tellSpace(tx, act, 'space.theme-removed', space, { theme: theme.title });
      return { ok: true } as const;
    });
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    return { ok: false, refusal: 'theme-in-use' };
  }
}

/** Moves a theme by one place, earlier (-1) or later (1); at the end of the list it stays. */
export async function moveTheme(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  id: string,
  by: -1 | 1,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockSpace(tx, act.organisationId, spaceId);
    await sql`with places as (
        select id, row_number() over (order by position, id) * 2 as place from theme
        where organisation_id = ${act.organisationId} and space_id = ${spaceId})
      update theme t set position = p.place + case when t.id::text = ${id} then ${3 * by}::int else 0 end
      from places p where t.organisation_id = ${act.organisationId} and t.id = p.id`.execute(tx);
    await renumber(tx, act.organisationId, spaceId);
  });
}

async function renumber(tx: Tx, organisationId: string, spaceId: Space['id']): Promise<void> {
  await sql`update theme t set position = p.place from (
      select id, row_number() over (order by position, id) - 1 as place from theme
      where organisation_id = ${organisationId} and space_id = ${spaceId}) p
    where t.organisation_id = ${organisationId} and t.id = p.id and t.position <> p.place`.execute(
    tx,
  );
}

/** A theme that is not cut holds everything in one category of its own name, which is never shown. */
async function writeNames(
  tx: Tx,
  organisationId: string,
  themeId: string,
  before: Theme | null,
  { title, categories }: WrittenTheme,
): Promise<void> {
  const existing = before?.categories ?? [];
  const isWhole = categories.length === 0;
  // a whole one is never taken for one of the names, nor the reverse: what was of the other sort goes first
  const others = existing.filter((one) => one.isWhole !== isWhole);
  if (others.length > 0) await writeCategories(tx, organisationId, { themeId }, others, []);
  const same = existing.filter((one) => one.isWhole === isWhole);
  const names = isWhole ? [title] : categories;
  await writeCategories(tx, organisationId, { themeId }, same, names, isWhole);
}

/** A category that something stands in cannot go: the database says so. */
async function inCategories(db: Db, run: (tx: Tx) => Promise<ThemeWritten>): Promise<ThemeWritten> {
  try {
    return await inTransaction(db, run);
  } catch (error) {
    if (sqlState(error) !== '23503') throw error;
    return { ok: false, refusal: 'category-in-use' };
  }
}

const asRow = ({ title, summary, introduction, resources, categories }: WrittenTheme) => ({
  title,
  summary,
  introduction,
  icon: chooseIconOf([title, ...categories]),
  resources: JSON.stringify(resources),
});
