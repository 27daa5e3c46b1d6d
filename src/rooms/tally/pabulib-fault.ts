import type { NumberFault } from './amounts.ts';
import type { BallotFault } from './gather.ts';

/** Why a Pabulib file is refused. */
export type PabulibFault =
  | 'nul-character'
  | 'unclosed-quote'
  | 'text-before-sections'
  | 'missing-section'
  | 'duplicate-section'
  | 'section-out-of-order'
  | 'missing-header'
  | 'missing-column'
  | 'duplicate-column'
  | 'wrong-column-count'
  | 'missing-meta-key'
  | 'duplicate-meta-key'
  | 'unknown-vote-type'
  | 'no-projects'
  | 'missing-project-id'
  | 'comma-in-project-id'
  | 'duplicate-project-id'
  | 'project-count-differs'
  | 'missing-voter-id'
  | 'duplicate-voter-id'
  | 'empty-choice'
  | 'vote-count-differs'
  | 'file-cut-short'
  | BallotFault
  | NumberFault;

/** What helps to find the fault; texts of the file are cut to a readable length. */
export interface FaultDetails {
  /** The section, column or key. */
  readonly where?: string;
  readonly found?: string;
  readonly expected?: string;
}

export interface RefusedPabulib {
  readonly ok: false;
  readonly refusal: PabulibFault;
  /** From 1; for a quoted text over several lines, the first of them. */
  readonly line: number;
  readonly details: FaultDetails;
}

/** Leaves the reading of a file from any depth; caught by parsePabulib and never seen outside. */
export class Malformed extends Error {
  readonly refused: RefusedPabulib;

  constructor(line: number, refusal: PabulibFault, details: FaultDetails = {}) {
    super(refusal);
    const found = details.found;
    const short = found !== undefined && found.length > 60 ? `${found.slice(0, 59)}…` : found;
    this.refused = { ok: false, refusal, line, details: { ...details, found: short } };
  }
}

/** The value, or the refusal of the line when reading it gave a fault. */
export function orRefuse<T extends number | bigint>(
  value: T | NumberFault,
  line: number,
  where: string,
  found: string,
): T {
  if (typeof value === 'string') throw new Malformed(line, value, { where, found });
  return value;
}
