import type { IdeaShelf } from '../content.ts';

/** By young people from 11 to 17: short, direct. */
export const ideas: IdeaShelf = {
  Sport: [
    {
      by: 'milo.foot',
      title: 'Un foot à 5 à côté du collège',
      body: 'Le parking derrière le collège sert plus à rien depuis qu’ils ont fait le nouveau. On met deux buts et un grillage et c’est bon. On est toute la 5e B à être d’accord.',
    },
    {
      by: 'Léonie skate',
      title: 'Réparer le skatepark nous-mêmes',
      body: 'Il y a des fissures partout, ma copine s’est cassé le poignet. Il existe des gens qui apprennent aux jeunes à refaire leur skatepark avec eux. On veut bien y passer nos week-ends !',
    },
    {
      by: 'Nour',
      title: 'Une patinoire à Noël',
      body: 'Une patinoire sur la place, avec de la musique et du chocolat chaud. Il y en a dans toutes les villes sauf la nôtre ⛸️',
    },
    {
      by: 'Sacha B.',
      title: 'Un créneau de nage libre pour les ados',
      body: 'Le vendredi de 18 h à 20 h rien que pour les 11-17 ans, avec le toboggan ouvert et de la musique.',
    },
  ],
  'Culture et musique': [
    {
      by: 'Ysée',
      title: 'Une salle pour répéter',
      body: 'On a un groupe (batterie, basse, chant) et on répète dans le garage de mon oncle, les voisins appellent la police à 18 h. Il nous faut une salle avec des murs épais.',
    },
    {
      by: 'Popcorn',
      title: 'Notre ciné à nous',
      body: 'Un film par mois choisi par nous. Pas un film éducatif. Enfin parfois.',
    },
    {
      by: 'Anouk',
      title: 'Une grande fresque',
      body: 'Le mur du gymnase est beige et très moche. Avec une vraie graffeuse on pourrait dessiner notre ville comme on la voit.',
    },
  ],
  Nature: [
    {
      by: 'Basil',
      title: 'On fait pousser notre cantine',
      body: 'À la cantine les tomates ont zéro goût. Si on les faisait pousser on les mangerait. Mon grand-père veut bien nous apprendre.',
    },
    {
      by: 'Ninon',
      title: 'Sauver les hérissons',
      body: 'Ils se font écraser parce qu’ils peuvent pas passer sous les grillages. Il suffit de faire un trou de 13 cm × 13 cm et des cabanes avec des feuilles. Moi j’en ai fait une, il y a un hérisson qui dort dedans, il s’appelle Gérard.',
    },
    {
      by: 'Tao',
      title: 'Des poubelles qui donnent envie',
      body: 'Avec un panier de basket au-dessus. Quand on marque ça fait un bruit.',
    },
  ],
  Numérique: [
    {
      by: 'Ilyan',
      title: 'Des casiers avec des prises',
      body: 'Quand on attend le car de 18 h 40 on n’a plus de batterie et les parents s’inquiètent.',
    },
    {
      by: 'pixel_rose',
      title: 'Créer des jeux vidéo',
      body: 'Pas juste jouer, créer ! Il faut des ordinateurs assez puissants et quelqu’un qui sait. Je sais déjà un peu, j’ai fait un jeu avec un canard.',
    },
    {
      by: 'Gab',
      title: 'Le wifi dehors',
      body: 'tout le monde n’a pas 100 giga de forfait',
    },
  ],
  Solidarité: [
    {
      by: 'Maïssane',
      title: 'Un endroit calme dans la cour',
      body: 'À la récré il y a trop de bruit et les ballons arrivent dans la tête. J’aimerais des bancs, des plantes et un coin où c’est interdit de crier. On est plusieurs à ne pas oser le dire.',
    },
    {
      by: 'Timéo',
      title: 'Échanger les chaussures trop petites',
      body: 'Mes crampons m’ont fait 4 mois. Quelqu’un peut les prendre et moi je prends ceux d’un plus grand. C’est logique.',
    },
    {
      by: 'Elsa et Lou',
      title: 'Une journée sans téléphone',
      body: 'Nous on voudrait essayer, mais toute seule c’est impossible. Si tout le monde le fait le même jour et qu’il y a plein d’activités, ça peut être bien.',
    },
    {
      by: 'Ismaël',
      title: 'Aider les personnes âgées avec leur téléphone',
      body: 'Un mercredi sur deux au foyer. On leur apprend, et elles nous racontent. Il y a juste besoin de gâteaux.',
    },
  ],
};

/** Invented young people: nickname and name. */
export const authors: readonly (readonly [nickname: string, name: string])[] = [
  ['milo.foot', 'Milo Desgranges'],
  ['Léonie skate', 'Léonie Chauveau'],
  ['Nour', 'Nour Elbaz'],
  ['Sacha B.', 'Sacha Bouquin'],
  ['Ysée', 'Ysée Lombart'],
  ['Popcorn', 'Maxence Riboulet'],
  ['Anouk', 'Anouk Perdriau'],
  ['Basil', 'Basil Courtin'],
  ['Ninon', 'Ninon Malherbe'],
  ['Tao', 'Tao Guignard'],
  ['Ilyan', 'Ilyan Boudry'],
  ['pixel_rose', 'Rose-Marie Chapelot'],
  ['Gab', 'Gabriel Monceau'],
  ['Maïssane', 'Maïssane Ferhat'],
  ['Timéo', 'Timéo Jolivet'],
  ['Elsa et Lou', 'Elsa Vandamme'],
  ['Ismaël', 'Ismaël Konatou'],
];
