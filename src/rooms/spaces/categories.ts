/** The categories of an edition, kept as a list of names by those who write it (R72). */
import { slugify } from './address-words.ts';

/** The list of R72, until the organisation writes its own. */
export const USUAL_CATEGORIES = [
  'Sport',
  'Culture',
  'Loisirs',
  'Écologie',
  'Stationnement',
  'Sécurité',
] as const;

const LONGEST_NAME = 60;
const MOST_CATEGORIES = 30;

export type CategoriesRefusal =
  | 'no-category'
  | 'too-many-categories'
  | 'category-too-long'
  | 'category-repeated';

/** One name per line, empty lines left out: categories, districts. */
export function readNames(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

export function checkCategories(names: readonly string[]): CategoriesRefusal | null {
  if (names.length === 0) return 'no-category';
  if (names.length > MOST_CATEGORIES) return 'too-many-categories';
  if (names.some((name) => [...name].length > LONGEST_NAME)) return 'category-too-long';
  return new Set(names.map(categorySlug)).size < names.length ? 'category-repeated' : null;
}

/** Its name in addresses and filters; words that no address can hold keep a stable one of their own. */
export function categorySlug(name: string): string {
  const letters = slugify(name);
  return (
    letters ||
    `c-${[...name].map((letter) => letter.codePointAt(0)!.toString(16)).join('-')}`.slice(0, 60)
  );
}

export interface CategoryPlan {
  /** Kept, perhaps under another name: the ideas in it stay in it. */
  kept: { id: string; name: string; position: number }[];
  added: { name: string; position: number }[];
  removedIds: string[];
}

/**
 * What a new list of names makes of the categories that exist. A name that is still there keeps its
 * category wherever it moved; in a list of the same length, a line that changed is the same category
 * under a new name.
 */
export function planCategories(
  existing: readonly { id: string; name: string; slug: string }[],
  names: readonly string[],
): CategoryPlan {
  const plan: CategoryPlan = { kept: [], added: [], removedIds: [] };
  const free = new Map(existing.map((category) => [category.id, category]));
  const unmatched: { name: string; position: number }[] = [];
  for (const [position, name] of names.entries()) {
    const slug = categorySlug(name);
    const same = [...free.values()].find((category) => category.slug === slug);
    if (same) {
      free.delete(same.id);
      plan.kept.push({ id: same.id, name, position });
    } else unmatched.push({ name, position });
  }
  for (const line of unmatched) {
    const atThisLine = existing.length === names.length ? existing[line.position] : undefined;
    if (atThisLine && free.has(atThisLine.id)) {
      free.delete(atThisLine.id);
      plan.kept.push({ id: atThisLine.id, ...line });
    } else plan.added.push(line);
  }
  plan.removedIds = [...free.keys()];
  return plan;
}

/** Parts of a name → the icon of ui/icon that shows it. The first that is found wins. */
const ICONS: readonly [words: string, icon: string][] = [
  ['sport', 'sport'],
  ['culture', 'culture'],
  ['patrimoine', 'heritage'],
  ['loisir', 'music'],
  ['musique', 'music'],
  ['ecolog', 'nature'],
  ['environnement', 'nature'],
  ['nature', 'nature'],
  ['vegetal', 'nature'],
  ['climat', 'energy'],
  ['energie', 'energy'],
  ['velo', 'bike'],
  ['mobilite', 'bike'],
  ['deplacement', 'bus'],
  ['transport', 'bus'],
  ['stationnement', 'place'],
  ['voirie', 'construction'],
  ['securite', 'shield'],
  ['solidar', 'solidarity'],
  ['social', 'solidarity'],
  ['sante', 'health'],
  ['jeunesse', 'baby'],
  ['enfan', 'baby'],
  ['education', 'education'],
  ['ecole', 'education'],
  ['anim', 'animals'],
  ['numerique', 'digital'],
  ['commerce', 'shop'],
  ['economie', 'shop'],
  ['citoyen', 'citizens'],
  ['accessib', 'accessibility'],
  ['logement', 'house'],
  ['habitat', 'house'],
  ['propret', 'sparkles'],
  ['riviere', 'nature'],
  ['berge', 'nature'],
  ['biodiversit', 'nature'],
  ['vivant', 'nature'],
  ['deplac', 'bus'],
  ['justice', 'shield'],
  ['libert', 'shield'],
  ['egalit', 'solidarity'],
  ['entraide', 'solidarity'],
  ['democrat', 'citizens'],
  ['ensemble', 'citizens'],
];

/** The icon that a category's name calls for; a light bulb when none does. */
export const chooseIcon = (name: string): string => chooseIconOf([name]);

/** The same for what has several names: the first of them that calls for one. */
export function chooseIconOf(names: readonly string[]): string {
  const icons = names.map((name) => {
    const folded = slugify(name);
    return ICONS.find(([words]) => folded.includes(words))?.[1];
  });
  return icons.find((icon) => icon !== undefined) ?? 'idea';
}
