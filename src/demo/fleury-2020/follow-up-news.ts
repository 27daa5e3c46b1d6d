import type { ServiceKey } from '../town-hall.ts';

/** What the town told of its winners on the way, and what it paid. By title of the project. */
export interface ToldProject {
  service: ServiceKey;
  mode: 'team' | 'services';
  /** Of the budget voted; the second may not exceed the first. */
  committed: number;
  spent: number;
  /** `on`: `YYYY-MM-DD`. */
  news: readonly {
    on: string;
    title: string;
    body: string;
    picture?: { scene: 'tent' | 'compost' | 'trap' | 'cafe' | 'pool'; alt: string };
  }[];
  /** With the days that were said for what is left, by their month. */
  suspended?: { on: string; reason: string; delivered: string; inaugurated: string };
}

export const followUpNews: Record<string, ToldProject> = {
  'Une tente anti-gaspi sur le marché': {
    service: 'roads',
    mode: 'team',
    committed: 0.96,
    spent: 0.96,
    news: [
      {
        on: '2021-10-16',
        title: 'Un mois de tente : 640 kg sauvés',
        body: 'Cinq samedis, 31 bénévoles, 212 familles. Ce qui part le plus vite : le pain de la veille. Ce qui reste : les poireaux. Une recette est affichée chaque semaine.',
        picture: {
          scene: 'tent',
          alt: 'Une tente rouge et blanche sur une place, des cageots de légumes devant elle',
        },
      },
      {
        on: '2023-03-11',
        title: 'La tente a son rayon de l’hiver',
        body: 'Soupe chaude à midi, avec les légumes du matin. Les élèves du lycée professionnel tiennent le comptoir un samedi sur deux.',
      },
    ],
  },
  'Des composteurs collectifs urbains dans six résidences': {
    service: 'parks',
    mode: 'team',
    committed: 1.04,
    spent: 1.01,
    news: [
      {
        on: '2022-09-17',
        title: 'Les mouchettes sont parties',
        body: 'Deux sites en avaient trop cet été. Une couche de broyat de plus, et tout est rentré dans l’ordre : merci aux référentes du Clos de l’Horloge.',
        picture: {
          scene: 'compost',
          alt: 'Trois bacs de bois côte à côte, du broyat et une fourche devant',
        },
      },
    ],
  },
  'Cent pièges à frelons asiatiques prêtés aux habitants': {
    service: 'parks',
    mode: 'services',
    committed: 0.88,
    spent: 0.88,
    news: [
      {
        on: '2022-04-29',
        title: '97 pièges sur 100 sont dans les jardins',
        body: 'Le prêt est gratuit, de février à mai. La carte des prises est tenue par le rucher école : 412 reines en dix semaines.',
        picture: {
          scene: 'trap',
          alt: 'Un piège transparent accroché à une branche fleurie',
        },
      },
    ],
  },
  'Un café solidaire itinérant': {
    service: 'culture',
    mode: 'team',
    committed: 1,
    spent: 0.97,
    news: [
      {
        on: '2022-06-24',
        title: 'Trente-deux haltes depuis mars',
        body: 'Le café roule du mardi au samedi. À la gare, on vient pour l’aide aux papiers ; aux Blossières, pour le tricot.',
        picture: {
          scene: 'cafe',
          alt: 'Une camionnette jaune ouverte sur le côté, une table et quatre chaises dehors',
        },
      },
    ],
  },
  'Aménagement extérieur de la piscine des Jacobins': {
    service: 'sports',
    mode: 'team',
    committed: 0.92,
    spent: 0.71,
    news: [
      {
        on: '2025-07-03',
        title: 'Les jets d’eau fonctionnent',
        body: 'Essai réussi un matin de juillet, devant les élèves de l’école voisine. Il ne manque que les transats, et une piscine ouverte autour.',
        picture: {
          scene: 'pool',
          alt: 'Quatre jets d’eau devant un bassin, de jeunes arbres au fond',
        },
      },
    ],
    suspended: {
      on: '2025-09-18',
      reason:
        'La rénovation énergétique du bâtiment dure plus longtemps que prévu : l’espace extérieur est prêt, mais il ouvrira avec la piscine, au printemps 2027. Rien n’est abandonné et rien ne coûte plus cher.',
      delivered: '2027-04-01',
      inaugurated: '2027-06-01',
    },
  },
  'Soixante places de vélo sûres, dont un abri fermé à la gare': {
    service: 'roads',
    mode: 'services',
    committed: 0.99,
    spent: 0.99,
    news: [
      {
        on: '2024-01-12',
        title: 'L’abri est plein dès huit heures',
        body: 'Trente-huit vélos les jours de semaine pour quarante places. L’inauguration attend la fin des travaux du parvis, que mène la région.',
      },
    ],
  },
  'Huit boîtes à livres, une par quartier': {
    service: 'culture',
    mode: 'services',
    committed: 0.98,
    spent: 0.98,
    news: [],
  },
  'Des tables de ping-pong dans trois quartiers': {
    service: 'sports',
    mode: 'services',
    committed: 1,
    spent: 1,
    news: [],
  },
  'Des tables de pique-nique au bord de la Braye': {
    service: 'parks',
    mode: 'services',
    committed: 0.94,
    spent: 0.94,
    news: [],
  },
  'Une joëlette et un vélo adapté à emprunter': {
    service: 'sports',
    mode: 'team',
    committed: 0.99,
    spent: 0.97,
    news: [],
  },
  'La ludothèque qui se déplace': {
    service: 'culture',
    mode: 'team',
    committed: 0.97,
    spent: 0.95,
    news: [],
  },
};
