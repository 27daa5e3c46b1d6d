import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { readFundMoney } from '../ledger/index.ts';
import { type AlertLevel, type FundUse, reachedLevels } from './endowment.ts';

/**
 * Notes the levels that a fund has reached for the amount that it was given, and gives the highest that nobody was told
 * of: once, however many use it at the same instant (`fund_alert_once`). null: nothing to tell.
 */
export async function noteAlert(
  tx: Tx,
  organisationId: string,
  fundId: string,
): Promise<{ level: AlertLevel; money: FundUse } | null> {
  const money = (await readFundMoney(tx, organisationId, [fundId])).get(fundId)!;
  const reached = reachedLevels(money);
  if (reached.length === 0) return null;
  const { rows } = await sql<{ level: AlertLevel }>`
    insert into fund_alert (organisation_id, fund_id, level, endowed)
    select ${organisationId}::uuid, ${fundId}::uuid, level, ${money.endowed}::bigint
      from unnest(${reached}::int[]) as level order by level
    on conflict on constraint fund_alert_once do nothing
    returning level`.execute(tx);
  const level = rows.map((row) => row.level).toSorted((one, other) => other - one)[0];
  return level === undefined ? null : { level, money };
}

/** When the office was told, by level, for an amount that the fund was given. */
export async function listAlerts(
  db: Db,
  organisationId: string,
  fundId: string,
  endowed: number,
): Promise<{ level: AlertLevel; toldAt: Date }[]> {
  const rows = await db
    .selectFrom('fund_alert')
    .select(['level', 'told_at'])
    .where('organisation_id', '=', organisationId)
    .where('fund_id', '=', fundId)
    .where('endowed', '=', endowed)
    .orderBy('level')
    .execute();
  return rows.map(({ level, told_at }) => ({ level: level as AlertLevel, toldAt: told_at }));
}
