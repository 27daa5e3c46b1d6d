import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { nextFreeSlug, slugify } from '../spaces/index.ts';
import { findGroupById, lockGroup } from './group.store.ts';
import type { Group, WrittenGroup } from './group.ts';

/** Who acts, in which movement. */
export interface GroupAct {
  organisationId: string;
  by: string;
}

/** Founds a group: whoever does is its lead. The caller has checked it. */
export async function foundGroup(db: Db, act: GroupAct, written: WrittenGroup): Promise<Group> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await lockSlugs(tx, organisationId);
    const { id } = await tx
      .insertInto('action_group')
      .values({
        organisation_id: organisationId,
        slug: await findFreeSlug(tx, organisationId, written.name),
        founded_by: by,
        ...asRow(written),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('group_member')
      .values({ organisation_id: organisationId, group_id: id, person_id: by, role: 'lead' })
      .execute();
    const group = (await findGroupById(tx, organisationId, id))!;
    await tellGroup(tx, act, 'group.founded', group);
    return group;
  });
}

/** Changes how a group describes itself, unless somebody did meanwhile (`version`). */
export async function changeGroup(
  db: Db,
  act: GroupAct,
  { id, version }: Pick<Group, 'id' | 'version'>,
  written: WrittenGroup,
): Promise<{ ok: true; group: Group } | { ok: false; refusal: 'changed-meanwhile' }> {
  return inTransaction(db, async (tx) => {
    const before = await lockGroup(tx, act.organisationId, id);
    if (before?.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('action_group')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    const group = (await findGroupById(tx, act.organisationId, id))!;
    await tellGroup(tx, act, 'group.changed', group);
    return { ok: true, group };
  });
}

/** A fact about a group. Who came or went is told by its actor, never by a name. */
export async function tellGroup(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  kind: `group.${string}`,
  { id, slug, name }: Pick<Group, 'id' | 'slug' | 'name'>,
  more: Record<string, string> = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId: act.organisationId,
    kind,
    actorId: act.by,
    subject: { kind: 'group', id },
    detail: { slug, name, ...more },
  });
}

/** One at a time names groups of a movement. */
async function lockSlugs(tx: Tx, organisationId: string): Promise<void> {
  const key = `groups:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Every slug that is taken, for who names many groups at once; nobody else names one until the transaction ends. */
export async function holdSlugs(tx: Tx, organisationId: string): Promise<Set<string>> {
  await lockSlugs(tx, organisationId);
  const rows = await tx
    .selectFrom('action_group')
    .select('slug')
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Set([...rows.map(({ slug }) => slug), ...RESERVED]);
}

/** `les-lilas-solidaires`, then `les-lilas-solidaires-2`: under the lock of the movement's groups. */
async function findFreeSlug(tx: Tx, organisationId: string, name: string): Promise<string> {
  const wanted = slugify(name) || 'groupe';
  const rows = await tx
    .selectFrom('action_group')
    .select('slug')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`(slug = ${wanted} or slug ~ ${`^${wanted}-[0-9]+$`})`)
    .execute();
  return nextFreeSlug(new Set([...rows.map(({ slug }) => slug), ...RESERVED]), wanted);
}

/** What other addresses say where that of a group says its name. */
const RESERVED = ['nouveau', 'invitations', 'certification', 'importer', 'export'];

export function asRow(written: WrittenGroup) {
  return {
    kind: written.kind,
    name: written.name,
    presentation: written.presentation,
    place: written.place,
    county: written.county,
    latitude: written.point?.latitude ?? null,
    longitude: written.point?.longitude ?? null,
    joining: written.joining,
  };
}
