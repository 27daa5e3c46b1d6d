import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type Component,
  type ComponentKind,
  type ComponentSettings,
  USUAL_SETTINGS,
} from './component.ts';

const components = (db: Db, organisationId: string) =>
  db
    .selectFrom('component')
    .select([
      'id',
      'space_id',
      'theme_id',
      'kind',
      'slug',
      'title',
      'introduction',
      'settings',
      'opens_at',
      'closes_at',
      'hidden_at',
      'version',
    ])
    .where('organisation_id', '=', organisationId);

/** Those of a space in order, hidden ones too. */
export async function listComponents(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<Component[]> {
  const rows = await components(db, organisationId)
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(asComponent);
}

/** Those of some spaces, hidden ones too. */
export async function listComponentsOf(
  db: Db,
  organisationId: string,
  spaceIds: readonly string[],
): Promise<Component[]> {
  const rows = await components(db, organisationId)
    .where(sql<boolean>`space_id = any(${[...spaceIds]}::uuid[])`)
    .execute();
  return rows.map(asComponent);
}

/** Components of open spaces of every organisation that opened or closed by their dates within some hours. */
export async function listTurningComponents(
  db: Db,
  hours: number,
): Promise<
  { organisationId: string; id: string; spaceId: string; themeId: string | null; opens: boolean }[]
> {
  const { rows } = await sql<{
    organisationId: string;
    id: string;
    spaceId: string;
    themeId: string | null;
    opens: boolean;
  }>`select c.organisation_id as "organisationId", c.id, c.space_id as "spaceId", c.theme_id as "themeId", turn.opens
    from component c
    join space s on s.organisation_id = c.organisation_id and s.id = c.space_id
    cross join lateral (values (c.opens_at, true), (c.closes_at, false)) as turn (at, opens)
    where turn.at <= palabre_now() and turn.at > palabre_now() - make_interval(hours => ${hours})
      and c.hidden_at is null and s.opened_at < turn.at and s.closed_at is null`.execute(db);
  return rows;
}

/** By what its address says, in its space; hidden or not. */
export async function findComponent(
  db: Db,
  organisationId: string,
  spaceId: string,
  slug: string,
): Promise<Component | null> {
  const row = await components(db, organisationId)
    .where('space_id', '=', spaceId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? asComponent(row) : null;
}

/** `id`: a uuid. */
export async function findComponentById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Component | null> {
  const row = await components(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asComponent(row) : null;
}

/** Holds a component and its space as they are until the transaction ends: whoever changes or closes them waits. */
export async function lockComponent(db: Db, organisationId: string, id: string): Promise<void> {
  await sql`select 1 from component c
    join space s on s.organisation_id = c.organisation_id and s.id = c.space_id
    where c.organisation_id = ${organisationId} and c.id = ${id}::uuid for share of c, s`.execute(
    db,
  );
}

/** What one form made; null: nothing yet. */
export async function findComponentMadeFrom(
  db: Db,
  organisationId: string,
  madeFrom: string,
): Promise<Component | null> {
  const row = await components(db, organisationId)
    .where(sql<boolean>`made_from::text = ${madeFrom}`)
    .executeTakeFirst();
  return row ? asComponent(row) : null;
}

type Row = Awaited<ReturnType<ReturnType<typeof components>['executeTakeFirstOrThrow']>>;

const asComponent = (row: Row): Component => ({
  id: row.id,
  spaceId: row.space_id,
  themeId: row.theme_id,
  kind: row.kind as ComponentKind,
  slug: row.slug,
  title: row.title,
  introduction: row.introduction,
  // what was not settled when it was made is as usual
  settings: { ...USUAL_SETTINGS, ...(row.settings as Partial<ComponentSettings>) },
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  isHidden: row.hidden_at !== null,
  version: row.version,
});
