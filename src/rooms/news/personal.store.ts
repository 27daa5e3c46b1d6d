import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const SUBSCRIBER_COLUMNS: Readonly<Record<string, Fate>> = {
  'newsletter_subscriber.email': 'removed',
  'newsletter_subscriber.mailbox': 'removed',
};

export const subscriberRows = {
  subscriptions: ownRows(
    ({
      organisationId,
      mailbox,
    }) => sql`select email, locale, asked_at, confirmed_at from newsletter_subscriber
    where organisation_id = ${organisationId} and mailbox = ${mailbox}`,
  ),
};

export async function eraseSubscriber(tx: Tx, { organisationId, mailbox }: Owner) {
  await tx
    .deleteFrom('newsletter_subscriber')
    .where('organisation_id', '=', organisationId)
    .where('mailbox', '=', mailbox)
    .execute();
  return [];
}
