import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type Fund, findFundById, isFundOpen } from '../funds/index.ts';
import { type Group, isCertified, lockGroup } from '../groups/index.ts';
import {
  type Acting,
  changeRow,
  listLines,
  lockAction,
  recordAct,
  tellAction,
} from './action.store.ts';
import {
  type Action,
  CRITERIA,
  checkAction,
  isWhole,
  isWritable,
  type Line,
  MOST_DRAFTS,
  refuseSubmission,
  type SubmitRefusal,
  totalOf,
  type WrittenAction,
  type WrittenRefusals,
} from './action.ts';
import { keepVersion } from './version.store.ts';

type Author = Acting & { by: string };

export type BeginRefusal = 'not-certified' | 'fund-closed' | 'too-many-drafts';

/** Begins a draft for a group whose five criteria were all ticked (R3, R4). The caller has checked who speaks for it. */
export async function beginAction(
  db: Db,
  act: Author,
  { fundId, groupId }: { fundId: string; groupId: string },
): Promise<{ ok: true; action: Action } | { ok: false; refusal: BeginRefusal }> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    const group = await lockGroup(tx, organisationId, groupId);
    if (!group || !isCertified(group)) return { ok: false, refusal: 'not-certified' };
    const fund = await findFundById(tx, organisationId, fundId);
    if (!fund || !isFundOpen(fund)) return { ok: false, refusal: 'fund-closed' };
    if ((await countDrafts(tx, organisationId, groupId)) >= MOST_DRAFTS)
      return { ok: false, refusal: 'too-many-drafts' };
    const key = `actions:${organisationId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    const { id } = await tx
      .insertInto('fund_action')
      .values({
        organisation_id: organisationId,
        fund_id: fundId,
        group_id: groupId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from fund_action
          where organisation_id = ${organisationId})`,
        criteria: [...CRITERIA],
        created_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const action = (await lockAction(tx, organisationId, id))!;
    await tellAction(tx, act, 'action.begun', action);
    return { ok: true, action };
  });
}

async function countDrafts(tx: Tx, organisationId: string, groupId: string): Promise<number> {
  const { drafts } = await tx
    .selectFrom('fund_action')
    .select(sql<number>`count(*)::int`.as('drafts'))
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow();
  return drafts;
}

type SaveRefusal = 'not-writable' | 'changed-meanwhile';
export type Saved = { ok: true; action: Action } | { ok: false; refusal: SaveRefusal };

/** Keeps what was typed, whatever it is, unless somebody did meanwhile (`version`): it is checked when it is handed in. */
export async function saveText(
  db: Db,
  act: Author,
  { id, version }: Pick<Action, 'id' | 'version'>,
  written: WrittenAction,
  lines: readonly Line[],
): Promise<Saved> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const before = await lockAction(tx, organisationId, id);
    if (!before || !isWritable(before)) return { ok: false, refusal: 'not-writable' };
    if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    const action = await changeRow(tx, organisationId, id, {
      title: written.title,
      summary: written.summary,
      kind: written.kind,
      description: written.description,
      involvement: written.involvement,
      inclusion: written.inclusion,
      reproduction: written.reproduction,
      steps: written.steps,
      materials: written.materials,
      maximum: totalOf(lines),
      version: version + 1,
    });
    await replaceLines(tx, organisationId, id, lines);
    return { ok: true, action };
  });
}

async function replaceLines(
  tx: Tx,
  organisationId: string,
  actionId: string,
  lines: readonly Line[],
): Promise<void> {
  await tx
    .deleteFrom('fund_action_line')
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .execute();
  if (lines.length === 0) return;
  await tx
    .insertInto('fund_action_line')
    .values(
      lines.map(({ label, amount }, index) => ({
        organisation_id: organisationId,
        action_id: actionId,
        position: index + 1,
        label,
        amount,
      })),
    )
    .execute();
}

export type Submission =
  | { ok: true; action: Action; group: Group; fund: Fund; isFirst: boolean }
  | { ok: false; refusal: SubmitRefusal }
  | { ok: false; refusal: 'incomplete'; refusals: WrittenRefusals };

/** Hands an action in, for the first time or again: what is handed in is kept as a version (R10, R11). */
export async function submitAction(
  db: Db,
  act: Author,
  { id, groupId }: Pick<Action, 'id' | 'groupId'>,
): Promise<Submission> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const group = (await lockGroup(tx, organisationId, groupId))!;
    const before = await lockAction(tx, organisationId, id);
    if (!before) return { ok: false, refusal: 'not-writable' };
    const fund = (await findFundById(tx, organisationId, before.fundId))!;
    const refusal = refuseSubmission({
      action: before,
      isCertified: isCertified(group),
      isFundOpen: isFundOpen(fund),
    });
    if (refusal) return { ok: false, refusal };
    const lines = await listLines(tx, organisationId, id);
    const refusals = checkAction(before, lines, fund.cap);
    if (!isWhole(refusals)) return { ok: false, refusal: 'incomplete', refusals };
    const isFirst = before.submittedAt === null;
    await keepVersion(tx, act, before, lines);
    const action = await changeRow(tx, organisationId, id, {
      state: 'submitted',
      submitted_at: sql<Date>`palabre_now()`,
    });
    await recordAct(tx, act, action, 'submitted');
    return { ok: true, action, group, fund, isFirst };
  });
}

/** Throws away a draft that was never handed in. Gives the file that went with it; null: it was not a draft any more. */
export async function deleteDraft(
  db: Db,
  act: Author,
  id: string,
): Promise<{ pictureId: string | null } | null> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const action = await lockAction(tx, organisationId, id);
    if (action?.state !== 'draft') return null;
    await tx
      .deleteFrom('fund_action')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await tellAction(tx, act, 'action.deleted', action);
    return { pictureId: action.pictureId };
  });
}

/** Its picture; null: none any more. Gives the one that it replaces, whose file may go. */
export async function setPicture(
  tx: Tx,
  act: Author,
  id: string,
  pictureId: string | null,
): Promise<{ ok: true; before: string | null } | { ok: false }> {
  const action = await lockAction(tx, act.organisationId, id);
  if (!action || !isWritable(action)) return { ok: false };
  await changeRow(tx, act.organisationId, id, { picture_id: pictureId });
  return { ok: true, before: action.pictureId };
}
