import { sql, type UpdateObject } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  ACTIONS_WINDOW_DAYS,
  type ActKind,
  type Assessed,
  assess,
  type CertificationAct,
  type Criteria,
  type Criterion,
  type DecisionRefusal,
  type Figures,
  listUnmet,
  type RequestRefusal,
  refuseGrant,
  refuseRequest,
  reviewStep,
  WARNING_DAYS,
} from './certification.ts';
import { findCriteria } from './criteria.store.ts';
import { type GroupAct, tellGroup } from './founding.store.ts';
import { lockGroup } from './group.store.ts';
import type { Group } from './group.ts';

/** How a group stands now, in database time; days are those of Paris. */
async function measureGroup(db: Db, organisationId: string, groupId: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select m.leads, m.genders, m.members, a.actions, e.elsewhere, e.names as "otherGroups",
      floor(extract(epoch from palabre_now() - g.founded_at) / 86400)::int as "ageDays"
    from action_group g
    cross join lateral (select count(*)::int as members, count(*) filter (where role = 'lead')::int as leads,
        count(distinct gender) filter (where role = 'lead')::int as genders
      from group_member where organisation_id = g.organisation_id and group_id = g.id) m
    cross join lateral (select count(*)::int as actions from group_public_action
      where organisation_id = g.organisation_id and group_id = g.id
        and held_on between (palabre_now() at time zone 'Europe/Paris')::date - ${ACTIONS_WINDOW_DAYS - 1}::int
          and (palabre_now() at time zone 'Europe/Paris')::date) a
    cross join lateral (select count(distinct l.person_id)::int as elsewhere,
        coalesce(array_agg(distinct o.name), '{}') as names
      from group_member l
      join group_member k on k.organisation_id = l.organisation_id and k.person_id = l.person_id
        and k.role = 'lead' and k.group_id <> l.group_id
      join action_group o on o.organisation_id = k.organisation_id and o.id = k.group_id
        and o.kind = g.kind and o.certified_at is not null
      where l.organisation_id = g.organisation_id and l.group_id = g.id and l.role = 'lead') e
    where g.organisation_id = ${organisationId} and g.id = ${groupId}::uuid`.execute(db);
  return rows[0]!;
}

/** Each criterion that the movement asks, met or not. */
export async function assessGroup(
  db: Db,
  organisationId: string,
  groupId: string,
  criteria?: Criteria,
): Promise<Assessed[]> {
  const asked = criteria ?? (await findCriteria(db, organisationId)).criteria;
  return assess(asked, await measureGroup(db, organisationId, groupId));
}

/** A lead asks for the certification. */
export async function requestCertification(
  db: Db,
  act: GroupAct,
  groupId: string,
  charterAccepted: boolean,
): Promise<{ ok: true } | { ok: false; refusal: RequestRefusal }> {
  return atGroup(db, act, groupId, async (tx, group, unmet) => {
    const refusal = refuseRequest(group, unmet, charterAccepted);
    if (refusal) return { ok: false, refusal };
    await setStanding(tx, act, groupId, { requested_at: now });
    await recordAct(tx, act, group, 'requested');
    return { ok: true };
  });
}

export type Decided = { ok: true } | { ok: false; refusal: DecisionRefusal };

/** The office grants what was asked. */
export async function grantCertification(db: Db, act: GroupAct, groupId: string): Promise<Decided> {
  return atGroup(db, act, groupId, async (tx, group, unmet): Promise<Decided> => {
    const refusal = refuseGrant(group, unmet);
    if (refusal) return { ok: false, refusal };
    await setStanding(tx, act, groupId, { requested_at: null, certified_at: now });
    await recordAct(tx, act, group, 'granted');
    return { ok: true };
  });
}

/** The office refuses what was asked, with the reason. */
export async function refuseCertification(
  db: Db,
  act: GroupAct,
  groupId: string,
  reason: string,
): Promise<Decided> {
  return atGroup(db, act, groupId, async (tx, group, unmet): Promise<Decided> => {
    if (group.requestedAt === null) return { ok: false, refusal: 'not-requested' };
    await setStanding(tx, act, groupId, { requested_at: null });
    await recordAct(tx, act, group, 'refused', reason, unmet);
    return { ok: true };
  });
}

/** The office takes the certification away, with the reason. */
export async function withdrawCertification(
  db: Db,
  act: GroupAct,
  groupId: string,
  reason: string,
): Promise<Decided> {
  return atGroup(db, act, groupId, async (tx, group): Promise<Decided> => {
    if (group.certifiedAt === null) return { ok: false, refusal: 'not-certified' };
    await setStanding(tx, act, groupId, { certified_at: null, warned_at: null, loses_at: null });
    await recordAct(tx, act, group, 'withdrawn', reason);
    return { ok: true };
  });
}

/** What the daily round did with a group. */
export interface Reviewed {
  group: Group;
  kind: 'warned' | 'lifted' | 'lost';
  assessed: Assessed[];
}

/** Looks at a certified group again: warned once, lifted, or lost when its time is over. null: nothing changed. */
export async function reviewGroup(
  tx: Tx,
  organisationId: string,
  groupId: string,
): Promise<Reviewed | null> {
  const act = { organisationId, by: null };
  const before = await lockGroup(tx, organisationId, groupId);
  if (!before) return null;
  const assessed = await assessGroup(tx, organisationId, groupId);
  const unmet = listUnmet(assessed);
  const { rows } = await sql<{ now: Date }>`select palabre_now() as now`.execute(tx);
  const step = reviewStep(before, unmet, rows[0]!.now);
  if (step === null) return null;
  const kind = ({ warn: 'warned', lift: 'lifted', lose: 'lost' } as const)[step];
  await setStanding(tx, act, groupId, standingAfter[step]);
  await recordAct(tx, act, before, kind, '', unmet);
  const group = (await lockGroup(tx, organisationId, groupId))!;
  return { group, kind, assessed };
}

/** The history of a certification, the newest first. */
export async function listCertificationActs(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<CertificationAct[]> {
  const rows = await db
    .selectFrom('certification_act')
    .select(['id', 'kind', 'reason', 'unmet', 'by_person', 'at'])
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .orderBy('sequence', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActKind,
    reason: row.reason,
    unmet: row.unmet as Criterion[],
    byPersonId: row.by_person,
    at: row.at,
  }));
}

const now = sql<Date>`palabre_now()`;
const standingAfter = {
  warn: {
    warned_at: now,
    loses_at: sql<Date>`palabre_now() + make_interval(days => ${WARNING_DAYS}::int)`,
  },
  lift: { warned_at: null, loses_at: null },
  lose: { certified_at: null, warned_at: null, loses_at: null },
};

async function atGroup<T>(
  db: Db,
  act: GroupAct,
  groupId: string,
  run: (tx: Tx, group: Group, unmet: Criterion[]) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (tx) => {
    const group = (await lockGroup(tx, act.organisationId, groupId))!;
    return run(tx, group, listUnmet(await assessGroup(tx, act.organisationId, groupId)));
  });
}

async function setStanding(
  tx: Tx,
  { organisationId }: { organisationId: string },
  groupId: string,
  values: UpdateObject<DB, 'action_group'>,
): Promise<void> {
  await tx
    .updateTable('action_group')
    .set(values)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', groupId)
    .execute();
}

async function recordAct(
  tx: Tx,
  act: { organisationId: string; by: string | null },
  group: Group,
  kind: ActKind,
  reason = '',
  unmet: readonly Criterion[] = [],
): Promise<void> {
  await tx
    .insertInto('certification_act')
    .values({
      organisation_id: act.organisationId,
      group_id: group.id,
      kind,
      reason,
      unmet: [...unmet],
      by_person: act.by,
    })
    .execute();
  await tellGroup(tx, act, `group.certification-${kind}`, group);
}
