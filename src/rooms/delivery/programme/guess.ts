/** Which column holds what, by the names that towns give them, and what their stages mean. */
import { foldWords } from '../../ideas/index.ts';
import { FIELDS, type Field, type FileStage, type ProgrammeMapping } from './mapping.ts';

/** Parts of folded names, the surest first; a column serves one field. */
const NAMES: Record<Field, readonly string[]> = {
  sourceId: ['identifiant', 'reference', 'numero', 'id'],
  edition: ['edition', 'annee', 'millesime'],
  title: ['titre', 'intitule', 'nomduprojet', 'title', 'projet'],
  theme: ['thematique', 'theme', 'categorie', 'domaine'],
  department: ['directionpilote', 'direction', 'service', 'pilote'],
  cost: ['budgetglobal', 'budgetvote', 'budget', 'montantvote', 'cout', 'montant'],
  committedCost: ['engage'],
  spentCost: ['depense', 'mandate'],
  scale: ['echelle', 'enveloppe'],
  place: ['adresse', 'lieu', 'localisation'],
  district: ['arrondissement', 'quartier', 'secteur', 'canton'],
  priority: ['quartierpopulaire', 'quartierprioritaire', 'qpv', 'populaire'],
  stage: ['avancement', 'etape', 'etat', 'statut'],
  study: ['etudes', 'etude'],
  procurement: ['procedures', 'procedure', 'marche'],
  works: ['travaux', 'chantier'],
  plannedDelivery: [
    'previsionnelledelivraison',
    'previsonnelledelivraison',
    'livraisonprevue',
    'prevision',
  ],
  delivered: ['datedelivraison', 'livraisonreelle'],
  inaugurated: ['ouverture', 'inauguration'],
  voteLink: ['soumisauvote'],
  winnerLink: ['versleprojetlaureat', 'lien', 'url'],
};

/** Fields whose column is told by a rarer word come first: « Projet en quartier populaire » is no title. */
const ORDER: readonly Field[] = [
  'sourceId',
  'voteLink',
  'winnerLink',
  'plannedDelivery',
  'inaugurated',
  'delivered',
  'study',
  'procurement',
  'works',
  'priority',
  'committedCost',
  'spentCost',
  'department',
  'theme',
  'stage',
  'place',
  'district',
  'title',
  'cost',
  'scale',
  'edition',
];

export function guessColumns(headings: readonly string[]): ProgrammeMapping['columns'] {
  const keys = headings.map(foldWords);
  const taken = new Set<number>();
  const guessed: ProgrammeMapping['columns'] = {};
  for (const field of ORDER) {
    const at = NAMES[field]
      .flatMap((name) => [
        keys.findIndex((key, index) => key === name && !taken.has(index)),
        keys.findIndex((key, index) => name.length > 3 && key.includes(name) && !taken.has(index)),
      ])
      .find((index) => index !== -1);
    if (at === undefined) continue;
    guessed[field] = at;
    taken.add(at);
  }
  return Object.fromEntries(
    FIELDS.flatMap((field) => (guessed[field] === undefined ? [] : [[field, guessed[field]]])),
  );
}

const STAGE_WORDS: readonly (readonly [part: string, stage: FileStage])[] = [
  ['abandon', 'abandoned'],
  ['annul', 'abandoned'],
  ['suspen', 'suspended'],
  ['nondemarre', 'to-launch'],
  ['alancer', 'to-launch'],
  ['avenir', 'to-launch'],
  ['etude', 'study'],
  ['procedure', 'procurement'],
  ['marche', 'procurement'],
  ['travaux', 'works'],
  ['chantier', 'works'],
  ['livr', 'delivered'],
  ['inaugur', 'inaugurated'],
  ['ouvert', 'inaugurated'],
  ['fin', 'inaugurated'],
  ['termine', 'inaugurated'],
  ['acheve', 'inaugurated'],
  ['realise', 'inaugurated'],
];

export function guessStages(values: readonly string[]): ProgrammeMapping['stages'] {
  return Object.fromEntries(
    values.flatMap((value) => {
      const key = foldWords(value);
      const found = STAGE_WORDS.find(([part]) => key.includes(part));
      return found ? [[key, found[1]]] : [];
    }),
  );
}

/** What is usually said of a priority neighbourhood. */
export const USUAL_PRIORITY = ['oui', 'yes', 'o', '1', 'vrai', 'true', 'x'];
