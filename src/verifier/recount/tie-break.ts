/** The published list by which projects that are equally good are put in order; it always ends by the key. */
import type { Project } from './contest.ts';

type Compare = (a: Project, b: Project) => number;

const BY: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  // without a known deposit: after all those that have one
  ['earlier-deposit', (a, b) => order(a.depositedAt ?? Infinity, b.depositedAt ?? Infinity)],
  ['lower-cost', (a, b) => order(a.cost, b.cost)],
  ['public-draw', (a, b) => order(a.lot, b.lot)],
  // by code unit: '10' comes before '9'
  ['smaller-id', (a, b) => order(a.key, b.key)],
]);

/** null: a criterion is not known. */
export function completeTieBreak(published: readonly string[]): string[] | null {
  if (published.some((criterion) => !BY.has(criterion))) return null;
  const list = [...published, 'smaller-id'];
  return list.slice(0, list.indexOf('smaller-id') + 1);
}

/** By a complete list. */
export function compareTied(tieBreak: readonly string[], a: Project, b: Project): number {
  for (const criterion of tieBreak) {
    const found = BY.get(criterion)!(a, b);
    if (found !== 0) return found;
  }
  return 0;
}

/** The criteria that part neighbours, in the order of the list. */
export function listCriteria(tieBreak: readonly string[], inOrder: readonly Project[]): string[] {
  const parting = inOrder
    .slice(1)
    .map((project, at) => tieBreak.find((by) => BY.get(by)!(inOrder[at]!, project) !== 0));
  return tieBreak.filter((criterion) => parting.includes(criterion));
}

function order<T extends number | bigint | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
