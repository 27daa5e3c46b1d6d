import { sql, type UpdateObject } from 'kysely';
import { dayInParis } from '../../platform/clock/paris.ts';
import { type Db, readNow, type Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { findMembership, lockGroup } from '../groups/index.ts';
import { atOnce, type SpendingAct, takeNumber } from './at-once.store.ts';
import { findBudgetById, lockBudget } from './budget.store.ts';
import { lockGrounds } from './ground.store.ts';
import { findRequestById, lockRequest } from './request.store.ts';
import {
  type ClaimRefusal,
  isDeletable,
  isFinanceable,
  isRequestOpen,
  type Request,
  refuseClaim,
} from './request.ts';
import { recordRequestAct, setRequest } from './request-acts.store.ts';
import { checkRequest, type FormRefusal, type WrittenRequest } from './request-form.ts';

export type OpenRefusal = ClaimRefusal | 'already-asked';
export type EditRefusal = 'not-now' | 'changed-meanwhile' | 'own-check';
export type SaveRefusal = EditRefusal | 'payee-checked' | 'payee-unknown' | 'form';

export type Saved =
  | { ok: true; request: Request }
  | {
      ok: false;
      refusal: SaveRefusal;
      /** Where the refusal is `form`: what is wrong, by field. */
      fields?: Partial<Record<keyof WrittenRequest, FormRefusal>>;
    };

/**
 * A new draft: on a validated budget, or on the envelope of the group. One alive for a budget, since booking it ends the
 * budget. The caller has checked that a treasurer asks.
 */
export async function openRequest(
  db: Db,
  act: SpendingAct,
  of: { groupId: string; budgetId?: string | null },
): Promise<{ ok: true; request: Request } | { ok: false; refusal: OpenRefusal }> {
  const { organisationId, by } = act;
  return atOnce(db, async (tx) => {
    const refusal = await refuseOpening(tx, organisationId, of);
    if (refusal) return { ok: false, refusal } as const;
    const { id } = await tx
      .insertInto('spending_request')
      .values({
        organisation_id: organisationId,
        number: await takeNumber(tx, organisationId, 'spending_request'),
        group_id: of.groupId,
        source: of.budgetId ? 'fund' : 'group',
        budget_id: of.budgetId ?? null,
        created_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const request = (await findRequestById(tx, organisationId, id))!;
    await recordRequestAct(tx, act, request, { before: '', after: 'draft' });
    return { ok: true, request } as const;
  });
}

async function refuseOpening(
  tx: Tx,
  organisationId: string,
  { groupId, budgetId }: { groupId: string; budgetId?: string | null },
): Promise<OpenRefusal | null> {
  if (!budgetId) {
    // before the number, as claims on a fund do
    const group = await lockGroup(tx, organisationId, groupId);
    return group && isFinanceable(group) ? null : 'not-certified';
  }
  const seen = await findBudgetById(tx, organisationId, budgetId);
  if (seen?.groupId !== groupId) return 'budget-not-validated';
  const grounds = await lockGrounds(tx, organisationId, seen);
  const budget = await lockBudget(tx, organisationId, budgetId);
  if (!grounds || !budget) return 'budget-not-validated';
  const refusal = refuseClaim({ isCertified: grounds.ground.isCertified, budget });
  if (refusal) return refusal;
  const alive = await tx
    .selectFrom('spending_request')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('budget_id', '=', budgetId)
    .where('deleted_at', 'is', null)
    .where('state', '<>', 'refused')
    .executeTakeFirst();
  return alive ? 'already-asked' : null;
}

type At = Pick<Request, 'id' | 'version'>;

/** Keeps what one step says, at any time (part 2.1); unless somebody wrote meanwhile (`version`). */
export async function saveRequest(
  db: Db,
  act: SpendingAct,
  at: At,
  written: Partial<WrittenRequest>,
): Promise<Saved> {
  return editRequest(db, act, at, async (tx, before) => {
    const fields = checkRequest(written, before, dayInParis(await readNow(tx)));
    if (Object.keys(fields).length > 0) return { ok: false, refusal: 'form', fields };
    const { payeeId } = written;
    if (payeeId) {
      if (payeeId === before.checkedBy && before.state === 'info-needed')
        return { ok: false, refusal: 'payee-checked' };
      if (!(await findMembership(tx, act.organisationId, before.groupId, payeeId)))
        return { ok: false, refusal: 'payee-unknown' };
    }
    const names = Object.keys(written) as (keyof WrittenRequest)[];
    const changed = names.filter((name) => written[name] !== before[name]);
    const values = Object.fromEntries(changed.map((name) => [columnOf[name], written[name]]));
    return { ok: true, changed, values };
  });
}

/** Who is paid, and where, sealed for this request (`platform/bank`), and the paper of the bank that proves it. */
export async function saveBankDetails(
  db: Db,
  act: SpendingAct,
  at: At,
  details: { sealed: string; last4: string; documentId?: string },
): Promise<Saved> {
  return editRequest(db, act, at, async () => ({
    ok: true,
    changed: ['bank'],
    values: {
      bank_sealed: details.sealed,
      iban_last4: details.last4,
      bank_purged_at: null,
      ...(details.documentId && { bank_document_id: details.documentId }),
    },
  }));
}

/** Both statements of the last step: they are for what is written now, and end with the next change of a sent request. */
export async function swearRequest(
  db: Db,
  act: SpendingAct,
  at: At,
  sworn: { charter: boolean; honour: boolean },
): Promise<Saved> {
  return editRequest(db, act, at, async (_tx, before) => {
    const values: UpdateObject<DB, 'spending_request'> = {};
    const changed: string[] = [];
    for (const one of ['charter', 'honour'] as const) {
      if (sworn[one] === (before[`${one}At`] !== null)) continue;
      changed.push(one);
      values[`${one}_at`] = sworn[one] ? sql<Date>`palabre_now()` : null;
    }
    return { ok: true, changed, values };
  });
}

/** A draft, or what nobody checked yet: it goes, and the bank details at once. */
export async function deleteRequest(
  db: Db,
  act: SpendingAct,
  at: At,
): Promise<{ ok: true } | { ok: false; refusal: EditRefusal }> {
  return atOnce(db, async (tx) => {
    const before = await lockRequest(tx, act.organisationId, at.id);
    if (!before || !isDeletable(before)) return { ok: false, refusal: 'not-now' } as const;
    if (before.version !== at.version) return { ok: false, refusal: 'changed-meanwhile' } as const;
    await recordRequestAct(tx, act, before, { before: before.state, after: 'deleted' });
    await tx
      .updateTable('spending_request')
      .set({ deleted_at: sql<Date>`palabre_now()`, bank_sealed: null, iban_last4: '' })
      .set({ bank_purged_at: before.hasBank ? sql<Date>`palabre_now()` : null })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', at.id)
      .execute();
    return { ok: true } as const;
  });
}

type Edit =
  | { ok: true; changed: readonly string[]; values: UpdateObject<DB, 'spending_request'> }
  | Extract<Saved, { ok: false }>;

/**
 * Changes what the group may still change. What was sent to be checked is a draft again, to be sworn and sent anew; what
 * the desk asked about stays with it, and whoever checked it does not change it, but checks it again.
 */
export async function editRequest(
  db: Db,
  act: SpendingAct,
  { id, version }: { id: string; version: number | null },
  work: (tx: Tx, before: Request) => Promise<Edit>,
): Promise<Saved> {
  return atOnce(db, async (tx): Promise<Saved> => {
    const before = await lockRequest(tx, act.organisationId, id);
    if (!before || !isRequestOpen(before)) return { ok: false, refusal: 'not-now' };
    if (version !== null && before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile' };
    if (before.state === 'info-needed' && before.checkedBy === act.by)
      return { ok: false, refusal: 'own-check' };
    const edit = await work(tx, before);
    if (!edit.ok) return edit;
    const { changed, values } = edit;
    if (changed.length === 0) return { ok: true, request: before };
    const backToDraft = { state: 'draft', sent_by: null, sent_at: null, charter_at: null };
    const request = await setRequest(tx, act, id, {
      ...(before.state === 'peer-review' && { ...backToDraft, honour_at: null }),
      ...values,
    });
    await recordRequestAct(tx, act, request, {
      before: before.state,
      after: request.state,
      changed,
    });
    return { ok: true, request };
  });
}

const columnOf: Record<keyof WrittenRequest, keyof DB['spending_request']> = {
  timing: 'timing',
  title: 'title',
  category: 'category',
  campaign: 'campaign',
  explanation: 'explanation',
  spentOn: 'spent_on',
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  contactEmail: 'contact_email',
  amount: 'amount',
  excessToGroup: 'excess_to_group',
  payeeId: 'payee_id',
};
