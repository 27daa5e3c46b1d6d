/** The door of contact: how many messages wait for an answer, and how they are kept. */
export { countMessages, insertMessage, insertReply, setClosed } from './message.store.ts';
export type { MessageTopic } from './message.ts';
