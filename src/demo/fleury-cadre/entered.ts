/** Ideas of people without an account: written on paper, at a workshop, in the notebooks of a café. */
interface EnteredText {
  category: string;
  title: string;
  body: string;
}

/** Taken down by the ambassador on the market. */
export const onPaper: EnteredText & { name: string; phone: string; signature: string } = {
  name: 'Lucien Chambonneau',
  phone: '02 00 00 14 52',
  signature: 'Lucien C.',
  category: 'Écoles et bâtiments',
  title: 'Une rampe à la salle des fêtes',
  body: 'Trois marches, et je reste dehors avec mon fauteuil. Une rampe sur le côté du jardin, avec une main courante des deux côtés.',
};

export const workshop = {
  title: 'Atelier des délégués, école du Lavoir',
  place: 'École du Lavoir, salle de musique',
  participants: 18,
  notes: 'Deux groupes de neuf, du CE2 au CM2. Ils ont voté à main levée entre onze idées.',
  ideas: [
    {
      category: 'Sport et jeux',
      title: 'Des jeux peints au sol de la cour',
      body: 'Une marelle géante, un serpent des tables et un terrain de quatre coins, avec de la peinture qui ne glisse pas.',
    },
    {
      category: 'Nature en ville',
      title: 'Des plantes qui grimpent sur le grillage',
      body: 'On voit les voitures toute la récréation. Avec du houblon et du chèvrefeuille on ne les verrait plus, et il y aurait des oiseaux.',
    },
  ] satisfies EnteredText[],
};

/** The notebook of a café, typed by its owner: one line names a category that does not exist. */
export const notebook = {
  fileName: 'cahier-du-cafe-solidaire.csv',
  signature: 'Cahier du café solidaire',
  lines: [
    [
      '1',
      'Entraide',
      'Une machine à coudre en libre service',
      'À la maison de quartier, avec une étagère de tissus récupérés et un créneau où l’on montre.',
    ],
    [
      '2',
      'Rues et déplacements',
      'Un abri à l’arrêt de bus des Saules',
      'Il pleut dedans. Un vrai toit, un banc et une lampe.',
    ],
    [
      '3',
      'Culture et fêtes',
      'Des boîtes à livres dans les quatre quartiers',
      'En bois, fermées, remplies par la bibliothèque au début, par nous ensuite.',
    ],
    [
      '4',
      'Divers',
      'Moins de bruit le dimanche',
      'Que les souffleurs de feuilles se taisent le dimanche matin.',
    ],
  ],
} as const;
