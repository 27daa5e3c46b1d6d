import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../news.ts';
import { lockNewsletter, NEWSLETTER, type SendingKey } from './newsletter.store.ts';
import type { Newsletter } from './newsletter.ts';
import { findPlan, markHeld, putPlan, removePlan } from './plan.store.ts';
import type { HeldFor, Plan } from './plan.ts';

/** It leaves by itself at that hour, or at this one instead: plan, fact and job in one transaction. */
export async function planSending(
  db: Db,
  { organisationId, by }: Act,
  { id, version }: { id: string; version: number },
  { sendsAt, pauseReason }: Pick<Plan, 'sendsAt' | 'pauseReason'>,
): Promise<'planned' | 'changed-meanwhile' | 'sent-already'> {
  return inTransaction(db, async (tx) => {
    const newsletter = await lockNewsletter(tx, organisationId, id);
    if (newsletter?.sending) return 'sent-already';
    if (newsletter?.version !== version) return 'changed-meanwhile';
    await putPlan(tx, organisationId, id, { sendsAt, pauseReason, plannedBy: by });
    await tell(tx, { organisationId, by }, 'planned', newsletter, {
      at: sendsAt.toISOString(),
      ...(pauseReason && { reason: pauseReason }),
    });
    await queuePlanned(tx, { organisationId, newsletterId: id }, sendsAt);
    return 'planned';
  });
}

/** Given up, until it has begun: it is a draft again. */
export async function unplanSending(
  db: Db,
  { organisationId, by }: Act,
  id: string,
): Promise<'unplanned' | 'not-planned' | 'sent-already'> {
  return inTransaction(db, async (tx) => {
    const newsletter = await lockNewsletter(tx, organisationId, id);
    if (newsletter?.sending) return 'sent-already';
    if (!newsletter || !(await removePlan(tx, organisationId, id))) return 'not-planned';
    await sql`select graphile_worker.remove_job(${planKey(id)})`.execute(tx);
    await tell(tx, { organisationId, by }, 'unplanned', newsletter);
    return 'unplanned';
  });
}

/** Holds a newsletter and its plan until the transaction ends; null: nothing of it is to leave now. */
export async function lockDuePlan(
  tx: Tx,
  { organisationId, newsletterId }: SendingKey,
  now: Date,
): Promise<{ newsletter: Newsletter; plan: Plan } | null> {
  const newsletter = await lockNewsletter(tx, organisationId, newsletterId);
  const plan = await findPlan(tx, organisationId, newsletterId);
  // moved to later, the job of the new hour sends it
  if (!newsletter || newsletter.sending || !plan || plan.heldFor || plan.sendsAt > now) return null;
  return { newsletter, plan };
}

/** It does not leave, and says why: nobody but the office lets it go now. */
export async function holdPlan(
  tx: Tx,
  organisationId: string,
  newsletter: Newsletter,
  heldFor: HeldFor,
): Promise<void> {
  await markHeld(tx, organisationId, newsletter.id, heldFor);
  await tell(tx, { organisationId, by: null }, 'held', newsletter, { why: heldFor });
}

/** `runAt` left out: now. One of a newsletter waits at most. */
export const queuePlanned = (db: Db, key: SendingKey, runAt?: Date): Promise<void> =>
  queueJob(
    db,
    'send-planned-newsletter',
    { ...key },
    { key: planKey(key.newsletterId), ...(runAt && { runAt }) },
  );

const planKey = (newsletterId: string) => `newsletter-plan:${newsletterId}`;

const tell = (
  tx: Tx,
  { organisationId, by }: { organisationId: string; by: string | null },
  what: 'planned' | 'unplanned' | 'held',
  { id, own }: Newsletter,
  detail: Record<string, string> = {},
) =>
  recordFact(tx, {
    organisationId,
    kind: `newsletter.${what}`,
    actorId: by,
    subject: { kind: NEWSLETTER, id },
    detail: { subject: own.fr.subject, ...detail },
  });
