/** What the office says of ideas, and what is proposed, decided and told. */

/** Criteria that an idea does not meet, by title; of every other idea looked at, all are met. */
export const unmet: Readonly<Record<string, { criteria: readonly string[]; note: string }>> = {
  'Une fête des quartiers chaque printemps': {
    criteria: ['C’est une dépense d’investissement'],
    note: 'Orchestre et repas reviennent chaque année : le service culture l’a chiffré à 16 000 €.',
  },
  'Des bornes de recharge place de la Halle': {
    criteria: ['Le projet est nouveau'],
    note: 'Déjà décidé : deux bornes au printemps.',
  },
  'Des garages à vélos fermés à la gare': {
    criteria: ['Il relève de la compétence de la commune'],
    note: '',
  },
};

interface DecidedText {
  reason?: string;
  text: string;
  personal?: string;
}

/** Decided by the deciders and told to everybody. */
export const published: Readonly<Record<string, DecidedText>> = {
  'Un verger en libre cueillette derrière le cimetière': {
    text: 'Vingt-deux fruitiers peuvent être plantés dès novembre, pour 9 600 €. L’idée devient un projet soumis au vote.',
    personal: 'L’association des jardiniers propose de vous rencontrer avant la campagne.',
  },
  'Des arceaux à vélos devant chaque équipement public': {
    text: 'Neuf équipements, cinquante-quatre arceaux et un abri à la piscine : 14 500 €. L’idée est retenue pour le vote.',
  },
  'Une fête des quartiers chaque printemps': {
    reason: 'Fonctionnement, et non investissement',
    text: 'Le budget participatif paie ce qui dure : une fête revient chaque année à la charge de la ville. Le service culture vous invite à son appel à projets d’automne.',
  },
  'Des bornes de recharge place de la Halle': {
    reason: 'Déjà prévu ou déjà fait',
    text: 'Deux bornes, soit quatre places, seront posées sur la place au printemps par le syndicat d’énergie.',
  },
};

/** Decided, and waiting to be told. */
export const decided: Readonly<Record<string, DecidedText>> = {
  'Des nichoirs sur les bâtiments communaux': {
    text: 'Cent nichoirs posés pendant les ravalements, pour 4 100 €. L’idée est retenue pour le vote.',
  },
  'Un bassin extérieur à la piscine des Jacobins': {
    reason: 'Coût au-dessus du plafond',
    text: 'Le service des sports estime le bassin à 1 900 000 €, pour un plafond de 30 000 €. L’idée est versée à l’étude du plan « piscine ».',
  },
};

/** Prepared by the office, and waiting for the decider. */
export const prepared: Readonly<Record<string, DecidedText>> = {
  'Des cuves d’eau de pluie pour les jardins familiaux': {
    text: 'Deux cuves, une pompe et un robinet par allée : les deux idées deviennent un projet de 15 900 €.',
  },
  'Un piano dans le hall de la mairie': {
    text: 'Un piano d’occasion révisé, parrainé par l’école de musique : 2 400 €.',
  },
  'Des toilettes publiques propres près du marché': {
    text: 'Une cabine accessible avec table à langer, 29 500 € et 3 800 € d’entretien par an.',
  },
  'Des ruches sur le toit de la mairie': {
    reason: 'Irréalisable techniquement',
    text: 'La terrasse ne peut porter ni les ruches ni les visites. Les espaces verts proposent des hôtels à abeilles sauvages au parc.',
  },
  'Des garages à vélos fermés à la gare': {
    reason: 'Hors compétence de la commune',
    text: 'Le terrain appartient au gestionnaire de la gare, dont l’abri fermé ouvrira d’ici dix-huit mois.',
    personal: 'Nous vous prévenons dès que les travaux commencent.',
  },
};
