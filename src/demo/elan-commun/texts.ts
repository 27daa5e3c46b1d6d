import type { WrittenGroup } from '../../rooms/groups/index.ts';

/** What becomes of a group's certification in the story. */
export type Course = 'certified' | 'requested' | 'warned' | 'lost' | 'refused' | 'none' | 'young';

export type GroupText = Pick<
  WrittenGroup,
  'kind' | 'name' | 'presentation' | 'place' | 'county'
> & {
  at: readonly [latitude: number, longitude: number] | null;
  course: Course;
  /** Titles of what it did in public. */
  actions: readonly string[];
};

export const LILAS = 'Les Lilas Solidaires';

/** Invented groups of an invented movement: all kinds, over the country. */
export const groups: readonly GroupText[] = [
  {
    kind: 'local',
    name: LILAS,
    presentation:
      'Nous sommes une poignée, entre la mairie et le fort. Collectes devant le supermarché, permanence d’accès aux droits un samedi sur deux, et une soupe partagée quand il fait froid. On se retrouve le jeudi à 19 h à la maison des associations.',
    place: 'Les Lilas',
    county: '93',
    at: [48.8809, 2.4226],
    course: 'certified',
    actions: ['Collecte solidaire', 'Permanence d’accès aux droits', 'Soupe partagée'],
  },
  {
    kind: 'local',
    name: 'Pantin en commun',
    presentation:
      'Un groupe tout jeune, né d’une cage d’escalier sans ascenseur depuis l’été. On écrit au bailleur, on toque aux portes.',
    place: 'Pantin',
    county: '93',
    at: [48.8966, 2.4017],
    course: 'young',
    actions: ['Porte-à-porte rue Hoche'],
  },
  {
    kind: 'local',
    name: 'Croix-Rousse entraide',
    presentation:
      'Réparer, prêter, donner : un atelier vélo le dimanche, une armoire à outils, des bras pour les déménagements.',
    place: 'Lyon, plateau de la Croix-Rousse',
    county: '69',
    at: [45.7743, 4.8276],
    course: 'certified',
    actions: ['Atelier vélo ouvert', 'Vide-armoire', 'Chantier au jardin partagé'],
  },
  {
    kind: 'local',
    name: 'Belsunce vivant',
    presentation:
      'Des voisines et des voisins qui ramassent, repeignent et font la fête. Prochaine étape : les bancs de la place.',
    place: 'Marseille, Belsunce',
    county: '13',
    at: [43.2999, 5.3771],
    course: 'certified',
    actions: ['Ramassage avec les riverains', 'Repas de rue', 'Collecte de fournitures'],
  },
  {
    kind: 'local',
    name: 'Doulon se serre les coudes',
    presentation:
      'Entre la gare et les anciennes maraîchères : une collecte par mois, un potager partagé et des bras pour qui déménage.',
    place: 'Nantes, Doulon',
    county: '44',
    at: [47.2276, -1.5107],
    course: 'certified',
    actions: ['Collecte au marché', 'Chantier au potager', 'Café des droits'],
  },
  {
    kind: 'local',
    name: 'Arnaud-Bernard entraide',
    presentation:
      'Une place, trois cafés, vingt nationalités : on traduit, on accompagne, on cuisine ensemble le premier dimanche du mois.',
    place: 'Toulouse, Arnaud-Bernard',
    county: '31',
    at: [43.6093, 1.4415],
    course: 'certified',
    actions: ['Repas du premier dimanche', 'Atelier de papiers', 'Collecte de fournitures'],
  },
  {
    kind: 'local',
    name: 'Wazemmes debout',
    presentation: 'Marché le dimanche, réunion le mardi, action le samedi.',
    place: 'Lille, Wazemmes',
    county: '59',
    at: [50.6262, 3.0496],
    course: 'requested',
    actions: ['Stand au marché', 'Collecte de manteaux', 'Soirée des droits'],
  },
  {
    kind: 'local',
    name: 'Saint-Michel solidaire',
    presentation:
      'Tournées du soir, douches et café : on cherche des chauffeuses et des chauffeurs.',
    place: 'Bordeaux, Saint-Michel',
    county: '33',
    at: [44.8336, -0.5665],
    course: 'warned',
    actions: ['Tournée du soir', 'Café des voisins', 'Collecte de couvertures'],
  },
  {
    kind: 'local',
    name: 'Recouvrance ensemble',
    presentation: 'Sur la rive droite de la Penfeld. Une épicerie gratuite un vendredi par mois.',
    place: 'Brest',
    county: '29',
    at: [48.3852, -4.4983],
    course: 'lost',
    actions: ['Épicerie gratuite', 'Fête de la rade', 'Collecte de jouets'],
  },
  {
    kind: 'local',
    name: 'Vallée du Gier active',
    presentation: 'De Rive-de-Gier à Saint-Chamond, contre l’isolement et les logements froids.',
    place: 'Rive-de-Gier',
    county: '42',
    at: [45.5291, 4.6169],
    course: 'refused',
    actions: ['Visites aux isolé·es', 'Mesure du froid', 'Réunion chez le bailleur'],
  },
  {
    kind: 'local',
    name: 'Millevaches s’organise',
    presentation: 'Six hameaux, un camion, et du bois à partager avant l’hiver.',
    place: 'Faux-la-Montagne',
    county: '23',
    at: [45.7497, 1.9347],
    course: 'none',
    actions: ['Corvée de bois'],
  },
  {
    kind: 'local',
    name: 'Saint-Denis des hauts',
    presentation: 'Solidarité d’une ravine à l’autre, et jardin créole dans la cour de l’école.',
    place: 'Saint-Denis',
    county: '974',
    at: [-20.8989, 55.4485],
    course: 'none',
    actions: ['Plantation à l’école'],
  },
  {
    kind: 'thematic',
    name: 'Logement digne',
    presentation:
      'Partout en France, celles et ceux qui aident à écrire aux bailleurs, à faire constater, à obtenir des travaux.',
    place: '',
    county: '',
    at: null,
    course: 'certified',
    actions: ['Permanence en ligne', 'Atelier d’écriture au bailleur', 'Visite d’un immeuble'],
  },
  {
    kind: 'thematic',
    name: 'Cuisines partagées',
    presentation:
      'Recettes pour cinquante, matériel à prêter, règles d’hygiène expliquées simplement.',
    place: '',
    county: '',
    at: null,
    course: 'certified',
    actions: ['Repas de quartier', 'Cantine d’un soir', 'Atelier conserves'],
  },
  {
    kind: 'functional',
    name: 'Imprimerie du mouvement',
    presentation: 'Affiches et tracts relus, mis en page et imprimés pour tous les groupes.',
    place: 'Villeurbanne',
    county: '69',
    at: [45.7667, 4.8799],
    course: 'certified',
    actions: ['Portes ouvertes', 'Atelier d’affiches', 'Tirage pour le marché'],
  },
  {
    kind: 'county-loop',
    name: 'Boucle de Seine-Saint-Denis',
    presentation:
      'Le lien entre les groupes du département : une réunion par mois, un agenda commun.',
    place: 'Bobigny',
    county: '93',
    at: [48.9086, 2.4397],
    course: 'none',
    actions: ['Assemblée du département'],
  },
];

/** What members promise each other. */
export const elanCharter = `Nous agissons ensemble, à visage découvert et sans violence, là où nous vivons.

On écoute avant de répondre. On ne parle pas à la place des autres.

Ce que nous faisons est ouvert : qui veut aider peut venir, et l’on apprend en faisant.

L’argent qui nous est confié se justifie, centime par centime.`;
