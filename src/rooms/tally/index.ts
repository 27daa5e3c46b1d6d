/**
 * The door of the counting room. Elections in, results out: plain data, money in cents, nothing
 * that waits, stores or looks at a clock.
 */
export { writeCents } from './amounts.ts';
export {
  type BallotKind,
  carriesPoints,
  type Election,
  type Limits,
  noLimits,
  type Project,
} from './election.ts';
export {
  type CountStep,
  countEnvelopes,
  type EnvelopeCount,
  type EnvelopeElection,
  type EnvelopeTerms,
} from './envelopes.ts';
export { approximate, type Fraction, reduce as reduceFraction } from './fraction.ts';
export { type BallotFault, makeElection, type Paper } from './gather.ts';
export { countWithHouseRules, type HouseCount } from './house-count.ts';
export {
  type Exclusion,
  findConflict,
  findUnfitHouseRule,
  type HouseRules,
  noHouseRules,
} from './house-rules.ts';
export { analyseJudgments } from './judgment-analysis.ts';
export { type Separation, separateJudged } from './judgment-ranking.ts';
export { parsePabulib, type ReadPabulib } from './pabulib.ts';
export type { PabulibFault, RefusedPabulib } from './pabulib-fault.ts';
export type { PabulibOddity, PabulibRemark } from './pabulib-remarks.ts';
export { hasPabulibForm, type PabulibSource, writePabulib } from './pabulib-write.ts';
export type {
  BrokenTie,
  Decision,
  GreedyResult,
  GreedyRule,
  OtherRule,
  RuleName,
  SharesRule,
  TallyOptions,
  TallyResult,
  Turn,
} from './result.ts';
export {
  canCount,
  countElection,
  isGreedyRule,
  isRuleName,
  isSharesRule,
  ruleNames,
  rulesFor,
  sharesRules,
  takesSeats,
} from './rules.ts';
export { listPath, type PathStep } from './schulze.ts';
export { type TieBreaker, tieBreakers } from './tie-break.ts';
export { addTotals, canCountTotals, type GivenTotals, type ProjectTotals } from './totals.ts';
