import * as m from '../../paraglide/messages.js';
import { column } from '../../platform/sets/columns.ts';
import { describeSet } from '../../platform/sets/data-set.ts';
import { type MessageRow, messageRows } from './message-rows.store.ts';
import { messageTopicWords } from './message-words.page.ts';

/** For the office: what people wrote at /contact. */
export const messageSet = describeSet<MessageRow>({
  key: 'messages',
  audience: 'office',
  isPersonal: true,
  ofEditions: false,
  title: m.opendata_messages,
  meaning: m.opendata_messages_meaning,
  source: messageRows,
  columns: [
    column('numero', 'integer', m.opendata_column_message_number, '8', ({ number }) => number),
    column('sujet', 'text', m.opendata_column_message_topic, 'Une question', ({ topic }) =>
      messageTopicWords[topic](),
    ),
    column(
      'nom',
      'text',
      m.opendata_column_person_name,
      'Lucienne Aubry',
      ({ name }) => name || null,
    ),
    column(
      'courriel',
      'text',
      m.opendata_column_email,
      'lucienne@exemple.fr',
      ({ email }) => email,
    ),
    column(
      'message',
      'text',
      m.opendata_column_message_body,
      'Où puis-je voter ?',
      ({ body }) => body,
    ),
    column('langue', 'text', m.opendata_column_lang, 'fr', ({ lang }) => lang),
    column(
      'recu_le',
      'instant',
      m.opendata_column_received,
      '2026-03-02T09:30:00.000Z',
      (row) => row.receivedAt,
    ),
    column(
      'repondu_le',
      'instant',
      m.opendata_column_answered,
      '2026-03-03T09:30:00.000Z',
      (row) => row.answeredAt,
    ),
    column(
      'clos_le',
      'instant',
      m.opendata_column_message_closed,
      '2026-03-04T09:30:00.000Z',
      (row) => row.closedAt,
    ),
  ],
});
