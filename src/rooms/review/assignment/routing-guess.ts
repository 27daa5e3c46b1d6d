/**
 * A first proposal of who studies what, for an edition that nobody has settled yet: the department that the category
 * had in the edition before, else the only one whose name speaks of the same field. Unsure, none: an idea without a
 * department is seen, an idea in the wrong one waits.
 */
import type { Department } from '../../organisations/index.ts';
import type { Category } from '../../spaces/index.ts';

/** Parts of words, without accents, as names of categories and of departments of French towns have them. */
const FIELDS: readonly (readonly string[])[] = [
  ['sport'],
  ['cultur', 'patrimoine', 'bibliothe', 'mediathe', 'musique'],
  ['ecolog', 'environnement', 'espaces-verts', 'nature', 'vegetal', 'biodiversite', 'climat'],
  ['stationnement', 'voirie', 'mobilite', 'circulation', 'deplacement', 'transport', 'velo'],
  ['securite', 'tranquillite', 'police', 'prevention'],
  ['solidar', 'social', 'ccas', 'sante', 'handicap', 'accessib'],
  ['ecole', 'scolaire', 'education', 'enfan', 'jeunesse'],
  ['loisir', 'animation', 'vie-associative', 'evenement'],
  ['cadre-de-vie', 'proprete', 'urbanisme', 'amenagement', 'espace-public'],
  ['numerique', 'informatique'],
  ['commerce', 'economi'],
  ['logement', 'habitat'],
];

interface Known {
  categories: readonly Category[];
  /** Those at work. */
  departments: readonly Department[];
  /** Of the edition before: by slug of category, the id of a department. */
  before: ReadonlyMap<string, string>;
}

/** By id of category; those that nothing speaks for are left out. */
export function guessRouting({ categories, departments, before }: Known): Map<string, string> {
  const open = new Set(departments.map(({ id }) => id));
  const guess = new Map<string, string>();
  for (const category of categories) {
    const had = before.get(category.slug);
    if (had !== undefined && open.has(had)) {
      guess.set(category.id, had);
      continue;
    }
    const fields = listFields(category.name);
    const speaking = departments.filter(({ name }) =>
      listFields(name).some((field) => fields.includes(field)),
    );
    if (speaking.length === 1) guess.set(category.id, speaking[0]!.id);
  }
  return guess;
}

/** Places of the fields that a name speaks of. */
function listFields(name: string): number[] {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return FIELDS.flatMap((field, at) => (field.some((part) => words.includes(part)) ? [at] : []));
}
