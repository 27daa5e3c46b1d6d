import type { Config } from '../../../platform/config.ts';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import type { Jobs } from '../../../platform/jobs/worker.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Tools } from '../../../platform/room.ts';
import { urls } from '../../../urls.ts';
import { queueLetters } from '../../notifications/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import type { Act } from '../news.ts';
import { forgetUnproven } from '../subscribers/subscriber.store.ts';
import { writeLinkToken } from '../subscribers/subscriber-token.crypto.ts';
import { findItems, writeLetters } from './newsletter.mails.ts';
import {
  beginSending,
  findNewsletter,
  forgetSending,
  listUnended,
  lockNewsletter,
  moveSending,
  NEWSLETTER,
  queueSending,
  type SendingKey,
} from './newsletter.store.ts';
import { sendPlanned } from './plan.jobs.ts';
import { listDuePlans } from './plan.store.ts';
import { queuePlanned } from './planning.store.ts';
import { countSegment, listSegment } from './segment.store.ts';

const HOUR = 3_600_000;

export function newsletterJobs({ db, config }: Tools): Jobs {
  return {
    /** Killed in the middle, it goes on where it was: by the queue, or by the next round (F6). */
    'send-newsletter': async (key: SendingKey) => {
      await writeBatch(db, config, key, (tx) => queueSending(tx, key));
    },
    /** At its hour; the next round stands in for a job that was lost. */
    'send-planned-newsletter': (key: SendingKey) => sendPlanned(db, config, key),
    /** Each hour: sendings that were cut off go on; those whose hour has come begin; addresses that nobody proved are gone after two days. */
    'tend-newsletters': async () => {
      await forgetUnproven(db);
      for (const key of await listUnended(db)) await queueSending(db, key);
      for (const key of await listDuePlans(db)) await queuePlanned(db, key);
      const runAt = new Date(Date.now() + HOUR);
      await queueJob(db, 'tend-newsletters', {}, { key: 'tend-newsletters', runAt });
    },
  };
}

/**
 * Writes to the next readers, in one short transaction: letters, jobs and how far it went are kept together. A mailbox is
 * written to once (`letter_once`), had it asked with an account and by address. `goOn`: in the same one, where readers are left. False: nobody is left, or it was stopped.
 */
async function writeBatch(
  db: Database,
  config: Pick<Config, 'keysFolder'>,
  { organisationId, newsletterId }: SendingKey,
  goOn: (tx: Tx) => Promise<void> = async () => {},
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const newsletter = await lockNewsletter(tx, organisationId, newsletterId);
    const sending = newsletter?.sending;
    if (!newsletter || !sending || sending.endedAt || sending.stoppedAt) return false;
    const { part, letters } = sending;
    const page = await listSegment(tx, organisationId, newsletter.segment, sending);
    const key = openKeys(config.keysFolder).rollKey();
    const stopPath = (id: string) =>
      urls.unsubscribe({ token: writeLinkToken(key, organisationId, id, 'stop') });
    let written = 0;
    for (const locale of ['fr', 'en'] as const)
      written += await queueLetters(
        tx,
        {
          organisationId,
          locale,
          ...letters[locale],
          target: { kind: NEWSLETTER, id: newsletterId },
        },
        page.readers
          .filter((reader) => reader.locale === locale)
          .map(({ personId, subscriberId, email, mailbox }) => ({
            personId,
            address: email,
            topic: 'newsletter',
            onceKey: `newsletter:${newsletterId}:${mailbox}`,
            ...(subscriberId && { stopPath: stopPath(subscriberId) }),
          })),
      );
    const next = part === 'accounts' ? { part: 'addresses' as const, place: null } : null;
    const to = page.last ? { part, place: page.last } : next;
    await moveSending(tx, organisationId, newsletter, to, written);
    if (to !== null) await goOn(tx);
    return to !== null;
  });
}

/** A newsletter of a past that is told afterwards: begun and written to its end at once, without its job. */
export async function settleNewsletter(
  db: Database,
  config: Pick<Config, 'keysFolder' | 'port'>,
  act: Act,
  newsletterId: string,
): Promise<void> {
  const { organisationId } = act;
  const newsletter = await findNewsletter(db, organisationId, newsletterId);
  const organisation = await findOrganisation(db, organisationId);
  if (!newsletter || !organisation) throw new Error('No such newsletter.');
  const items = await findItems(db, organisationId, newsletter, await readNow(db));
  await beginSending(db, act, newsletter, {
    letters: writeLetters(newsletter.own, items, organisation, config),
    counted: await countSegment(db, organisationId, newsletter.segment),
    pauseReason: '',
  });
  await forgetSending(db, newsletterId);
  while (await writeBatch(db, config, { organisationId, newsletterId }));
}
