/**
 * What the règlement adds around any rule, in this order: the quorum; projects that too few ballots name
 * are out; each district's guaranteed winners; the rule, for the rest; as long as a winner cannot stand
 * beside an earlier one it is out and the rule counts again; the next project may get what is left.
 */
import type { HouseRules, Rule } from '../manifest.ts';
import { type Contest, countBallots, type Project, sumSupport, without } from './contest.ts';
import type { Fraction } from './fraction.ts';
import { rankJudged } from './judgment.ts';
import { costOf, findRule, type Recounted, type RuleCount } from './rules.ts';
import { measureSatisfaction } from './satisfaction.ts';
import { completeTieBreak } from './tie-break.ts';
import { rank } from './walk.ts';
import { rankAnswers } from './yes-no.ts';

interface Exclusion {
  project: string;
  why: string;
  because: string | null;
}

export interface HouseCount {
  winners: string[];
  part: { project: string; amount: bigint } | null;
  cost: bigint;
  left: bigint;
  /** The contest as the rule counted it last: without guaranteed winners and exclusions. */
  ruleContest: Contest;
  /** Everything else that the published count must say. */
  trace: { [field: string]: Recounted; tally: { readonly [field: string]: Recounted } };
  skipped: boolean;
  impossible: boolean;
  /** Why projects were excluded was not counted again: the published exclusions were taken as they are. */
  trusted: boolean;
}

export interface HouseTerms {
  rule: Rule;
  houseRules: HouseRules;
  /** What was published of this envelope, for counts too long to be made from the start. */
  published: { endowment: Fraction | null; exclusions: readonly Exclusion[] };
  mostWork: number;
  progress?: () => void;
}

/** null: no such rule, or not for such ballots, or an unknown tie-break. */
export function countWithHouseRules(contest: Contest, terms: HouseTerms): HouseCount | null {
  const { houseRules, published } = terms;
  const tieBreak = completeTieBreak(terms.rule.tieBreak);
  const countRule = findRule(terms.rule, contest);
  if (!tieBreak || !countRule || terms.rule.defaultGrade >= Math.max(1, contest.grades))
    return null;
  const rule = { ...terms.rule, tieBreak };
  const support = sumSupport(contest);
  const reached = houseRules.quorum === null || countBallots(contest).ballots >= houseRules.quorum;
  const byMerit = listByMerit(contest, rule);
  const projects = new Map(contest.projects.map((project) => [project.key, project]));

  const exclusions: Exclusion[] = contest.projects
    .filter(({ key }) => support.get(key)!.namings < (houseRules.minimumNamings ?? 0))
    .map(({ key }) => ({ project: key, why: 'too-few-namings', because: null }));
  const excluded = new Set(exclusions.map(({ project }) => project));
  const eligible = byMerit.filter(({ key }) => !excluded.has(key));
  const guarantees = reached ? guarantee(contest, houseRules, eligible) : [];
  const guaranteed = guarantees.flatMap((one) => one.projects);

  let rest = contest;
  const count = (endowment: Fraction | null): RuleCount => {
    const gone = new Set([...excluded, ...guaranteed]);
    rest = without(contest, gone, contest.budget - costOf(contest, guaranteed));
    const seats = rule.seats === null ? null : Math.max(0, rule.seats - guaranteed.length);
    return countRule(rest, { ...terms, ...rule, seats, published: endowment });
  };
  const exclude = (exclusion: Exclusion) => {
    exclusions.push(exclusion);
    excluded.add(exclusion.project);
  };
  const later = published.exclusions.filter(({ why }) => why !== 'too-few-namings');
  let trusted = false;
  let counted = count(later.length === 0 ? published.endowment : null);
  for (;;) {
    if (counted.impossible && later.length > 0 && !trusted) {
      // too long to be counted from the start so many times: the last count alone is made
      trusted = true;
      for (const one of later) if (!excluded.has(one.project)) exclude(one);
      counted = count(published.endowment);
    }
    const conflict =
      reached && findFirstConflict(guaranteed, counted.winners, projects, houseRules);
    if (!conflict || counted.impossible) break;
    exclude(conflict);
    counted = count(
      exclusions.at(-1)?.project === later.at(-1)?.project ? published.endowment : null,
    );
  }

  const winners = reached ? [...guaranteed, ...counted.winners] : [];
  const left = reached ? counted.left : contest.budget;
  const together = winners.map((key) => projects.get(key)!);
  const next = eligible.find(
    (project) =>
      !excluded.has(project.key) &&
      !winners.includes(project.key) &&
      project.cost <= contest.budget &&
      findConflict(project, together, houseRules) === null,
  );
  const part = reached && next ? fundPart(next, left, houseRules.partFunding) : null;
  return {
    winners,
    part,
    cost: costOf(contest, winners) + (part?.amount ?? 0n),
    left: left - (part?.amount ?? 0n),
    skipped: counted.skipped,
    impossible: counted.impossible,
    trusted,
    ruleContest: rest,
    trace: {
      quorum: houseRules.quorum === null ? null : { asked: houseRules.quorum, reached },
      guarantees: guarantees.map((one) => ({ ...one })),
      exclusions: exclusions.map((one) => ({ ...one })),
      support: new Map([...support].map(([key, one]) => [key, { ...one }])),
      satisfaction: measureSatisfaction(contest, new Set(winners)),
      tally: counted.trace,
    },
  };
}

