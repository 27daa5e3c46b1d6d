import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { nextFreeSlug, slugify } from '../spaces/index.ts';
import { findComponentById, findComponentMadeFrom, listComponents } from './component.store.ts';
import {
  type Component,
  type ComponentKind,
  isIdeaKind,
  SETTINGS_OF,
  type WrittenComponent,
} from './component.ts';
import { lockSpace } from './space.store.ts';
import { MOST_COMPONENTS, type Space } from './space.ts';
import { type SpaceAct, tellSpace } from './space-writing.store.ts';
import { listThemes } from './theme.store.ts';
import { addTheme } from './theme-writing.store.ts';

export type ComponentMade =
  | { ok: true; component: Component }
  | { ok: false; refusal: 'too-many-components' };

/** Adds a component after the others. The caller has checked it; `madeFrom` names its form, as of a space. */
export async function addComponent(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  kind: ComponentKind,
  written: WrittenComponent,
  madeFrom: string,
): Promise<ComponentMade> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx): Promise<ComponentMade> => {
      const space = (await lockSpace(tx, organisationId, spaceId))!;
      const there = await listComponents(tx, organisationId, spaceId);
      if (there.length >= MOST_COMPONENTS) return { ok: false, refusal: 'too-many-components' };
      const themeId = written.themeId ?? (await makeFirstTheme(tx, act, space, kind));
      const taken = new Set([...there.map(({ slug }) => slug), 'nouvelle']);
      const { id } = await tx
        .insertInto('component')
        .values({
          organisation_id: organisationId,
          space_id: spaceId,
          kind,
          slug: nextFreeSlug(taken, slugify(written.title) || 'composante'),
          position: there.length,
          made_from: madeFrom,
          ...asRow(kind, { ...written, themeId }),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tellSpace(tx, act, 'space.component-added', space, { component: written.title });
      return { ok: true, component: (await findComponentById(tx, organisationId, id))! };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'component_made_once') throw error;
    const component = await findComponentMadeFrom(db, organisationId, madeFrom);
    if (!component) throw error;
    return { ok: true, component };
  }
}

/**
 * Ideas stand in a category of some theme: in a space without any, the first component of ideas makes one that is called as
 * the space is, and stands in it. Others stand in the whole space, as was asked.
 */
async function makeFirstTheme(
  tx: Tx,
  act: SpaceAct,
  space: Pick<Space, 'id' | 'title'>,
  kind: ComponentKind,
): Promise<string | null> {
  if (!isIdeaKind(kind)) return null;
  if ((await listThemes(tx, act.organisationId, space.id)).length > 0) return null;
  const texts = { title: space.title, summary: '', introduction: '' };
  const added = await addTheme(tx, act, space.id, { ...texts, resources: [], categories: [] });
  return added.ok ? added.theme.id : null;
}

export type ComponentChanged =
  | { ok: true; component: Component }
  | { ok: false; refusal: 'changed-meanwhile' };

/** Changes a component, unless somebody did meanwhile (`version`). Its kind stays. */
export async function changeComponent(
  db: Db,
  act: SpaceAct,
  { id, spaceId, kind, version }: Pick<Component, 'id' | 'spaceId' | 'kind' | 'version'>,
  written: WrittenComponent,
): Promise<ComponentChanged> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, organisationId, spaceId))!;
    const before = await findComponentById(tx, organisationId, id);
    if (before?.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('component')
      .set({ ...asRow(kind, written), version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await tellSpace(tx, act, 'space.component-changed', space, { component: written.title });
    return { ok: true, component: (await findComponentById(tx, organisationId, id))! };
  });
}

/** Puts a component out of sight, or back: what stands in it stays. */
export async function hideComponent(
  db: Db,
  act: SpaceAct,
  component: Pick<Component, 'id' | 'spaceId' | 'title'>,
  isHidden: boolean,
): Promise<void> {
  const { organisationId, by } = act;
  await inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, organisationId, component.spaceId))!;
    await tx
      .updateTable('component')
      .set({ hidden_at: isHidden ? sql`palabre_now()` : null, hidden_by: isHidden ? by : null })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', component.id)
      .execute();
    const kind = isHidden ? 'space.component-hidden' : 'space.component-shown';
    await tellSpace(tx, act, kind, space, { component: component.title });
  });
}

/** Moves a component by one place, earlier (-1) or later (1), among those of its theme. */
export async function moveComponent(
  db: Db,
  act: SpaceAct,
  { id, spaceId, themeId }: Pick<Component, 'id' | 'spaceId' | 'themeId'>,
  by: -1 | 1,
): Promise<void> {
  const { organisationId } = act;
  await inTransaction(db, async (tx) => {
    await lockSpace(tx, organisationId, spaceId);
    const there = await listComponents(tx, organisationId, spaceId);
    const beside = there.filter((one) => one.themeId === themeId);
    const at = beside.findIndex((one) => one.id === id);
    const other = beside[at + by];
    if (at < 0 || !other) return;
    // the order of the whole, with these two exchanged
    const order = there.map((one) =>
      one.id === id ? other : one.id === other.id ? beside[at]! : one,
    );
    const ids = order.map((one) => one.id);
    await sql`update component c set position = o.place - 1
      from unnest(${ids}::uuid[]) with ordinality as o (id, place)
      where c.organisation_id = ${organisationId} and c.id = o.id and c.position <> o.place - 1`.execute(
      tx,
    );
  });
}

/** Settings that its kind has; of the others, nothing is kept. */
const asRow = (kind: ComponentKind, written: WrittenComponent) => ({
  title: written.title,
  introduction: written.introduction,
  theme_id: written.themeId,
  opens_at: written.opensAt,
  closes_at: written.closesAt,
  settings: JSON.stringify(
    Object.fromEntries(SETTINGS_OF[kind].map((name) => [name, written.settings[name]])),
  ),
});
