export { findMandates } from './mandate.store.ts';
export { type HeldMandate, isLevel, LEVELS, type Level, nameOfMandate } from './mandate.ts';