/** Projects with support, the best first, as the règlement looks at them whatever its rule. */
function listByMerit(contest: Contest, rule: Rule): Project[] {
  if (contest.kind === 'judgment')
    return rankJudged(contest, rule)
      .flat()
      .filter(({ namings }) => namings > 0)
      .map(({ project }) => project);
  if (contest.kind === 'yes-no')
    return rankAnswers(contest, rule.tieBreak)
      .flat()
      .filter(({ yes, no }) => yes > no)
      .map(({ project }) => project);
  const support = sumSupport(contest);
  const scored = contest.projects
    .map((project) => ({ project, score: support.get(project.key)!.score }))
    .filter(({ score }) => score > 0);
  return rank(scored, (a, b) => b.score - a.score, rule.tieBreak)
    .flat()
    .map(({ project }) => project);
}

/** District after district by name, the best that fit and go together with those who won before. */
function guarantee(
  { projects, budget }: Contest,
  houseRules: HouseRules,
  byMerit: readonly Project[],
): { zone: string; projects: string[] }[] {
  const most = houseRules.winnersPerZone;
  if (most === null) return [];
  const won: Project[] = [];
  let left = budget;
  const zones = new Set(projects.flatMap(({ zone }) => (zone === null ? [] : [zone])));
  return [...zones].sort().map((zone) => {
    const funded: string[] = [];
    for (const project of byMerit) {
      if (project.zone !== zone || funded.length >= most || project.cost > left) continue;
      if (findConflict(project, won, houseRules)) continue;
      won.push(project);
      funded.push(project.key);
      left -= project.cost;
    }
    return { zone, projects: funded };
  });
}

function findFirstConflict(
  guaranteed: readonly string[],
  winners: readonly string[],
  projects: ReadonlyMap<string, Project>,
  houseRules: HouseRules,
): Exclusion | null {
  const before = guaranteed.map((key) => projects.get(key)!);
  for (const key of winners) {
    const project = projects.get(key)!;
    const conflict = findConflict(project, before, houseRules);
    if (conflict) return { project: key, ...conflict };
    before.push(project);
  }
  return null;
}

function findConflict(
  { key, holder }: Project,
  before: readonly Project[],
  { incompatible, mostPerHolder }: HouseRules,
): Omit<Exclusion, 'project'> | null {
  for (const earlier of before)
    if (incompatible.some((set) => set.includes(key) && set.includes(earlier.key)))
      return { why: 'incompatible', because: earlier.key };
  const same = before.filter((earlier) => earlier.holder === holder).length;
  if (mostPerHolder === null || holder === null || same < mostPerHolder) return null;
  return { why: 'holder-has-enough', because: null };
}

/** It gets all that is left where that covers so many percent of its cost. */
function fundPart({ key, cost }: Project, left: bigint, percent: number | null) {
  if (percent === null || left === 0n || cost <= left) return null;
  return left * 100n >= BigInt(percent) * cost ? { project: key, amount: left } : null;
}
