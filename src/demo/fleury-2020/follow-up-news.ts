import type { ToldProject } from '../content.ts';

/** What the town told of its winners on the way, and what it paid. By title of the project. */
export const followUpNews: Record<string, ToldProject> = {
  'Une tente anti-gaspi sur le marché': {
    service: 'roads',
    mode: 'team',
    committed: 0.96,
    spent: 0.96,
    outcome:
      'Dix tonnes de fruits et légumes données au lieu d’être jetées, à environ 70 foyers chaque semaine.',
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
    outcome:
      '214 foyers sans jardin compostent au pied de leur immeuble : onze tonnes d’épluchures en un an.',
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
    outcome:
      '412 reines piégées au printemps, et trois fois moins d’interventions des pompiers sur des nids.',
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
    outcome:
      'Quarante personnes par jour prennent un café au bas de chez elles, qu’elles puissent le payer ou non.',
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
    later: {
      on: '2025-09-18',
      months: { delivered: '2027-04-01', inaugurated: '2027-06-01' },
    },
    halted: {
      on: '2025-09-18',
      how: 'suspend',
      reason:
        'La rénovation énergétique du bâtiment dure plus longtemps que prévu : l’espace extérieur est prêt, mais il ouvrira avec la piscine, au printemps 2027. Rien n’est abandonné et rien ne coûte plus cher.',
    },
  },
  'Soixante places de vélo sûres, dont un abri fermé à la gare': {
    service: 'roads',
    mode: 'services',
    committed: 0.99,
    spent: 0.99,
    outcome:
      'Trente-huit vélos dorment chaque jour à l’abri à la gare : il n’y en avait que neuf avant.',
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
    outcome:
      'Environ 300 livres changent de mains chaque mois, à moins de dix minutes à pied de chez soi.',
    news: [],
  },
  'Des tables de ping-pong dans trois quartiers': {
    service: 'sports',
    mode: 'services',
    committed: 1,
    spent: 1,
    outcome:
      'On joue le soir et le dimanche, gratuitement, dans trois quartiers qui n’avaient pas d’équipement.',
    news: [],
  },
  'Des tables de pique-nique au bord de la Braye': {
    service: 'parks',
    mode: 'services',
    committed: 0.94,
    spent: 0.94,
    outcome: 'Les berges se remplissent le midi : six tables, dont deux accessibles en fauteuil.',
    news: [],
  },
  'Une joëlette et un vélo adapté à emprunter': {
    service: 'sports',
    mode: 'team',
    committed: 0.99,
    spent: 0.97,
    outcome:
      'Soixante-dix sorties en un an pour des enfants et des adultes qui ne pouvaient pas suivre.',
    news: [],
  },
  'La ludothèque qui se déplace': {
    service: 'culture',
    mode: 'team',
    committed: 0.97,
    spent: 0.95,
    outcome: 'Un samedi sur deux, les jeux viennent dans un quartier : 90 familles inscrites.',
    news: [],
  },
};
