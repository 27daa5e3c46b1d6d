import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';
import { changeRow, lockAction } from './action.store.ts';
import { isPublished } from './action.ts';

interface SupportAct {
  organisationId: string;
  by: string;
  actionId: string;
}

/** « Soutien » of a member: one of a person for an action, it decides nothing. Said twice, it counts once. */
export async function supportAction(db: Db, act: SupportAct): Promise<boolean> {
  return changeSupport(
    db,
    act,
    sql`insert into fund_action_support (organisation_id, action_id, person_id)
      values (${act.organisationId}, ${act.actionId}, ${act.by})
      on conflict on constraint fund_action_support_once do nothing returning 1`,
    1,
  );
}

/** Takes one's support back. */
export async function withdrawSupport(db: Db, act: SupportAct): Promise<boolean> {
  return changeSupport(
    db,
    act,
    sql`delete from fund_action_support where organisation_id = ${act.organisationId}
      and action_id = ${act.actionId} and person_id = ${act.by} returning 1`,
    -1,
  );
}

/** The action's row is the lock: no count is ever lost. No fact says who supports what. */
async function changeSupport(
  db: Db,
  act: SupportAct,
  change: RawBuilder<unknown>,
  by: 1 | -1,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const action = await lockAction(tx, act.organisationId, act.actionId);
    if (!action || !isPublished(action)) return false;
    const { rows } = await change.execute(tx);
    if (rows.length > 0)
      await changeRow(tx, act.organisationId, act.actionId, {
        supports: sql<number>`greatest(supports + ${by}, 0)`,
      });
    return true;
  });
}

export async function isSupported(
  db: Db,
  organisationId: string,
  actionId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('fund_action_support')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

export const SUPPORT_COLUMNS: Readonly<Record<string, Fate>> = {
  'fund_action_support.person_id': 'removed',
};

export const supportRows = ownRows(
  ({ organisationId, id }) => sql`select a.number, a.title, s.supported_at
    from fund_action_support s
    join fund_action a on a.organisation_id = s.organisation_id and a.id = s.action_id
    where s.organisation_id = ${organisationId} and s.person_id = ${id} order by s.supported_at, a.number`,
);

/** Nobody knows any more who supported; how many did stays (R193). */
export async function eraseSupports(tx: Tx, { organisationId, id }: Owner): Promise<void> {
  await tx
    .deleteFrom('fund_action_support')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
}
