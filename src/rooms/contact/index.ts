/** The door of contact: how many messages wait for an answer. */
export { countMessages } from './message.store.ts';
