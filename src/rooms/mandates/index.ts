export { findMandates } from './mandate.store.ts';
export { type HeldMandate, type Level, nameOfMandate } from './mandate.ts';
