/** The door of contact: what keeps programs out of a form that anybody may send, without a third party. */
export { readFormToken, writeFormToken } from './form-token.crypto.ts';
export { SHORTEST_WRITING } from './message.ts';
