import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { nextFreeSlug, slugify } from '../spaces/index.ts';
import { listComponents } from './component.store.ts';
import { findSpaceById, findSpaceMadeFrom, lockSpace } from './space.store.ts';
import {
  type OpeningRefusal,
  refuseOpening,
  type Space,
  settleAdmission,
  type WrittenSpace,
} from './space.ts';

/** Who acts, in which organisation; `by` null: a seed. */
export interface SpaceAct {
  organisationId: string;
  by: string | null;
}

/** What other addresses say where that of a space says its name. */
const RESERVED = ['nouveau'];

/**
 * Makes a space: a draft. The caller has checked it. `madeFrom` names the form that asks: sent twice, by a double click,
 * it makes one.
 */
export async function createSpace(
  db: Db,
  act: SpaceAct,
  written: WrittenSpace,
  madeFrom: string,
): Promise<Space> {
  const { organisationId, by } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const key = `spaces:${organisationId}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
      const { id } = await tx
        .insertInto('space')
        .values({
          organisation_id: organisationId,
          slug: await findFreeSlug(tx, organisationId, written.title),
          made_from: madeFrom,
          created_by: by,
          ...asRow(written),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const space = (await findSpaceById(tx, organisationId, id))!;
      await tellSpace(tx, act, 'space.created', space);
      return space;
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'space_made_once') throw error;
    const made = await findSpaceMadeFrom(db, organisationId, madeFrom);
    if (!made) throw error;
    return made;
  }
}

export type SpaceChanged =
  | { ok: true; space: Space }
  | { ok: false; refusal: 'changed-meanwhile'; space: Space };

/** Changes how a space describes itself, unless somebody did meanwhile (`version`). */
export async function changeSpace(
  db: Db,
  act: SpaceAct,
  { id, version }: Pick<Space, 'id' | 'version'>,
  written: WrittenSpace,
): Promise<SpaceChanged> {
  return inTransaction(db, async (tx) => {
    const before = (await lockSpace(tx, act.organisationId, id))!;
    if (before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile', space: before };
    await tx
      .updateTable('space')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    const space = (await findSpaceById(tx, act.organisationId, id))!;
    await tellSpace(tx, act, 'space.changed', space, {
      ...(before.isPrivate !== space.isPrivate && { isPrivate: space.isPrivate }),
    });
    return { ok: true, space };
  });
}

/** Opens a space, once: from now on it is seen. */
export async function openSpace(
  db: Db,
  act: SpaceAct,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: OpeningRefusal }> {
  return inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, act.organisationId, id))!;
    const refusal = refuseOpening(space, await listComponents(tx, act.organisationId, id));
    if (refusal) return { ok: false, refusal };
    await mark(tx, act, id, 'opened');
    await tellSpace(tx, act, 'space.opened', space);
    return { ok: true };
  });
}

export type ClosingRefusal = 'not-open' | 'opened-already';

/** Closes an open space for good: nothing new comes in, all of it stays readable. */
export async function closeSpace(
  db: Db,
  act: SpaceAct,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: ClosingRefusal }> {
  return inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, act.organisationId, id))!;
    if (!space.isOpen) return { ok: false, refusal: 'not-open' };
    await mark(tx, act, id, 'closed');
    await tellSpace(tx, act, 'space.closed', space);
    return { ok: true };
  });
}

/** Gives up a space that was never opened: its address is free again. */
export async function abandonSpace(
  db: Db,
  act: SpaceAct,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: ClosingRefusal }> {
  return inTransaction(db, async (tx) => {
    const space = await lockSpace(tx, act.organisationId, id);
    if (!space) return { ok: true };
    if (space.openedAt) return { ok: false, refusal: 'opened-already' };
    await mark(tx, act, id, 'abandoned');
    await tellSpace(tx, act, 'space.abandoned', space);
    return { ok: true };
  });
}

/** A fact about a space. */
export async function tellSpace(
  tx: Tx,
  act: SpaceAct,
  kind: `space.${string}`,
  { id, slug, title }: Pick<Space, 'id' | 'slug' | 'title'>,
  more: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId: act.organisationId,
    kind,
    actorId: act.by,
    subject: { kind: 'space', id },
    detail: { slug, title, ...more },
  });
}

async function mark(
  tx: Tx,
  act: SpaceAct,
  id: string,
  what: 'opened' | 'closed' | 'abandoned',
): Promise<void> {
  await tx
    .updateTable('space')
    .set({ [`${what}_at`]: sql`palabre_now()`, [`${what}_by`]: act.by })
    .where('organisation_id', '=', act.organisationId)
    .where('id', '=', id)
    .execute();
}

/** `climat`, then `climat-2`: under the lock of the organisation's spaces. */
async function findFreeSlug(tx: Tx, organisationId: string, title: string): Promise<string> {
  const rows = await tx
    .selectFrom('space')
    .select('slug')
    .where('organisation_id', '=', organisationId)
    .where('abandoned_at', 'is', null)
    .execute();
  const taken = new Set([...rows.map(({ slug }) => slug), ...RESERVED]);
  return nextFreeSlug(taken, slugify(title) || 'espace');
}

function asRow(written: WrittenSpace) {
  const { isPrivate, admission = 'team', parentId = null, ...said } = settleAdmission(written);
  return {
    kind: said.kind,
    title: said.title,
    summary: said.summary,
    introduction: said.introduction,
    is_private: isPrivate,
    admission,
    parent_id: parentId,
  };
}
