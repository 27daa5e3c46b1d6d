import type { Election, Terms } from './election.ts';
import type { Exclusion, Guarantee, HouseRules, Satisfaction } from './house-rules.ts';
import type { TallyResult } from './result.ts';

/** One envelope of a ballot, before the first ballot is opened. */
export interface EnvelopeTerms {
  readonly key: string;
  readonly terms: Terms;
  readonly houseRules: HouseRules;
  /** The envelope that receives what is left of this one; null: it stays. */
  readonly leftTo: string | null;
}

/** One envelope with its own projects and those ballots that name one of them. */
export interface EnvelopeElection extends Omit<EnvelopeTerms, 'terms'> {
  readonly election: Election;
}

/** The count of one envelope, with everything that the règlement adds to its rule. Money in cents. */
export interface EnvelopeCount {
  readonly key: string;
  /** With what other envelopes left to it. */
  readonly budget: bigint;
  readonly carriedIn: bigint;
  readonly ballots: number;
  readonly blank: number;
  readonly quorum: { readonly asked: number; readonly reached: boolean } | null;
  readonly guarantees: readonly Guarantee[];
  readonly exclusions: readonly Exclusion[];
  /** What the rule gave once guaranteed winners were set aside and exclusions taken out. */
  readonly tally: TallyResult;
  /** All winners, in order of selection: the guaranteed ones first. */
  readonly winners: readonly string[];
  readonly part: { readonly project: string; readonly amount: bigint } | null;
  readonly cost: bigint;
  readonly left: bigint;
  readonly leftTo: string | null;
  /** Every project in the order given, whatever became of it. */
  readonly support: readonly {
    readonly project: string;
    readonly score: number;
    readonly namings: number;
  }[];
  readonly satisfaction: Satisfaction & {
    readonly zones: readonly (Satisfaction & { readonly zone: string })[];
  };
}
