import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Commitment } from './commitment.ts';

interface Row {
  id: string;
  actionId: string;
  groupId: string;
  adaptation: string;
  plannedFrom: string | null;
  plannedTo: string | null;
  committedAt: Date;
  withdrawnAt: Date | null;
  doneOn: string[];
}

const columns = sql`c.id, c.action_id as "actionId", c.group_id as "groupId", c.adaptation,
  c.planned_from as "plannedFrom", c.planned_to as "plannedTo", c.committed_at as "committedAt",
  c.withdrawn_at as "withdrawnAt",
  array(select r.held_on::text from fund_action_report r where r.organisation_id = c.organisation_id
    and r.action_id = c.action_id and r.group_id = c.group_id order by r.held_on) as "doneOn"`;

/** The commitment of a group that holds; null: none does. */
export async function findCommitment(
  db: Db,
  organisationId: string,
  actionId: string,
  groupId: string,
): Promise<Commitment | null> {
  const { rows } = await sql<Row>`select ${columns} from fund_commitment c
    where c.organisation_id = ${organisationId} and c.action_id = ${actionId}::uuid
      and c.group_id = ${groupId}::uuid and c.withdrawn_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Those that hold, in the order of commitment, which is the order of nothing (R16). */
export async function listCommitments(
  db: Db,
  organisationId: string,
  actionId: string,
): Promise<Commitment[]> {
  const { rows } = await sql<Row>`select ${columns} from fund_commitment c
    where c.organisation_id = ${organisationId} and c.action_id = ${actionId}::uuid and c.withdrawn_at is null
    order by c.committed_at, c.id`.execute(db);
  return rows;
}

/** Of a group, the newest first; those taken back too (R27). */
export async function listCommitmentsOf(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<Commitment[]> {
  const { rows } = await sql<Row>`select ${columns} from fund_commitment c
    where c.organisation_id = ${organisationId} and c.group_id = ${groupId}::uuid
    order by c.committed_at desc, c.id limit 200`.execute(db);
  return rows;
}

/** Commitments whose period ended without a report, of every movement, that nobody was reminded of (R28). */
export async function listLate(
  db: Db,
): Promise<{ organisationId: string; id: string; actionId: string; groupId: string }[]> {
  const { rows } = await sql<{
    organisationId: string;
    id: string;
    actionId: string;
    groupId: string;
  }>`select c.organisation_id as "organisationId", c.id, c.action_id as "actionId", c.group_id as "groupId"
    from fund_commitment c
    where c.withdrawn_at is null and c.reminded_at is null
      and c.planned_to < (palabre_now() at time zone 'Europe/Paris')::date
      and not exists (select from fund_action_report r where r.organisation_id = c.organisation_id
        and r.action_id = c.action_id and r.group_id = c.group_id)
    order by c.organisation_id, c.id limit 1000`.execute(db);
  return rows;
}

/** Notes that a group is reminded; false: somebody did already, or it was taken back, or told meanwhile. */
export async function markReminded(tx: Db, organisationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`update fund_commitment c set reminded_at = palabre_now()
    where c.organisation_id = ${organisationId} and c.id = ${id}::uuid
      and c.withdrawn_at is null and c.reminded_at is null
      and not exists (select from fund_action_report r where r.organisation_id = c.organisation_id
        and r.action_id = c.action_id and r.group_id = c.group_id)
    returning 1`.execute(tx);
  return rows.length > 0;
}
