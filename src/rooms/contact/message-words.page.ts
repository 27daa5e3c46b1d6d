import * as m from '../../paraglide/messages.js';
import type { MessageRefusal, MessageState, MessageTopic } from './message.ts';

export const messageTopicWords: Record<MessageTopic, () => string> = {
  question: m.contact_topic_question,
  vote: m.contact_topic_vote,
  accessibility: m.contact_topic_accessibility,
  'personal-data': m.contact_topic_personal_data,
  other: m.contact_topic_other,
};

export const messageRefusalWords: Record<MessageRefusal, () => string> = {
  'topic-missing': m.contact_refused_topic,
  'name-too-long': m.contact_refused_name,
  'email-missing': m.contact_refused_email_missing,
  'email-unreadable': m.contact_refused_email,
  'body-missing': m.contact_refused_body,
  'body-too-long': m.contact_refused_body_long,
};

export const messageStateWords: Record<MessageState, { one(): string; many(): string }> = {
  new: { one: m.contact_state_new, many: m.contact_states_new },
  answered: { one: m.contact_state_answered, many: m.contact_states_answered },
  closed: { one: m.contact_state_closed, many: m.contact_states_closed },
};
