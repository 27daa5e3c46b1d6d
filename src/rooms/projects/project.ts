/**
 * A project: an idea, or several, studied and costed, that residents will vote on. An edition's projects
 * are numbered and frozen together, once; afterwards nothing about them changes (R44, R50).
 */

import type { Point } from '../ideas/index.ts';
import { type CostRefusal, type Edition, findEnvelope, refuseCost } from '../spaces/index.ts';

/** Somebody whose idea a project comes from. */
export interface ProjectHolder {
  /** null: without an account. */
  personId: string | null;
  /** The words that may be shown of somebody without an account; '' of others. */
  name: string;
}

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
  /** The first of its holders who has an account. */
  holderId: string | null;
  /** Everybody whose idea it comes from, the earliest idea first. */
  holders: readonly ProjectHolder[];
  /** The pictures and documents of its ideas that it shows, in order. */
  fileIds: readonly string[];
  /** Of its earliest idea, or its own: the first deposited wins a tie. */
  depositedAt: Date;
  /** The id it had in the file it came from. */
  importedId: string | null;
  /** The ideas it comes from. */
  ideaIds: readonly string[];
}

/** The picture that stands for a project: the first of those it shows. */
export interface ProjectPhoto {
  fileId: string;
  mediaType: string;
  storageKey: string;
  /** In pixels. */
  width: number;
  height: number;
  /** In the words of whoever sent it; '': they said nothing. */
  alt: string;
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
  /** Left out: `holderId` alone, or nobody. */
  holders?: readonly ProjectHolder[];
  /** Left out: every picture and document of its ideas. */
  fileIds?: readonly string[];
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
  version: number;
}

/** What stands in the way of freezing a list; each but the first two counts what is missing. */
export type FreezeRefusal =
  | 'list-frozen'
  | 'no-project'
  | 'undecided'
  | 'kept-without-project'
  | 'refused-in-project'
  | 'cost-missing'
  | 'cost-outside-limits';

/**
 * Whether the envelope that would pay for a project has room for its cost (R67); null: yes, or the edition has no
 * envelope. It is said while the project is written, and no list is frozen with it.
 */
export function refuseProjectCost(
  project: { cost: number; district: string; categoryId: string | null },
  { envelopes, categories }: Pick<Edition, 'envelopes' | 'categories'>,
): CostRefusal | null {
  if (envelopes.length === 0) return null;
  const category = categories.find(({ id }) => id === project.categoryId)?.name ?? null;
  return refuseCost(
    findEnvelope(envelopes, { district: project.district, category }),
    project.cost,
  );
}

export interface FreezeObstacle {
  refusal: Exclude<FreezeRefusal, 'list-frozen'>;
  count: number;
}

/** Whether residents may see the list: it is frozen, and the campaign has begun. */
export function isListPublic(freeze: ListFreeze | null, campaignHasBegun: boolean): boolean {
  return freeze !== null && campaignHasBegun;
}

/** Of its holders, those who have an account. */
export const listHolderIds = ({ holders }: Pick<Project, 'holders'>): string[] =>
  holders.flatMap(({ personId }) => personId ?? []);

/** What may be shown of each holder; those of whom nothing may are absent. */
export function nameHolders(
  holders: readonly ProjectHolder[],
  nicknames: ReadonlyMap<string, string>,
): string[] {
  return holders
    .map(({ personId, name }) => (personId === null ? name : (nicknames.get(personId) ?? '')))
    .filter((name) => name !== '');
}
