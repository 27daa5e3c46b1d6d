/**
 * The door of the counting room. Elections in, results out: plain data, money in cents, nothing
 * that waits, stores or looks at a clock.
 */
export { writeCents } from './amounts.ts';
export {
  type BallotKind,
  type Ballots,
  type Election,
  type Limits,
  noLimits,
  type Project,
  type Terms,
} from './election.ts';
export { type BallotFault, type Gathered, makeElection, type Paper } from './gather.ts';
export { parsePabulib, type ReadPabulib } from './pabulib.ts';
export type { FaultDetails, PabulibFault, RefusedPabulib } from './pabulib-fault.ts';
export type { PabulibProject } from './pabulib-projects.ts';
export type { PabulibOddity, PabulibRemark } from './pabulib-remarks.ts';
export type {
  BrokenTie,
  Decision,
  RuleName,
  TallyOptions,
  TallyResult,
  Turn,
} from './result.ts';
export { countElection, isRuleName, ruleNames } from './rules.ts';
export { type TieBreaker, tieBreakers } from './tie-break.ts';
