/** The criteria of admissibility of an edition: what proposers tick and agents check (R68). */
import type { Criterion } from './edition.ts';

/** One as officers write it; null: not kept yet. */
export type CriterionSetting = Omit<Criterion, 'id'> & { id: string | null };

export const MOST_CRITERIA = 30;
export const LONGEST_CRITERION = 200;
export const LONGEST_CRITERION_HELP = 600;

const usual = (name: string, help: string, askedOfHolder: boolean): CriterionSetting => ({
  id: null,
  name,
  help,
  askedOfHolder,
});

/** Those of R68, and what a town hall must know to say yes; the last three are for its agents alone. */
export const USUAL_CRITERIA: readonly CriterionSetting[] = [
  usual('Le projet est nouveau', 'Il n’est ni réalisé, ni déjà décidé par la commune.', true),
  usual(
    'Il se trouve dans un espace public ou accessible au public',
    'Une place, une rue, un parc, une école, un équipement ouvert à tout le monde.',
    true,
  ),
  usual('Il se trouve sur le territoire de la commune', '', true),
  usual(
    'Il sert l’intérêt général',
    'Il profite à beaucoup de monde, et non à une seule personne ou entreprise.',
    true,
  ),
  usual('Il relève de la compétence de la commune', '', false),
  usual(
    'C’est une dépense d’investissement',
    'Un achat ou des travaux qui durent, avec peu de frais de fonctionnement chaque année.',
    false,
  ),
  usual('Son coût tient sous le plafond par projet', '', false),
];

export type CriterionRefusal = 'criterion-too-long' | 'criterion-repeated' | 'too-many-criteria';

/** What does not hold, by place in the list (from 1) and part; empty when all of it does. */
export function checkCriteria(
  criteria: readonly CriterionSetting[],
): Partial<Record<`criterion-${number}-${'name' | 'help'}`, CriterionRefusal>> {
  const problems: ReturnType<typeof checkCriteria> = {};
  const seen = new Set<string>();
  for (const [at, { name, help }] of criteria.entries()) {
    const place = at + 1;
    const folded = name.normalize('NFC').toLowerCase();
    if ([...name].length > LONGEST_CRITERION)
      problems[`criterion-${place}-name`] = 'criterion-too-long';
    else if (seen.has(folded)) problems[`criterion-${place}-name`] = 'criterion-repeated';
    else if (place > MOST_CRITERIA) problems[`criterion-${place}-name`] = 'too-many-criteria';
    if ([...help].length > LONGEST_CRITERION_HELP)
      problems[`criterion-${place}-help`] = 'criterion-too-long';
    seen.add(folded);
  }
  return problems;
}

/** Those that the holder of an idea must still tick, before publishing it. */
export function listUntickedCriteria(
  criteria: readonly Criterion[],
  ticked: readonly string[],
): Criterion[] {
  return criteria.filter(({ id, askedOfHolder }) => askedOfHolder && !ticked.includes(id));
}
