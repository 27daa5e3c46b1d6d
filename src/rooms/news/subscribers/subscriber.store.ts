import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import { eraseLettersOf } from '../../notifications/index.ts';

/** Somebody who asked for the newsletter by address, without an account. */
export interface Subscriber {
  id: string;
  email: string;
  mailbox: string;
  locale: Locale;
  confirmedAt: Date | null;
}

/** Days during which the link that proves an address holds. */
const PROOF_DAYS = 2;

/** Asks for a subscription; whoever asked before keeps theirs. Asking again begins the days of the link anew. */
export async function askSubscription(
  tx: Tx,
  organisationId: string,
  { email, mailbox, locale }: Pick<Subscriber, 'email' | 'mailbox' | 'locale'>,
): Promise<Subscriber> {
  await tx
    .insertInto('newsletter_subscriber')
    .values({ organisation_id: organisationId, email, mailbox, locale })
    .onConflict((conflict) =>
      conflict.constraint('newsletter_subscriber_once').doUpdateSet({
        asked_at: sql<Date>`palabre_now()`,
        // what nobody proved is written to as it was typed last
        email: sql<string>`case when newsletter_subscriber.confirmed_at is null then excluded.email
            else newsletter_subscriber.email end`,
        locale: sql<string>`excluded.locale`,
      }),
    )
    .execute();
  const row = await subscribers(tx, organisationId)
    .where('mailbox', '=', mailbox)
    .executeTakeFirstOrThrow();
  return asSubscriber(row);
}

/** One whose link still holds, or that is confirmed; null: unproven for too long, ended, or of another organisation. */
export async function findSubscriber(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Subscriber | null> {
  const row = await subscribers(db, organisationId)
    .where('id', '=', id)
    .where(
      sql<boolean>`(confirmed_at is not null or asked_at > palabre_now() - make_interval(days => ${PROOF_DAYS}))`,
    )
    .executeTakeFirst();
  return row ? asSubscriber(row) : null;
}

/** Proven, however often the link is followed. */
export async function confirmSubscription(
  db: Db,
  organisationId: string,
  id: string,
): Promise<void> {
  await db
    .updateTable('newsletter_subscriber')
    .set({ confirmed_at: sql<Date>`coalesce(confirmed_at, palabre_now())` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** The address is erased, here and on what was sent to it; what waits does not leave. `stopPath`: of these letters. */
export async function endSubscription(
  db: Db,
  organisationId: string,
  id: string,
  stopPath: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .deleteFrom('newsletter_subscriber')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await eraseLettersOf(tx, organisationId, stopPath);
  });
}

/** Confirmed ones, in order of id, after one of them, page after page. */
export async function listSubscribers(
  db: Db,
  organisationId: string,
  afterId: string | null,
  limit: number,
): Promise<Subscriber[]> {
  let query = subscribers(db, organisationId)
    .where('confirmed_at', 'is not', null)
    .orderBy('id')
    .limit(limit);
  if (afterId) query = query.where('id', '>', afterId);
  return (await query.execute()).map(asSubscriber);
}

export async function forgetUnproven(db: Db): Promise<void> {
  await sql`delete from newsletter_subscriber
    where confirmed_at is null and asked_at < palabre_now() - make_interval(days => ${PROOF_DAYS})`.execute(
    db,
  );
}

function subscribers(db: Db, organisationId: string) {
  return db
    .selectFrom('newsletter_subscriber')
    .select(['id', 'email', 'mailbox', 'locale', 'confirmed_at'])
    .where('organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof subscribers>['executeTakeFirstOrThrow']>>;

const asSubscriber = ({ confirmed_at, locale, ...row }: Row): Subscriber => ({
  ...row,
  locale: locale as Locale,
  confirmedAt: confirmed_at,
});
