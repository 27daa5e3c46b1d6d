import type { Database } from '../../../platform/database/database.ts';
import { isSuspended } from '../../moderation/index.ts';
import { type Act, findList, tell } from '../list.store.ts';
import { type MailingList, readFirst } from '../list.ts';
import { lockMessage, markRefused, markWithdrawn, moveWaiting } from '../message.store.ts';
import { findSubscription, trust } from '../subscription.store.ts';
import { tellJudged } from './asking.mails.ts';
import { publishMessage } from './publishing.mails.ts';

export type Judged = 'done' | 'gone';

/** Somebody of the team lets a message through; from then on they are known to the team. Once, whoever else does it too. */
export async function acceptMessage(
  db: Database,
  act: Act,
  list: MailingList & { title: string },
  messageId: string,
): Promise<Judged> {
  const { organisationId } = act;
  return db.transaction().execute(async (tx) => {
    const message = await lockMessage(tx, organisationId, messageId);
    if (message?.listId !== list.id || message.publishedAt || message.refusedAt) return 'gone';
    // nobody speaks for whoever has not said yet that they wrote it
    if (message.waitsFor === 'proof') return 'gone';
    await publishMessage(tx, list, messageId, act.by);
    if (message.authorId) await trust(tx, organisationId, list.id, message.authorId);
    await tell(tx, act, 'list.message-accepted', list.id, list);
    await tellJudged(tx, list, message, 'accepted');
    return 'done';
  });
}

/** It stays unseen, and whoever wrote it hears why. */
export async function refuseMessage(
  db: Database,
  act: Act,
  list: MailingList & { title: string },
  messageId: string,
  reason: string,
): Promise<Judged> {
  const { organisationId, by } = act;
  return db.transaction().execute(async (tx) => {
    const message = await lockMessage(tx, organisationId, messageId);
    if (message?.listId !== list.id || message.publishedAt || message.refusedAt) return 'gone';
    if (message.waitsFor === 'proof') return 'gone';
    await markRefused(tx, organisationId, messageId, { by, reason });
    await tell(tx, act, 'list.message-refused', list.id, list);
    await tellJudged(tx, list, message, { refused: reason });
    return 'done';
  });
}

/** What was published goes out of sight, and whoever wrote it hears why; letters that left cannot be called back. */
export async function withdrawMessage(
  db: Database,
  act: Act,
  list: MailingList & { title: string },
  messageId: string,
  reason: string,
): Promise<Judged> {
  const { organisationId, by } = act;
  return db.transaction().execute(async (tx) => {
    const message = await lockMessage(tx, organisationId, messageId);
    if (message?.listId !== list.id || !message.publishedAt || message.withdrawnAt) return 'gone';
    await markWithdrawn(tx, organisationId, messageId, { by, reason });
    await tell(tx, act, 'list.message-withdrawn', list.id, list);
    await tellJudged(tx, list, message, { withdrawn: reason });
    return 'done';
  });
}

/**
 * Whoever a message names says that they wrote it: it is published, or read first as their others are. What happened meanwhile
 * counts: a list that was closed, a suspension, a subscription that ended.
 */
export async function proveMessage(
  db: Database,
  organisationId: string,
  messageId: string,
): Promise<Judged> {
  return db.transaction().execute(async (tx) => {
    const message = await lockMessage(tx, organisationId, messageId);
    if (!message?.authorId || message.refusedAt) return 'gone';
    if (message.publishedAt || message.waitsFor !== 'proof') return 'done';
    const list = await findList(tx, organisationId, message.listId, { held: true });
    if (!list || list.closedAt) return 'gone';
    const subscription = await findSubscription(tx, organisationId, list.id, message.authorId);
    if (!subscription || (await isSuspended(tx, organisationId, message.authorId))) return 'gone';
    const waits = readFirst(list, subscription);
    if (waits) await moveWaiting(tx, organisationId, messageId, waits);
    else await publishMessage(tx, list, messageId, null);
    return 'done';
  });
}
