import { sql, type UpdateObject } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type GroupAct, tellGroup } from './founding.store.ts';
import { lockGroup } from './group.store.ts';
import type { Group } from './group.ts';
import { findMembership, listGroupLeaders } from './membership.store.ts';
import {
  type Gender,
  type GroupRole,
  groupRightOf,
  type MembershipRefusal,
  mayRemove,
  refuseToEndLead,
} from './membership.ts';

export type MemberWritten = { ok: true } | { ok: false; refusal: MembershipRefusal };

/** Leaves a group. The last lead hands it over first; two who leave at the same time are taken one after the other. */
export async function leaveGroup(db: Db, act: GroupAct, groupId: string): Promise<MemberWritten> {
  return atMember(db, act, groupId, act.by, async (tx, group, member) => {
    const refusal = refuseToEndLead(member, await listLeads(tx, act, groupId));
    if (refusal) return { ok: false, refusal };
    await takeOut(tx, act, groupId, act.by);
    await tellGroup(tx, act, 'group.left', group, { personId: act.by });
    return { ok: true };
  });
}

/** Takes somebody out, as far as whoever does may. */
export async function removeMember(
  db: Db,
  act: GroupAct,
  groupId: string,
  personId: string,
): Promise<MemberWritten> {
  return atMember(db, act, groupId, personId, async (tx, group, member) => {
    const own = await findMembership(tx, act.organisationId, groupId, act.by);
    if (!mayRemove(groupRightOf(own), member)) return { ok: false, refusal: 'not-yours' };
    await takeOut(tx, act, groupId, personId);
    await tellGroup(tx, act, 'group.member-removed', group, { personId });
    return { ok: true };
  });
}

/** A lead says what somebody is in the group: handing it over is making another lead, then being one no more. */
export async function changeRole(
  db: Db,
  act: GroupAct,
  groupId: string,
  personId: string,
  role: GroupRole,
): Promise<MemberWritten> {
  return atMember(db, act, groupId, personId, async (tx, group, member) => {
    if (member.role === role) return { ok: true };
    const own = await findMembership(tx, act.organisationId, groupId, act.by);
    if (!groupRightOf(own).leads || (member.role === 'lead' && personId !== act.by))
      return { ok: false, refusal: 'not-yours' };
    const refusal = refuseToEndLead(member, await listLeads(tx, act, groupId));
    if (refusal) return { ok: false, refusal };
    await setMember(tx, act, groupId, personId, { role });
    await tellGroup(tx, act, 'group.role-changed', group, { personId, role });
    return { ok: true };
  });
}

/** A manager or a lead says who handles the group's money, or no longer does. */
export async function markTreasurer(
  db: Db,
  act: GroupAct,
  groupId: string,
  personId: string,
  isTreasurer: boolean,
): Promise<MemberWritten> {
  return atMember(db, act, groupId, personId, async (tx, group, member) => {
    const own = await findMembership(tx, act.organisationId, groupId, act.by);
    if (!groupRightOf(own).manages) return { ok: false, refusal: 'not-yours' };
    if (member.isTreasurer === isTreasurer) return { ok: true };
    await setMember(
      tx,
      act,
      groupId,
      personId,
      isTreasurer
        ? { treasurer_by: act.by, treasurer_at: sql<Date>`palabre_now()` }
        : { treasurer_by: null, treasurer_at: null },
    );
    const kind = isTreasurer ? 'group.treasurer-marked' : 'group.treasurer-unmarked';
    await tellGroup(tx, act, kind, group, { personId });
    return { ok: true };
  });
}

/** As somebody declares it for this group, or takes it back: no fact says what. */
export async function declareGender(
  db: Db,
  act: GroupAct,
  groupId: string,
  gender: Gender | null,
): Promise<void> {
  await inTransaction(db, (tx) => setMember(tx, act, groupId, act.by, { gender }));
}

async function atMember(
  db: Db,
  act: GroupAct,
  groupId: string,
  personId: string,
  run: (
    tx: Tx,
    group: Group,
    member: NonNullable<Awaited<ReturnType<typeof findMembership>>>,
  ) => Promise<MemberWritten>,
): Promise<MemberWritten> {
  return inTransaction(db, async (tx): Promise<MemberWritten> => {
    const group = await lockGroup(tx, act.organisationId, groupId);
    const member = await findMembership(tx, act.organisationId, groupId, personId);
    return group && member ? run(tx, group, member) : { ok: false, refusal: 'gone' };
  });
}

async function listLeads(tx: Tx, act: GroupAct, groupId: string): Promise<string[]> {
  const leaders = await listGroupLeaders(tx, act.organisationId, groupId);
  return leaders.filter(({ role }) => role === 'lead').map(({ personId }) => personId);
}

async function takeOut(tx: Tx, act: GroupAct, groupId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('group_member')
    .where('organisation_id', '=', act.organisationId)
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .execute();
}

async function setMember(
  tx: Tx,
  act: GroupAct,
  groupId: string,
  personId: string,
  values: UpdateObject<DB, 'group_member'>,
): Promise<void> {
  await tx
    .updateTable('group_member')
    .set(values)
    .where('organisation_id', '=', act.organisationId)
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .execute();
}
