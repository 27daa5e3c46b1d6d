import type { Project } from './election.ts';
import type { RuleName } from './result.ts';

/**
 * What a règlement may add around any rule. Each is settled before the vote and printed in the result;
 * null or empty: the règlement does not ask for it.
 */
export interface HouseRules {
  /** Ballots cast, blank ones included, under which nothing wins. */
  readonly quorum: number | null;
  /** Ballots that must name a project, for it to win. */
  readonly minimumNamings: number | null;
  /** Of the projects of one set, by id, one at most wins: the first that the rule selects. */
  readonly incompatible: readonly (readonly string[])[];
  /** Winners at most with the same holder. */
  readonly mostPerHolder: number | null;
  /** In each district, the best supported projects that fit win first, so many of them. */
  readonly winnersPerZone: number | null;
  /** The next project gets what is left where that covers so many percent of its cost, 1 to 99. */
  readonly partFunding: number | null;
}

export const noHouseRules: HouseRules = {
  quorum: null,
  minimumNamings: null,
  incompatible: [],
  mostPerHolder: null,
  winnersPerZone: null,
  partFunding: null,
};

/** Why a project could not win whatever the rule said of it. */
export interface Exclusion {
  readonly project: string;
  readonly why: 'too-few-namings' | 'incompatible' | 'holder-has-enough';
  /** The winner that it is incompatible with; null for other reasons. */
  readonly because: string | null;
}

/** A district and who won there because the règlement guarantees it; fewer where no more fit. */
export interface Guarantee {
  readonly zone: string;
  readonly projects: readonly string[];
}

/** How many voters are behind at least one winner; of an envelope or of one district of it. */
export interface Satisfaction {
  /** Ballots that name a project here. */
  readonly ballots: number;
  /** Those of them that stand behind a winner here. */
  readonly satisfied: number;
}

/**
 * The house rule that has no meaning with a rule, if there is one: those that look for the best or the
 * next project need an order of merit, which Schulze and the transferable vote do not give.
 */
export function findUnfitHouseRule(
  rule: RuleName,
  { winnersPerZone, partFunding }: HouseRules,
): 'winnersPerZone' | 'partFunding' | null {
  if (rule !== 'schulze' && rule !== 'stv') return null;
  if (winnersPerZone !== null) return 'winnersPerZone';
  return partFunding === null ? null : 'partFunding';
}

/** Why a project cannot win beside those that won before it, in their order; null: it can. */
export function findConflict(
  project: Project,
  winners: readonly Project[],
  { incompatible, mostPerHolder }: HouseRules,
): Pick<Exclusion, 'why' | 'because'> | null {
  const sets = incompatible.filter((set) => set.includes(project.id));
  const rival = winners.find(({ id }) => sets.some((set) => set.includes(id)));
  if (rival) return { why: 'incompatible', because: rival.id };
  const { holder } = project;
  if (mostPerHolder === null || holder === undefined) return null;
  const held = winners.filter((winner) => winner.holder === holder).length;
  return held >= mostPerHolder ? { why: 'holder-has-enough', because: null } : null;
}
