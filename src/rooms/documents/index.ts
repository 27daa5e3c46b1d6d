/** The door of documents: what is added to a component of a space. */
export { depositDocument } from './deposit.store.ts';
