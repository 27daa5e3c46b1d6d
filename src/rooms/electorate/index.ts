/** The door of the electorate: who may vote. Times in UTC, days `YYYY-MM-DD`. */

export {
  type DeskSearch,
  findEntry,
  type Match,
  matchEntry,
  searchRegister,
} from './register/entry.store.ts';
export type { Claim } from './register/matching.ts';
export { findStanding as findRegister, keepRegisterUntil } from './register/register.store.ts';
export type { Entry } from './register/register.ts';
