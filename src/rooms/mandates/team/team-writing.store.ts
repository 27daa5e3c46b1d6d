import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { lockSpace } from '../../consultations/index.ts';
import { grantRole, revokeRole } from '../../identity/index.ts';
import { listMandatesOf } from '../mandate.store.ts';
import { membershipOf } from '../mandate.ts';
import type { Network } from '../mandate-writing.store.ts';
import { findTeam } from './team.store.ts';
import {
  type AskRefusal,
  type Gender,
  isOfTeam,
  type LeaveRefusal,
  refuseToLeave,
} from './team.ts';

export interface TeamAct {
  organisationId: string;
  by: string;
}

/** Asks to join the team; one open request a person (`team_request_open_once`). */
export async function askToJoinTeam(
  tx: Tx,
  act: TeamAct,
  network: Network,
  words: string,
): Promise<{ ok: true; id: string } | { ok: false; refusal: AskRefusal }> {
  const { organisationId, by } = act;
  await lockSpace(tx, organisationId, network.id);
  if (isOfTeam(await findTeam(tx, organisationId, network.id), by))
    return { ok: false, refusal: 'in-team' };
  const asked = await tx
    .insertInto('team_request')
    .values({ organisation_id: organisationId, space_id: network.id, person_id: by, words })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!asked) return { ok: false, refusal: 'asked-already' };
  await tellTeam(tx, act, 'team.asked', network);
  return { ok: true, id: asked.id };
}

/** Takes one's own request back; false: it was answered meanwhile, or is not there. */
export async function withdrawRequest(
  db: Db,
  { organisationId, by }: TeamAct,
  spaceId: string,
): Promise<boolean> {
  const withdrawn = await db
    .updateTable('team_request')
    .set({ withdrawn_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where('person_id', '=', by)
    .where(sql<boolean>`answered_at is null and withdrawn_at is null`)
    .returning('id')
    .executeTakeFirst();
  return withdrawn !== undefined;
}

/**
 * Answers a request: of two leads who do so at once, the second finds it answered. Who is accepted writes in the space from
 * now on, and where mandates let people in no longer than theirs lasts. `isInside`: whether they are inside it now.
 */
export async function answerRequest(
  tx: Tx,
  act: TeamAct,
  network: Network,
  id: string,
  isAccepted: boolean,
  isInside: (personId: string) => Promise<boolean>,
): Promise<{ ok: true; personId: string } | { ok: false; refusal: 'answered' | 'left' }> {
  const { organisationId, by } = act;
  if (!isUuid(id)) return { ok: false, refusal: 'answered' };
  await lockSpace(tx, organisationId, network.id);
  const request = await tx
    .selectFrom('team_request')
    .select('person_id as personId')
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', network.id)
    .where('id', '=', id)
    .where(sql<boolean>`answered_at is null and withdrawn_at is null`)
    .forUpdate()
    .executeTakeFirst();
  if (!request) return { ok: false, refusal: 'answered' };
  const { personId } = request;
  if (isAccepted && !(await isInside(personId))) return { ok: false, refusal: 'left' };
  await tx
    .updateTable('team_request')
    .set({ answered_at: sql<Date>`palabre_now()`, is_accepted: isAccepted })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  if (isAccepted)
    await grantRole(tx, {
      organisationId,
      personId,
      role: 'space-author',
      grantedBy: by,
      spaceId: network.id,
      endsAt: await endOfStay(tx, organisationId, network, personId),
    });
  await tellTeam(tx, act, isAccepted ? 'team.accepted' : 'team.declined', network);
  return { ok: true, personId };
}

async function endOfStay(tx: Tx, organisationId: string, network: Network, personId: string) {
  if (network.admission !== 'mandate') return null;
  const mandates = await listMandatesOf(tx, organisationId, network.id, personId);
  return membershipOf(mandates, await readNow(tx))?.until ?? null;
}

/** Leaves the team, with every role held in the space; who leads alone stays. */
export const leaveTeam = (
  db: Db,
  act: TeamAct,
  network: Network,
): Promise<{ ok: true } | { ok: false; refusal: LeaveRefusal }> =>
  inTransaction(db, async (tx) => {
    const { organisationId, by } = act;
    await lockSpace(tx, organisationId, network.id);
    const refusal = refuseToLeave(await findTeam(tx, organisationId, network.id), by);
    if (refusal) return { ok: false, refusal };
    for (const role of ['space-organiser', 'space-author'] as const)
      await revokeRole(tx, {
        organisationId,
        personId: by,
        role,
        revokedBy: by,
        spaceId: network.id,
      });
    await declareParity(tx, act, network.id, null);
    await tellTeam(tx, act, 'team.left', network);
    return { ok: true };
  });

/** Whether everybody reads, on the showcase, who the team is. */
export const showTeam = (
  db: Db,
  act: TeamAct,
  network: Network,
  isPublic: boolean,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await sql`insert into space_team (organisation_id, space_id, public_at)
      values (${act.organisationId}, ${network.id}, case when ${isPublic}::boolean then palabre_now() end)
      on conflict (organisation_id, space_id) do update
      set public_at = case when ${isPublic}::boolean then coalesce(space_team.public_at, palabre_now()) end`.execute(
      tx,
    );
    await tellTeam(tx, act, isPublic ? 'team.shown' : 'team.unshown', network);
  });

/** What a lead declares for the parity of the pair; null: nothing any more. */
export async function declareParity(
  db: Db,
  { organisationId, by }: TeamAct,
  spaceId: string,
  gender: Gender | null,
): Promise<void> {
  if (gender === null)
    await db
      .deleteFrom('space_team_parity')
      .where('organisation_id', '=', organisationId)
      .where('space_id', '=', spaceId)
      .where('person_id', '=', by)
      .execute();
  else
    await sql`insert into space_team_parity (organisation_id, space_id, person_id, gender)
      values (${organisationId}, ${spaceId}, ${by}, ${gender})
      on conflict (organisation_id, space_id, person_id) do update set gender = excluded.gender`.execute(
      db,
    );
}

const tellTeam = (tx: Tx, act: TeamAct, kind: `team.${string}`, network: Network): Promise<void> =>
  recordFact(tx, {
    organisationId: act.organisationId,
    kind,
    actorId: act.by,
    subject: { kind: 'space', id: network.id },
    detail: { space: network.slug, title: network.title },
  });
