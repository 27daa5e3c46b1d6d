import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listFactsDuring } from '../../platform/journal/journal.ts';
import type { Stage } from './realisation.ts';
import {
  MONEY_KIND,
  type PlannedStep,
  type RecentDelivery,
  readHappening,
  sumChanges,
  TOLD_KINDS,
} from './recent.ts';

/** Facts of one span: a programme of a thousand realisations does not fill it. */
const MOST_FACTS = 500;
const MOST_LINES = 10;

/**
 * What was told of realisations from one instant to another, read in the journal, and where they stand on a day. The
 * first planned day still to be met tells what is late and what is due; a month is late when it is over.
 */
export async function readRecentDelivery(
  db: Db,
  organisationId: string,
  span: { from: Date; until: Date; today: string; lastDay: string },
): Promise<RecentDelivery> {
  const [facts, late, due] = await Promise.all([
    listFactsDuring(db, organisationId, [...TOLD_KINDS, MONEY_KIND], span, MOST_FACTS),
    listPlanned(
      db,
      organisationId,
      sql`s.planned_on < ${span.today}::date
        and (not s.planned_is_month or s.planned_on < date_trunc('month', ${span.today}::date))`,
    ),
    listPlanned(
      db,
      organisationId,
      sql`s.planned_on <= ${span.lastDay}::date and (s.planned_on >= ${span.today}::date
        or (s.planned_is_month and s.planned_on = date_trunc('month', ${span.today}::date)))`,
    ),
  ]);
  const money = facts.filter(({ kind }) => kind === MONEY_KIND);
  return {
    happenings: facts.flatMap((fact) => readHappening(fact) ?? []),
    committed: sumChanges(money, 'committedCost'),
    spent: sumChanges(money, 'spentCost'),
    late: late.slice(0, MOST_LINES),
    lateCount: late.length,
    due,
  };
}

async function listPlanned(
  db: Db,
  organisationId: string,
  planned: ReturnType<typeof sql>,
): Promise<PlannedStep[]> {
  const { rows } = await sql<{
    edition_id: string;
    number: number;
    title: string;
    stage: Stage;
    planned_on: string;
    planned_is_month: boolean;
  }>`select r.edition_id, r.number, r.title, s.stage, s.planned_on, s.planned_is_month
    from realisation r
    join realisation_step s on s.organisation_id = r.organisation_id and s.realisation_id = r.id
      and s.stage = r.next_stage
    where r.organisation_id = ${organisationId} and r.halted is null and r.number > 0 and ${planned}
    order by s.planned_on, r.title, r.id`.execute(db);
  return rows.map((row) => ({
    editionId: row.edition_id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    on: row.planned_on,
    isMonth: row.planned_is_month,
  }));
}
