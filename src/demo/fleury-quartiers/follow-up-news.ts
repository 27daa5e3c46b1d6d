import type { ToldProject } from '../content.ts';

/** What was told of the winners of the districts on the way, what they cost, and why one of them was given up. */
export const followUpNews: Record<string, ToldProject> = {
  'Un four à pain commun à la Chênaie': {
    service: 'buildings',
    mode: 'team',
    committed: 1,
    spent: 0.98,
    outcome:
      'Une fournée par semaine : dix-sept familles y cuisent leur pain, et la place est vivante le samedi.',
    news: [
      {
        on: '2024-07-22',
        title: 'Cinquante-deux pains, dont trois brûlés',
        body: 'Le four tient la chaleur douze heures. Le samedi suivant, ce sont les tartes. Inscription au panneau, devant le four.',
        picture: {
          scene: 'oven',
          alt: 'Un four de briques où brûle un feu, des miches de pain posées de chaque côté',
        },
      },
    ],
  },
  'Rue aux enfants, le mercredi': {
    service: 'roads',
    mode: 'team',
    committed: 0.9,
    spent: 0.9,
    outcome:
      'Trente enfants jouent dehors chaque mercredi, dans une rue où passaient deux cents voitures.',
    news: [
      {
        on: '2024-06-06',
        title: 'Trente enfants, aucune voiture',
        body: 'La rue ferme à 14 h. À 14 h 05, la marelle est prise. Les riverains gardent leur accès au pas.',
        picture: {
          scene: 'street',
          alt: 'Des enfants jouent au milieu d’une rue fermée, une marelle peinte au sol et des fanions au-dessus',
        },
      },
    ],
  },
  'Une boîte à dons devant l’école': {
    service: 'buildings',
    mode: 'services',
    committed: 0.95,
    spent: 0.95,
    outcome: 'Environ cent vingt objets par mois trouvent une nouvelle maison au lieu de la benne.',
    news: [],
  },
  'Des nichoirs et des ruches dans les jardins de la gare': {
    service: 'parks',
    mode: 'team',
    committed: 0.97,
    spent: 0.97,
    outcome: 'Neuf nichoirs habités sur vingt, et trente et un pots de miel la première année.',
    news: [],
  },
  'La cour du musée ouverte le soir': {
    service: 'culture',
    mode: 'services',
    committed: 1.02,
    spent: 1.02,
    outcome: 'De mai à septembre, le centre a une place de plus jusqu’à 22 h.',
    news: [],
    later: { on: '2026-05-06', months: { inaugurated: '2027-05-01' } },
  },
  'Un verger partagé le long de la Braye': {
    service: 'parks',
    mode: 'team',
    committed: 0.7,
    spent: 0.52,
    news: [
      {
        on: '2025-12-08',
        title: 'Quarante arbres, vingt à venir',
        body: 'Deux classes ont planté samedi les vingt arbres du deuxième hiver. Chaque arbre a une étiquette écrite par un enfant.',
        picture: {
          scene: 'orchard',
          alt: 'Quatre arbres fruitiers chargés de pommes au bord d’une rivière',
        },
      },
    ],
    later: { on: '2025-12-09', months: { delivered: '2027-03-01', inaugurated: '2027-09-01' } },
  },
  'Des toilettes publiques propres et accessibles': {
    service: 'roads',
    mode: 'services',
    committed: 0.55,
    spent: 0.2,
    news: [],
    later: {
      on: '2025-09-12',
      months: { works: '2026-09-01', delivered: '2026-10-01', inaugurated: '2026-12-01' },
    },
  },
  'Le moulin éclairé par le soleil': {
    service: 'buildings',
    mode: 'services',
    committed: 0.08,
    spent: 0.08,
    news: [],
    halted: {
      on: '2024-06-20',
      how: 'abandon',
      reason:
        'La charpente de la maison de quartier ne peut pas porter de panneaux : la renforcer coûterait 70 000 €, près de six fois le budget voté. Les 12 400 € reviennent au prochain budget des quartiers, moins les 990 € de l’étude, qui est publiée.',
    },
  },
  'Une fontaine à boire place de la République': {
    service: 'roads',
    mode: 'services',
    committed: 0,
    spent: 0,
    news: [],
    later: {
      on: '2025-03-07',
      months: {
        procurement: '2026-12-01',
        works: '2027-04-01',
        delivered: '2027-05-01',
        inaugurated: '2027-06-01',
      },
    },
  },
};
