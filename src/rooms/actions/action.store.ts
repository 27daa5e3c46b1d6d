import type { UpdateObject } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DB, JsonObject } from '../../platform/database/tables.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Action, ActionKind, ActionState, ActKind, Criterion, Line } from './action.ts';

const columns = [
  'id',
  'fund_id',
  'group_id',
  'number',
  'state',
  'title',
  'summary',
  'kind',
  'description',
  'involvement',
  'inclusion',
  'reproduction',
  'steps',
  'materials',
  'criteria',
  'maximum',
  'picture_id',
  'version',
  'created_by',
  'created_at',
  'submitted_at',
  'published_at',
  'fundable_at',
  'commitments',
  'supports',
] as const;

/** Actions of a movement, to be narrowed; `asAction` reads their rows. */
export function actions(db: Db, organisationId: string) {
  return db.selectFrom('fund_action').select(columns).where('organisation_id', '=', organisationId);
}

/** By the number that its address begins with. */
export async function findAction(
  db: Db,
  organisationId: string,
  number: number,
): Promise<Action | null> {
  const row = await actions(db, organisationId).where('number', '=', number).executeTakeFirst();
  return row ? asAction(row) : null;
}

/** `id`: a uuid. */
export async function findActionById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Action | null> {
  const row = await actions(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asAction(row) : null;
}

/** Several at once, by their id. */
export async function findActionsById(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, Action>> {
  if (ids.length === 0) return new Map();
  const rows = await actions(db, organisationId).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, asAction(row)]));
}

/**
 * Holds an action until the transaction ends: its state, its texts and its commitments change under this lock. After
 * the group's row, before budgets, requests, funds and accounts.
 */
export async function lockAction(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Action | null> {
  const row = await actions(tx, organisationId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? asAction(row) : null;
}

/** What a group proposes, whatever its state, the newest first. */
export async function listActionsOfGroup(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<Action[]> {
  const rows = await actions(db, organisationId)
    .where('group_id', '=', groupId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(asAction);
}

/** Those of a fund that any certified group may do (R20), by title. */
export async function listFundableActions(
  db: Db,
  organisationId: string,
  fundId: string,
): Promise<Action[]> {
  const rows = await actions(db, organisationId)
    .where('fund_id', '=', fundId)
    .where('state', '=', 'fundable')
    .orderBy('title_key')
    .orderBy('id')
    .execute();
  return rows.map(asAction);
}

/** The lines of its budget, in their order. */
export async function listLines(db: Db, organisationId: string, actionId: string): Promise<Line[]> {
  return db
    .selectFrom('fund_action_line')
    .select(['label', 'amount'])
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .orderBy('position')
    .execute();
}

/** An action of whom everything that counts changes with its version; the caller holds its lock. */
export async function changeRow(
  tx: Tx,
  organisationId: string,
  id: string,
  values: UpdateObject<DB, 'fund_action'>,
): Promise<Action> {
  await tx
    .updateTable('fund_action')
    .set(values)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  return (await findActionById(tx, organisationId, id))!;
}

/** Who acts, in which movement; null: nobody, a number was reached. */
export interface Acting {
  organisationId: string;
  by: string | null;
}

/** A step of an action, and its fact (`action.published`). The caller holds its lock and has changed its state. */
export async function recordAct(
  tx: Tx,
  act: Acting,
  action: Pick<Action, 'id' | 'number' | 'title'>,
  kind: ActKind,
  { words = '', unmet = [] }: { words?: string; unmet?: readonly Criterion[] } = {},
): Promise<void> {
  await tx
    .insertInto('fund_action_act')
    .values({
      organisation_id: act.organisationId,
      action_id: action.id,
      kind,
      words,
      unmet: [...unmet],
      by_person: act.by,
    })
    .execute();
  await tellAction(tx, act, `action.${kind}`, action);
}

/** A fact about an action. */
export async function tellAction(
  tx: Tx,
  act: Acting,
  kind: `action.${string}`,
  { id, number, title }: Pick<Action, 'id' | 'number' | 'title'>,
  more: JsonObject = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId: act.organisationId,
    kind,
    actorId: act.by,
    subject: { kind: 'action', id },
    detail: { number, title, ...more },
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof actions>['executeTakeFirstOrThrow']>>;

export function asAction(row: Row): Action {
  return {
    id: row.id,
    fundId: row.fund_id,
    groupId: row.group_id,
    number: row.number,
    state: row.state as ActionState,
    title: row.title,
    summary: row.summary,
    kind: row.kind as ActionKind | '',
    description: row.description,
    involvement: row.involvement,
    inclusion: row.inclusion,
    reproduction: row.reproduction,
    steps: row.steps,
    materials: row.materials,
    criteria: row.criteria as Criterion[],
    maximum: row.maximum,
    pictureId: row.picture_id,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    publishedAt: row.published_at,
    fundableAt: row.fundable_at,
    commitments: row.commitments,
    supports: row.supports,
  };
}
