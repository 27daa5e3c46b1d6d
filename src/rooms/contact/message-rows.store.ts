import { sql } from 'kysely';
import { fromTables } from '../../platform/sets/row-source.ts';
import type { MessageTopic } from './message.ts';

export interface MessageRow {
  number: number;
  topic: MessageTopic;
  name: string;
  email: string;
  body: string;
  lang: string;
  receivedAt: Date;
  answeredAt: Date | null;
  closedAt: Date | null;
}

/** Messages of the organisation, until they are erased. */
export const messageRows = fromTables<MessageRow>({
  ofEditions: false,
  keys: ['number'],
  select: (organisationId) => sql`
    select number, topic, name, email, body, lang, received_at as "receivedAt", answered_at as "answeredAt",
      closed_at as "closedAt", greatest(received_at, answered_at, closed_at) as "changedAt"
    from contact_message where organisation_id = ${organisationId} and erased_at is null`,
});
