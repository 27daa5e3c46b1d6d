import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Criteria, USUAL_CRITERIA } from './certification.ts';
import type { GroupAct } from './founding.store.ts';

/** What a movement asks of a group, and the charter that it accepts. */
export interface AskedOfGroups {
  criteria: Criteria;
  /** '' : the movement has written none, the usual words stand there. */
  charter: string;
  /** 0: never saved. */
  version: number;
}

/** As the office has saved it, or as it is usual. */
export async function findCriteria(db: Db, organisationId: string): Promise<AskedOfGroups> {
  const row = await db
    .selectFrom('certification_criteria')
    .select(['leads', 'age_days', 'members', 'actions', 'exclusive_leads', 'charter', 'version'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row) return { criteria: USUAL_CRITERIA, charter: '', version: 0 };
  const { leads, age_days: age, members, actions, charter, version } = row;
  const elsewhere = row.exclusive_leads ? 0 : null;
  return { criteria: { leads, age, members, actions, elsewhere }, charter, version };
}

/** Saves them, unless somebody did meanwhile. Groups that fall short are warned by the next daily round, not at once. */
export async function saveCriteria(
  db: Db,
  act: GroupAct,
  { criteria, charter, version }: AskedOfGroups,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  const values = {
    leads: criteria.leads,
    age_days: criteria.age,
    members: criteria.members,
    actions: criteria.actions,
    exclusive_leads: criteria.elsewhere !== null,
    charter,
    version: version + 1,
    saved_by: act.by,
  };
  try {
    return await inTransaction(db, async (tx) => {
      const saved =
        version === 0
          ? await tx
              .insertInto('certification_criteria')
              .values({ organisation_id: act.organisationId, ...values })
              .returning('version')
              .executeTakeFirst()
          : await tx
              .updateTable('certification_criteria')
              .set(values)
              .where('organisation_id', '=', act.organisationId)
              .where('version', '=', version)
              .returning('version')
              .executeTakeFirst();
      if (!saved) return { ok: false as const, refusal: 'changed-meanwhile' as const };
      await recordFact(tx, {
        organisationId: act.organisationId,
        kind: 'group.criteria-changed',
        actorId: act.by,
        subject: { kind: 'organisation', id: act.organisationId },
        detail: { ...criteria },
      });
      return { ok: true as const };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'certification_criteria_pkey') throw error;
    return { ok: false, refusal: 'changed-meanwhile' };
  }
}
