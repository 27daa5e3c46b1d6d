/**
 * What is counted: the projects that share one envelope, and the ballots that speak of them. Equal
 * ballots lie on one pile. Amounts in cents.
 */
import type { Pile as BoxPile } from '../box.ts';
import type { BallotKind, Envelope, Manifest } from '../manifest.ts';
import { sha256, toHex, utf8 } from '../sha256.ts';
import { type EnvelopeTotals, type OptionTotals, type PointTotals, sumTotals } from '../totals.ts';
import { keyOf, pointsOf } from '../validity.ts';

export interface Project {
  readonly key: string;
  readonly cost: bigint;
  readonly zone: string | null;
  readonly holder: string | null;
  /** Milliseconds UTC. */
  readonly depositedAt: number | null;
  /** Its lot in the public draw: SHA-256 of the box's root and its key, hexadecimal. */
  readonly lot: string;
}

/** Equal ballots: what they say of each project, in the order in which they say it. */
export interface Pile {
  /** Key of the project → points, grade, 1 for yes and 0 for no; 1 where the kind has no points. */
  readonly marks: ReadonlyMap<string, number>;
  readonly times: number;
}

export interface Contest {
  readonly kind: BallotKind;
  readonly budget: bigint;
  readonly projects: readonly Project[];
  readonly piles: readonly Pile[];
  /** Ballots that lie on no pile: only what they say altogether is known. */
  readonly totals: EnvelopeTotals | null;
  /** What the first rank of an ordinal ballot is worth: the most choices a ballot may hold. */
  readonly firstRank: number;
  /** Grades of the scale; 0 for other kinds than judgments. */
  readonly grades: number;
}

/**
 * The contest of one envelope. Where there is one envelope every ballot takes part, blank ones too; where
 * there are several, those that name one of its options.
 */
export function openContest(
  manifest: Manifest,
  envelope: Envelope,
  box: readonly BoxPile[],
  root: string,
  totals: readonly PointTotals[] = [],
): Contest {
  const own = manifest.options.filter((option) => option.envelope === envelope.key);
  const keys = new Set(own.map(({ key }) => key));
  const alone = manifest.envelopes.length === 1;
  const piles = box.flatMap(({ choices, times }) => {
    const inside = choices.filter((choice) => keys.has(keyOf(choice)));
    const marks = new Map(inside.map((choice) => [keyOf(choice), pointsOf(choice) ?? 1]));
    return marks.size > 0 || alone ? [{ marks, times }] : [];
  });
  return {
    kind: manifest.kind,
    budget: envelope.amount,
    projects: own.map(({ key, cost, zone, holder, depositedAt }) => ({
      key,
      cost,
      zone,
      holder,
      depositedAt,
      lot: toHex(sha256(utf8(`${root}:${key}`))),
    })),
    piles: merge(piles),
    totals: sumTotals(totals, envelope, [...keys]),
    firstRank: envelope.maximumChoices,
    grades: manifest.grades,
  };
}

/** The same contest without some projects: ballots lose those choices and count all the same. */
export function without(contest: Contest, gone: ReadonlySet<string>, budget: bigint): Contest {
  if (gone.size === 0) return { ...contest, budget };
  const piles = contest.piles.map(({ marks, times }) => ({
    marks: new Map([...marks].filter(([key]) => !gone.has(key))),
    times,
  }));
  return {
    ...contest,
    budget,
    projects: contest.projects.filter(({ key }) => !gone.has(key)),
    piles: merge(piles),
  };
}

function merge(piles: readonly Pile[]): Pile[] {
  const merged = new Map<string, Pile>();
  for (const { marks, times } of piles) {
    const written = JSON.stringify([...marks]);
    merged.set(written, { marks, times: times + (merged.get(written)?.times ?? 0) });
  }
  return [...merged.values()];
}

export function countBallots({ piles, totals }: Contest): { ballots: number; blank: number } {
  const sum = (some: readonly Pile[]) => some.reduce((total, { times }) => total + times, 0);
  return {
    ballots: sum(piles) + (totals?.ballots ?? 0),
    blank: sum(piles.filter(({ marks }) => marks.size === 0)),
  };
}

/** What the ballots say of each project. */
export interface Support {
  /** What a ranking goes by. */
  score: number;
  /** Ballots that name it. */
  namings: number;
}

export function sumSupport(contest: Contest): Map<string, Support> {
  const { kind, projects, piles, totals } = contest;
  const support = new Map(projects.map(({ key }) => [key, { score: 0, namings: 0 }]));
  for (const pile of piles) {
    for (const [key, given] of pile.marks)
      if (isNaming(kind, given)) support.get(key)!.namings += pile.times;
    for (const [key, score] of listScores(contest, pile))
      support.get(key)!.score += score * pile.times;
  }
  for (const [key, given] of totals?.options ?? []) {
    const one = support.get(key);
    // taken out of the contest
    if (!one) continue;
    const least = kind === 'judgment' ? Math.ceil(contest.grades / 2) : 1;
    one.namings += given.answers ? countFrom(given, kind === 'yes-no' ? 1 : 0) : given.namings;
    one.score += given.answers ? countFrom(given, least) : given.score;
  }
  if (kind === 'yes-no')
    for (const [key, against] of countNoes(contest)) {
      const one = support.get(key)!;
      one.score = Math.max(0, one.score - against);
    }
  return support;
}

/** A no names nothing, nor do no points at all where points are shared. */
export function isNaming(kind: BallotKind, given: number): boolean {
  return given > 0 || (kind !== 'cumulative' && kind !== 'yes-no');
}

/** Ballots known by totals that give so much or more. */
function countFrom({ answers }: OptionTotals, least: number): number {
  return (answers ?? []).slice(least).reduce((sum, count) => sum + count, 0);
}

/** Ballots known by totals that give exactly so much; for judgments and for yes and no. */
export function countKnown({ totals }: Contest, key: string, given: number): number {
  return totals?.options.get(key)?.answers?.[given] ?? 0;
}

export function countNoes(contest: Contest): Map<string, number> {
  const { projects, piles } = contest;
  const noes = new Map(projects.map(({ key }) => [key, countKnown(contest, key, 0)]));
  for (const { marks, times } of piles)
    for (const [key, given] of marks) if (given === 0) noes.set(key, noes.get(key)! + times);
  return noes;
}

/**
 * What one ballot of a pile gives to each project that it stands behind: 1 for an approval or a yes, its
 * points, K − r + 1 for rank r, 1 for a grade of the upper half. Nothing is said of what gives nothing.
 */
export function listScores(
  { kind, firstRank, grades }: Contest,
  { marks }: Pile,
): [string, number][] {
  const upperHalf = Math.ceil(grades / 2);
  let rank = 0;
  return [...marks].flatMap(([key, given]): [string, number][] => {
    rank += 1;
    let score = given;
    if (kind === 'ordinal') score = firstRank - rank + 1;
    if (kind === 'judgment') score = given >= upperHalf ? 1 : 0;
    return score > 0 ? [[key, score]] : [];
  });
}
