import type { IdeaShelf, ProjectText } from '../content.ts';

export const categories = ['Vie des villages', 'Chemins et paysages', 'Entraide'] as const;

export const ideas: IdeaShelf = {
  'Vie des villages': [
    {
      by: 'Lison',
      title: 'Le camion-épicerie du mardi',
      body: 'Plus une épicerie dans nos six villages depuis deux ans. Un camion qui fait la tournée le mardi, avec du pain, des légumes des fermes d’ici, le gaz et le courrier : les anciens n’auraient plus à demander qu’on les emmène.',
    },
    {
      by: 'Bastien des Forges',
      title: 'Un bal dans la grange de Marolière',
      body: 'La grange est saine, il manque un plancher, deux prises et une rampe. Six bals par an, un par village, et l’hiver on y met le marché de Noël.',
    },
    {
      by: 'La Martine',
      title: 'Une cabine téléphonique pleine de graines',
      body: 'L’ancienne cabine de Saugeray est toujours debout. J’y verrais bien des graines et des boutures à échanger, et un carnet pour se dire ce qui a poussé.',
    },
  ],
  'Chemins et paysages': [
    {
      by: 'Aubin',
      title: 'Rouvrir le chemin des meuniers',
      body: 'Neuf kilomètres le long de l’eau, de moulin en moulin, coupés à trois endroits par des ronces et une passerelle tombée en 1999. Quatre week-ends de chantier et un peu de bois.',
    },
    {
      by: 'Solange R.',
      title: 'Planter deux cents arbres têtards',
      body: 'Les trognes font partie de notre paysage et meurent les unes après les autres. Replantons-en le long des prés, avec les éleveurs, et réapprenons à les tailler.',
    },
    {
      by: 'Théo V.',
      title: 'Une table d’orientation à la butte',
      body: 'De là-haut on voit onze clochers. Personne ne sait plus lesquels.',
    },
  ],
  Entraide: [
    {
      by: 'Nanou',
      title: 'Un tour de garde pour rendre visite',
      body: 'Chaque semaine, quelqu’un passe boire un café chez ceux qui vivent seuls. Il faut un carnet, un peu d’essence remboursée et quelqu’un qui tient la liste.',
    },
    {
      by: 'Lison',
      title: 'Une voiture partagée par village',
      body: 'Six voitures électriques d’occasion, une par place d’église, à réserver par téléphone. Je veux bien tenir le planning de Besnay-le-Haut.',
    },
  ],
};

export const projects: readonly ProjectText[] = [
  {
    title: 'Le camion-épicerie du mardi',
    category: 'Vie des villages',
    summary:
      'Aménager un camion d’occasion prêté par la coopérative : étagères, froid, rampe. Tournée des six villages chaque mardi, tenue par l’association.',
    cost: 3_800,
    place: 'Six villages',
    from: ['Le camion-épicerie du mardi'],
    appeal: 24,
  },
  {
    title: 'Un plancher de bal pour la grange de Marolière',
    category: 'Vie des villages',
    summary:
      'Poser un plancher démontable de 90 m², deux lignes électriques et une rampe d’accès, en chantier participatif.',
    cost: 2_900,
    place: 'Marolière',
    from: ['Un bal dans la grange de Marolière'],
    appeal: 17,
  },
  {
    title: 'Le chemin des meuniers, rouvert',
    category: 'Chemins et paysages',
    summary:
      'Débroussailler trois coupures, reconstruire la passerelle du gué et baliser les neuf kilomètres.',
    cost: 2_400,
    place: 'De Saugeray à l’écluse',
    from: ['Rouvrir le chemin des meuniers'],
    appeal: 21,
  },
  {
    title: 'Deux cents arbres têtards',
    category: 'Chemins et paysages',
    summary:
      'Fournir plants, protections et outils à douze éleveurs volontaires, avec deux journées de formation à la taille.',
    cost: 1_700,
    place: 'Prés de la vallée',
    from: ['Planter deux cents arbres têtards'],
    appeal: 15,
  },
  {
    title: 'Le tour de garde des visites',
    category: 'Entraide',
    summary: 'Rembourser les trajets de vingt bénévoles pendant un an et imprimer les carnets.',
    cost: 900,
    place: 'Six villages',
    from: ['Un tour de garde pour rendre visite'],
    appeal: 16,
  },
];

/** Invented people: nickname and name. The first one has a password. */
export const authors: readonly (readonly [nickname: string, name: string])[] = [
  ['Lison', 'Lison Maraval'],
  ['Bastien des Forges', 'Bastien Cottereau'],
  ['La Martine', 'Martine Beaufils'],
  ['Aubin', 'Aubin Perdrix'],
  ['Solange R.', 'Solange Rouillard'],
  ['Théo V.', 'Théo Vallier'],
  ['Nanou', 'Annick Gaudry'],
];
