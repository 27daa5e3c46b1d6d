import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { publishFiles, unpublishFiles } from '../../platform/files/index.ts';
import { findMembership } from '../groups/index.ts';
import { searchWords } from '../ideas/index.ts';
import {
  type Acting,
  actions,
  asAction,
  changeRow,
  lockAction,
  recordAct,
} from './action.store.ts';
import {
  type Action,
  type ActKind,
  type Criterion,
  type DecisionRefusal,
  isPublished,
  type ReviewAct,
  refuseDecision,
  stateAfter,
} from './action.ts';
import { type ActionAct, type ExaminationFilter, PAGE_SIZE } from './examination.ts';
import { countVersions } from './version.store.ts';

/** What a reviewer decides, on the version that they read. */
export interface Decision {
  act: ReviewAct;
  words: string;
  unmet: readonly Criterion[];
  /** Number of the version before their eyes: what was handed in meanwhile is not decided unseen. */
  version: number;
}

export type Decided = { ok: true; action: Action } | { ok: false; refusal: DecisionRefusal };

/** Decides on an action under its lock: of two reviewers at the same instant one decides, the other is told (R12). */
export async function decideAction(
  db: Db,
  act: Acting & { by: string },
  actionId: string,
  { act: kind, words, unmet, version }: Decision,
): Promise<Decided> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx): Promise<Decided> => {
    const before = await lockAction(tx, organisationId, actionId);
    if (!before) return { ok: false, refusal: 'decided-already' };
    const membership = await findMembership(tx, organisationId, before.groupId, by);
    const refusal = refuseDecision(kind, before, { isOfGroup: membership !== null, words, unmet });
    if (refusal) return { ok: false, refusal };
    if ((await countVersions(tx, organisationId, actionId)) !== version)
      return { ok: false, refusal: 'changed-meanwhile' };
    const state = stateAfter(kind, before);
    const action = await changeRow(tx, organisationId, actionId, {
      state,
      ...(kind === 'published' && { published_at: sql<Date>`palabre_now()` }),
    });
    if (action.pictureId && isPublished(action) !== isPublished(before))
      await (isPublished(action) ? publishFiles : hideFiles)(
        tx,
        organisationId,
        [action.pictureId],
        null,
      );
    await recordAct(tx, act, action, kind, { words, unmet });
    return { ok: true, action };
  });
}

const hideFiles: typeof publishFiles = (tx, organisationId, fileIds) =>
  unpublishFiles(tx, organisationId, fileIds);

/** A page of the queue: what waits longest first, otherwise what was handed in last; `next`: the last one shown. */
export async function listExaminations(
  db: Db,
  organisationId: string,
  filter: Omit<ExaminationFilter, 'fund'> & { fundId: string | null },
  limit = PAGE_SIZE,
): Promise<{ actions: Action[]; next: string | null }> {
  const waits = filter.state === 'submitted';
  let query = actions(db, organisationId)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at', waits ? 'asc' : 'desc')
    .orderBy('id', waits ? 'asc' : 'desc')
    .limit(limit + 1);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.fundId) query = query.where('fund_id', '=', filter.fundId);
  if (filter.words !== '')
    query = query.where(
      sql<SqlBool>`words @@ (select words_query(${searchWords(filter.words)}::text[]))`,
    );
  if (filter.after) {
    const after = sql`(select a.submitted_at, a.id from fund_action a
      where a.organisation_id = ${organisationId} and a.id = ${filter.after}::uuid)`;
    query = query.where(
      waits
        ? sql<SqlBool>`(submitted_at, id) > ${after}`
        : sql<SqlBool>`(submitted_at, id) < ${after}`,
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit).map(asAction);
  return { actions: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** How many wait for a reviewer. */
export async function countToExamine(db: Db, organisationId: string): Promise<number> {
  const { waiting } = await db
    .selectFrom('fund_action')
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow();
  return waiting;
}

/** What happened to it, the newest first. */
export async function listActs(
  db: Db,
  organisationId: string,
  actionId: string,
): Promise<ActionAct[]> {
  const rows = await db
    .selectFrom('fund_action_act')
    .select(['id', 'kind', 'words', 'unmet', 'by_person', 'at'])
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .orderBy('sequence', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActKind,
    words: row.words,
    unmet: row.unmet as Criterion[],
    byPersonId: row.by_person,
    at: row.at,
  }));
}
