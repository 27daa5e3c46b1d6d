/** The door of documents: what is added to a component of a space, and what is found by its number. */
export { depositDocument } from './deposit.store.ts';
export { findDocument } from './document.store.ts';
