import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { listItems, lockAssembly } from './assembly.store.ts';
import { type Assembly, MOST_ITEMS, stateOf, type WrittenItem } from './assembly.ts';
import { type AssemblyAct, tell } from './assembly-writing.store.ts';

export type ItemWritten =
  | { ok: true }
  | { ok: false; refusal: 'too-many-items' | 'closed' | 'voted-on' | 'changed-meanwhile' | 'gone' };

/** Adds a point at the end of the agenda, until the assembly is closed. */
export async function addItem(
  db: Db,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  written: WrittenItem,
): Promise<ItemWritten> {
  return underLock(db, act, assembly, async (tx, held) => {
    const items = await listItems(tx, act.organisationId, held.id);
    if (items.length >= MOST_ITEMS) return { ok: false, refusal: 'too-many-items' };
    await tx
      .insertInto('assembly_item')
      .values({
        organisation_id: act.organisationId,
        assembly_id: held.id,
        position: items.length,
        ...asRow(written),
      })
      .execute();
    await tell(tx, act, 'assembly.item-added', held, { item: written.title });
    return { ok: true };
  });
}

const asRow = (written: WrittenItem) => ({
  kind: written.kind,
  title: written.title,
  body: written.body,
  minutes_planned: written.minutesPlanned,
});

/** Changes a point; the words of one that is voted on stay (held by `assembly_item_stays`). */
export async function changeItem(
  db: Db,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  { id, version }: { id: string; version: number },
  written: WrittenItem,
): Promise<ItemWritten> {
  return underLock(db, act, assembly, async (tx, held) => {
    const item = (await listItems(tx, act.organisationId, held.id)).find((one) => one.id === id);
    if (!item) return { ok: false, refusal: 'gone' };
    if (item.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('assembly_item')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    await tell(tx, act, 'assembly.item-changed', held, { item: written.title });
    return { ok: true };
  });
}

/** Takes a point off the agenda that nobody voted on. */
export async function removeItem(
  db: Db,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  id: string,
): Promise<ItemWritten> {
  return underLock(db, act, assembly, async (tx, held) => {
    const item = (await listItems(tx, act.organisationId, held.id)).find((one) => one.id === id);
    if (!item) return { ok: false, refusal: 'gone' };
    await tx
      .deleteFrom('assembly_item')
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    await tell(tx, act, 'assembly.item-removed', held, { item: item.title });
    return { ok: true };
  });
}

/** Moves a point one place up or down; at an end, nothing moves. */
export async function moveItem(
  db: Db,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  id: string,
  by: -1 | 1,
): Promise<ItemWritten> {
  if (!isUuid(id)) return { ok: false, refusal: 'gone' };
  return underLock(db, act, assembly, async (tx, held) => {
    const ids = (await listItems(tx, act.organisationId, held.id)).map((one) => one.id);
    const at = ids.indexOf(id);
    const to = at + by;
    if (at === -1) return { ok: false, refusal: 'gone' };
    if (to < 0 || to >= ids.length) return { ok: true };
    [ids[at], ids[to]] = [ids[to]!, ids[at]!];
    await sql`update assembly_item i set position = o.position - 1
      from unnest(${ids}::uuid[]) with ordinality as o (id, position)
      where i.organisation_id = ${act.organisationId} and i.id = o.id`.execute(tx);
    return { ok: true };
  });
}

async function underLock(
  db: Db,
  { organisationId }: AssemblyAct,
  { id }: Pick<Assembly, 'id'>,
  run: (tx: Tx, held: Assembly) => Promise<ItemWritten>,
): Promise<ItemWritten> {
  try {
    return await inTransaction(db, async (tx) => {
      const held = (await lockAssembly(tx, organisationId, id))!;
      return stateOf(held) === 'closed' ? { ok: false, refusal: 'closed' } : run(tx, held);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'assembly_item_stays') throw error;
    return { ok: false, refusal: 'voted-on' };
  }
}
