/** The door of discussion lists: the listener of the server, and what the demo and tests make them with. */
export { findListOf, makeList } from './list.store.ts';
export type { MailingList, WrittenList } from './list.ts';
export { startListListener } from './post/listener.mails.ts';
export { writeToList } from './post/writing.mails.ts';
export { subscribe } from './subscription.store.ts';
