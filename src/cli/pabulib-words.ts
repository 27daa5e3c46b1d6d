import type {
  PabulibFault,
  PabulibOddity,
  PabulibRemark,
  RefusedPabulib,
} from '../rooms/tally/index.ts';

/** The words of a refusal, without the line: `found`, `expected` and `where` come from the file. */
const faultWords: Record<PabulibFault, (found: string, expected: string, where: string) => string> =
  {
    'nul-character': () => 'le texte contient un caractère nul',
    'unclosed-quote': (found) => `guillemet jamais refermé${quote(found)}`,
    'text-before-sections': (found) => `META attendu en tête du fichier, trouvé${quote(found)}`,
    'missing-section': (_, __, where) => `section ${where} absente`,
    'duplicate-section': (_, __, where) => `deuxième section ${where}`,
    'section-out-of-order': (found, expected) =>
      `section ${found} là où ${expected || 'la fin du fichier'} est attendue`,
    'missing-header': (_, expected, where) =>
      `section ${where} sans ligne d’en-tête${expected && ` (colonne ${expected} attendue)`}`,
    'missing-column': (_, expected, where) => `colonne ${expected} absente de ${where}`,
    'duplicate-column': (found, _, where) => `deux colonnes${quote(found)} dans ${where}`,
    'wrong-column-count': (found, expected) => `${found} cellules au lieu de ${expected}`,
    'missing-meta-key': (_, __, where) => `META ne donne pas ${where}`,
    'duplicate-meta-key': (_, __, where) => `META donne deux fois ${where}`,
    'unknown-vote-type': (found, expected) =>
      `vote_type${quote(found)} inconnu (connus : ${expected})`,
    'no-projects': () => 'aucun projet',
    'missing-project-id': () => 'projet sans identifiant',
    'comma-in-project-id': (found) => `virgule dans l’identifiant du projet${quote(found)}`,
    'duplicate-project-id': (found) => `deux projets portent l’identifiant${quote(found)}`,
    'project-count-differs': (found, expected) =>
      `num_projects annonce ${expected} projets, le fichier en contient ${found}`,
    'missing-voter-id': () => 'bulletin sans voter_id',
    'duplicate-voter-id': (found) => `deux bulletins pour le votant${quote(found)}`,
    'empty-choice': (found) => `choix vide dans le bulletin${quote(found)}`,
    'vote-count-differs': (found, expected) =>
      `num_votes annonce ${expected} bulletins, le fichier en contient ${found}`,
    'file-cut-short': () => 'le fichier est coupé : le dernier bulletin n’est pas entier',
    'unknown-project': (found) => `le bulletin nomme un projet inconnu${quote(found)}`,
    'duplicate-choice': (found) => `le bulletin nomme deux fois le projet${quote(found)}`,
    'more-than-one-choice': (found) => `${found} choix dans un vote à choix unique`,
    'too-many-choices': (found) => `${found} choix, plus que max_length`,
    'points-not-matching': (found) => `${found} valeurs de points, pas une par projet choisi`,
    'points-not-whole': (found) => `points non entiers${quote(found)}`,
    'points-over-max': (found) => `${found} points à un projet, plus que permis`,
    'points-sum-over-max': (found) => `${found} points en tout, plus que max_sum_points`,
    'not-a-number': (found, _, where) => `${where} : nombre attendu, trouvé${quote(found)}`,
    'negative-number': (found, _, where) => `${where} : nombre négatif${quote(found)}`,
    'not-whole-number': (found, _, where) =>
      `${where} : nombre entier attendu, trouvé${quote(found)}`,
    'too-many-decimals': (found, _, where) => `${where} : plus de deux décimales${quote(found)}`,
    'number-too-large': (found, _, where) => `${where} : nombre trop grand${quote(found)}`,
  };

/** One line in French, safe to print whatever the file holds: 'ligne 12 : aucun projet'. */
export function describePabulibFault({ refusal, line, details }: RefusedPabulib): string {
  const { found = '', expected = '', where = '' } = details;
  const words = faultWords[refusal](plain(found), plain(expected), plain(where));
  return `ligne ${line} : ${words} (${refusal})`;
}

const oddityWords: Record<PabulibOddity, string> = {
  'fewer-choices-than-min': 'bulletins sous min_length',
  'fewer-points-than-min': 'bulletins sous min_points',
  'points-sum-under-min': 'bulletins sous min_sum_points',
  'costs-sum-under-min': 'bulletins sous min_sum_cost',
  'costs-sum-over-max': 'bulletins au-dessus de max_sum_cost',
  'declared-votes-differ': 'projets dont les votes déclarés diffèrent des bulletins',
  'declared-score-differs': 'projets dont le score déclaré diffère des bulletins',
  'default-score-ignored': 'projets concernés par default_score, qui n’est pas compté',
};

/** What is odd in a file that can be counted all the same. */
export function describePabulibRemark({ remark, count }: PabulibRemark): string {
  return `${oddityWords[remark]} : ${count}`;
}

/** Without what a terminal would obey: escape sequences, line ends, direction marks. */
export function plain(text: string): string {
  return text.replace(/\p{C}/gu, ' ');
}

function quote(found: string): string {
  return ` « ${found} »`;
}
