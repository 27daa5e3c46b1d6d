/** What somebody writes to the organisation, with or without an account (R65), and what the office makes of it. */

export const MESSAGE_TOPICS = [
  'question',
  'vote',
  'accessibility',
  'personal-data',
  'other',
] as const;
export type MessageTopic = (typeof MESSAGE_TOPICS)[number];

export interface TypedMessage {
  /** As typed; one of MESSAGE_TOPICS when it is known. */
  topic: string;
  /** '' : not given. Nobody owes a name to ask a question. */
  name: string;
  email: string;
  body: string;
}

export type MessageField = keyof TypedMessage;
export type MessageRefusal =
  | 'topic-missing'
  | 'name-too-long'
  | 'email-missing'
  | 'email-unreadable'
  | 'body-missing'
  | 'body-too-long';

/** Characters. */
export const MESSAGE_LENGTH = 4000;
const NAME_LENGTH = 80;

/** What does not hold, by field. What is said of the address comes from `readEmail`. */
export function checkMessage(
  typed: TypedMessage,
  email: 'email-missing' | 'email-unreadable' | null,
): Partial<Record<MessageField, MessageRefusal>> {
  const refusals: Partial<Record<MessageField, MessageRefusal>> = {};
  if (!isTopic(typed.topic)) refusals.topic = 'topic-missing';
  if ([...typed.name].length > NAME_LENGTH || typed.name.includes('\n'))
    refusals.name = 'name-too-long';
  if (email) refusals.email = email;
  const body = checkBody(typed.body);
  if (body) refusals.body = body;
  return refusals;
}

/** Of a message, or of an answer to it. */
export function checkBody(body: string): 'body-missing' | 'body-too-long' | null {
  if (!/[\p{L}\p{N}]/u.test(body)) return 'body-missing';
  return [...body].length > MESSAGE_LENGTH ? 'body-too-long' : null;
}

function isTopic(topic: string): topic is MessageTopic {
  return MESSAGE_TOPICS.some((one) => one === topic);
}

/** Messages an hour: from one network, to one mailbox (its confirmations), and for the organisation. */
export const MESSAGES_AN_HOUR = { mailbox: 3, organisation: 600, withoutWork: 60 } as const;

/** New: nobody answered; answered: what comes next is theirs; closed: nothing is awaited. */
export const MESSAGE_STATES = ['new', 'answered', 'closed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** As addresses say them: `?etat=nouveaux`. */
export const STATE_SLUGS: Record<MessageState, string> = {
  new: 'nouveaux',
  answered: 'repondus',
  closed: 'clos',
};

export interface ContactMessage {
  id: string;
  number: number;
  topic: MessageTopic;
  name: string;
  /** '' once erased. */
  email: string;
  body: string;
  lang: 'fr' | 'en';
  receivedAt: Date;
  answeredAt: Date | null;
  closedAt: Date | null;
  erasedAt: Date | null;
}

export interface ContactReply {
  id: string;
  body: string;
  writtenBy: string;
  writtenAt: Date;
}

export function stateOf({
  answeredAt,
  closedAt,
}: Pick<ContactMessage, 'answeredAt' | 'closedAt'>): MessageState {
  return closedAt ? 'closed' : answeredAt ? 'answered' : 'new';
}
