/** What pages of higher rooms may show of this one. */
export { METHODS, type Method } from './admission.ts';
export { NAMES_LENGTH, type NamesRefusal } from './declared.ts';
