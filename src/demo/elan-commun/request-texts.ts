/** What Les Lilas spent, or mean to: cents, and days before the story ends. */
export interface RequestTold {
  title: string;
  category: 'print' | 'vehicle-hire' | 'consumables' | 'equipment' | 'technical-hire';
  explanation: string;
  amount: number;
  /** The shop, on its receipt; none: a draft that lacks one. */
  shop?: string;
  timing: 'past' | 'future';
  spent: number;
  /** 0: Rosa writes and Yvon checks; 1: the other way round. */
  by: 0 | 1;
  written: number;
  checked?: number;
  approved?: number;
  /** Its transfer was made that day, and a statement of the bank said so the next, with fees that nobody told apart yet. */
  transferred?: number;
}

export const requestsTold: readonly RequestTold[] = [
  {
    title: 'Tracts de la collecte solidaire',
    category: 'print',
    explanation:
      'Six cents tracts en deux couleurs, distribués dans les halls et au marché la semaine d’avant la collecte.',
    amount: 86_40,
    shop: 'Imprimerie du Canal',
    timing: 'past',
    spent: 11,
    by: 0,
    written: 10,
    checked: 9,
    approved: 8,
    transferred: 7,
  },
  {
    title: 'Location d’une camionnette',
    category: 'vehicle-hire',
    explanation:
      'Une demi-journée, pour porter onze caisses de la collecte à la banque alimentaire de Bobigny.',
    amount: 95_00,
    shop: 'Loc’Utilitaires Pantin',
    timing: 'past',
    spent: 7,
    by: 1,
    written: 6,
    checked: 5,
    approved: 2,
  },
  {
    title: 'Thé, café et gâteaux de la permanence',
    category: 'consumables',
    explanation: 'Deux permanences du mercredi : une trentaine de personnes à chaque fois.',
    amount: 42_75,
    shop: 'Épicerie de la Mairie',
    timing: 'past',
    spent: 5,
    by: 0,
    written: 4,
    checked: 3,
  },
  {
    title: 'Table pliante et deux bancs',
    category: 'equipment',
    explanation:
      'Pour tenir le stand sans en emprunter chaque fois ; ils sont rangés au local de l’amicale des locataires.',
    amount: 64_90,
    shop: 'Bricolage des Lilas',
    timing: 'past',
    spent: 3,
    by: 0,
    written: 2,
  },
  {
    title: 'Sonorisation de la fête des voisin·es',
    category: 'technical-hire',
    explanation: '',
    amount: 0,
    timing: 'future',
    spent: -12,
    by: 1,
    written: 1,
  },
];
