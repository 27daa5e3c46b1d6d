import type { Project } from './election.ts';

/** How projects with equal scores are put in order. Published before the vote, applied in turn. */
export type TieBreaker = 'earlier-deposit' | 'lower-cost' | 'public-draw' | 'smaller-id';

export const tieBreakers: readonly TieBreaker[] = [
  'earlier-deposit',
  'lower-cost',
  'public-draw',
  'smaller-id',
];

/**
 * Ids are compared as strings, so '10' comes before '9': the order of Pabulib and its tools.
 * A project without a known deposit comes after all those that have one.
 */
const comparisons: Record<TieBreaker, (a: Project, b: Project) => number> = {
  'earlier-deposit': (a, b) =>
    compare(a.depositedAt ?? Number.POSITIVE_INFINITY, b.depositedAt ?? Number.POSITIVE_INFINITY),
  'lower-cost': (a, b) => compare(a.cost, b.cost),
  // a draw that was not held sets nobody apart
  'public-draw': (a, b) => compare(a.lot ?? '', b.lot ?? ''),
  'smaller-id': (a, b) => compare(a.id, b.id),
};

function compare<T extends number | bigint | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The list as it is really applied: it always ends by the id, so that two counts never differ. */
export function completeTieBreak(published: readonly TieBreaker[]): readonly TieBreaker[] {
  const last = published.indexOf('smaller-id');
  return last < 0 ? [...published, 'smaller-id'] : published.slice(0, last + 1);
}

/** What sets two projects apart: the first criterion of the list on which they differ. */
export function findTieBreaker(
  tieBreak: readonly TieBreaker[],
  a: Project,
  b: Project,
): TieBreaker | null {
  return tieBreak.find((criterion) => comparisons[criterion](a, b) !== 0) ?? null;
}

export function compareTied(tieBreak: readonly TieBreaker[], a: Project, b: Project): number {
  const criterion = findTieBreaker(tieBreak, a, b);
  return criterion ? comparisons[criterion](a, b) : 0;
}
