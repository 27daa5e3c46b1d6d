/** What the public list of projects is asked for, and what that leaves of it. */
import type { Category, Edition } from '../spaces/index.ts';

export interface AskedProjects {
  category: Category | null;
  /** A district of the edition, `WHOLE_TOWN` for the projects of none, null for all of them. */
  district: string | null;
}

/** In the address of the list, where an empty value asks for nothing; nobody calls a district a hyphen. */
export const WHOLE_TOWN = '-';

/** Words that name no category, or no district, ask for nothing. */
export function readAskedProjects(
  { categories, districts }: Pick<Edition, 'categories' | 'districts'>,
  words: { category: string | null; district: string | null },
): AskedProjects {
  return {
    category: categories.find(({ slug }) => slug === words.category) ?? null,
    district: listDistrictChoices(districts).find((name) => name === words.district) ?? null,
  };
}

/** What one may choose among; nothing in an edition that has no districts. */
export function listDistrictChoices(districts: readonly string[]): string[] {
  return districts.length === 0 ? [] : [WHOLE_TOWN, ...districts];
}

export function isAskedFor(
  project: { categoryId: string | null; district: string },
  { category, district }: AskedProjects,
): boolean {
  return (
    (category === null || project.categoryId === category.id) &&
    (district === null || (project.district || WHOLE_TOWN) === district)
  );
}

/** The same as words of an address. */
export function typeAskedProjects({ category, district }: AskedProjects) {
  return { categorie: category?.slug, quartier: district ?? undefined };
}
