import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listFunds } from '../funds/index.ts';

/** A commitment that everybody may know of, for the public page of its group (R15). */
export interface PublicCommitment {
  number: number;
  title: string;
  fund: string;
  isDone: boolean;
}

/** Commitments of a group to actions of the funds that everybody reads, the newest first. */
export async function listPublicCommitments(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<PublicCommitment[]> {
  const funds = new Map(
    (await listFunds(db, organisationId))
      .filter(({ visibleTo, openedAt }) => visibleTo === 'public' && openedAt !== null)
      .map(({ id, slug }) => [id, slug]),
  );
  if (funds.size === 0) return [];
  const { rows } = await sql<{ number: number; title: string; fundId: string; isDone: boolean }>`
    select a.number, a.title, a.fund_id as "fundId",
      exists (select from fund_action_report r where r.organisation_id = c.organisation_id
        and r.action_id = c.action_id and r.group_id = c.group_id) as "isDone"
    from fund_commitment c
    join fund_action a on a.organisation_id = c.organisation_id and a.id = c.action_id
    where c.organisation_id = ${organisationId} and c.group_id = ${groupId}::uuid and c.withdrawn_at is null
      and a.fund_id = any(${[...funds.keys()]}::uuid[])
    order by c.committed_at desc, c.id limit 12`.execute(db);
  return rows.map(({ fundId, ...row }) => ({ ...row, fund: funds.get(fundId)! }));
}
