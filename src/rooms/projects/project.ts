/**
 * A project: an idea, or several, studied and costed, that residents will vote on. An edition's projects
 * are numbered and frozen together, once; afterwards nothing about them changes (R44, R50).
 */

import type { Point } from '../ideas/index.ts';
import type { Edition } from '../spaces/index.ts';

export interface Project {
  id: string;
  editionId: string;
  /** Given when the list is frozen. */
  number: number | null;
  title: string;
  summary: string;
  categoryId: string | null;
  /** Cents. */
  cost: number;
  place: string;
  /** One of the edition's; '': the whole town. */
  district: string;
  /** On the map; null: nowhere in particular. */
  point: Point | null;
  /** The person who deposited its idea. */
  holderId: string | null;
  /** Of its earliest idea, or its own: the first deposited wins a tie. */
  depositedAt: Date;
  /** The id it had in the file it came from. */
  importedId: string | null;
  /** The ideas it comes from. */
  ideaIds: readonly string[];
}

/** What an officer writes. */
export interface ProjectText {
  title: string;
  summary: string;
  categoryId: string | null;
  /** Cents. */
  cost: number;
  place: string;
  /** One of the edition's; '' or left out: the whole town. */
  district?: string;
  /** Null or left out: nowhere in particular. */
  point?: Point | null;
}

export interface NewProject extends ProjectText {
  ideaIds: readonly string[];
  holderId?: string | null;
  /** Now, unless an idea was deposited earlier. */
  depositedAt?: Date | null;
}

export type ProjectField =
  | 'title'
  | 'summary'
  | 'categoryId'
  | 'cost'
  | 'place'
  | 'district'
  | 'latitude'
  | 'ideas';

export type ProjectRefusal =
  | 'missing'
  | 'too-long'
  | 'unknown-category'
  | 'unknown-district'
  | 'not-a-point'
  | 'no-cost'
  | 'cost-too-large';

/** Characters at most. */
export const LONGEST = { title: 120, summary: 5000, place: 200 } as const;

/** Cents: a billion euros. */
export const HIGHEST_COST = 1_000_000_000_00;

/** What does not hold, by field; empty when the project can be kept. */
export function checkProject(
  project: ProjectText,
  { categories, districts }: Pick<Edition, 'categories' | 'districts'>,
): Partial<Record<ProjectField, ProjectRefusal>> {
  const problems: Partial<Record<ProjectField, ProjectRefusal>> = {};
  if (project.title === '') problems.title = 'missing';
  if (project.summary === '') problems.summary = 'missing';
  for (const field of ['title', 'summary', 'place'] as const) {
    if ([...project[field]].length > LONGEST[field]) problems[field] = 'too-long';
  }
  if (project.categoryId === null) problems.categoryId = 'missing';
  else if (!categories.some((category) => category.id === project.categoryId))
    problems.categoryId = 'unknown-category';
  if (project.district && !districts.includes(project.district))
    problems.district = 'unknown-district';
  if (!Number.isSafeInteger(project.cost) || project.cost <= 0) problems.cost = 'no-cost';
  else if (project.cost > HIGHEST_COST) problems.cost = 'cost-too-large';
  return problems;
}

/** The list of an edition once it is frozen. */
export interface ListFreeze {
  frozenAt: Date;
  frozenBy: string | null;
  projects: number;
  /** Cents, of all its projects together. */
  cost: number;
}

export type FreezeRefusal = 'list-frozen' | 'no-project';

/** Whether residents may see the list: it is frozen, and the campaign has begun. */
export function isListPublic(freeze: ListFreeze | null, campaignHasBegun: boolean): boolean {
  return freeze !== null && campaignHasBegun;
}
