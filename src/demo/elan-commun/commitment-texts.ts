import type { Scene } from '../pictures/index.ts';
import { LILAS } from './texts.ts';

/** Days are before the end of the story; negative ones are still to come. */
export interface CommittedText {
  group: string;
  on: number;
  adaptation: string;
  planned?: readonly [from: number, to: number];
  report?: {
    held: number;
    told: number;
    place: string;
    people: number;
    worked: string;
    harder: string;
    picture: { scene: Scene; alt: string };
  };
}

/** One action that five groups repeat, and one that a single group still separates from it. */
export const commitmentsTold: readonly {
  group: string;
  title: string;
  groups: readonly CommittedText[];
}[] = [
  {
    group: LILAS,
    title: 'Collecte solidaire devant le supermarché',
    groups: [
      {
        group: 'Croix-Rousse entraide',
        on: 11,
        adaptation: 'Devant l’épicerie de la place, dont la gérante nous prête deux tables.',
        planned: [5, 4],
        report: {
          held: 4,
          told: 3,
          place: 'Place de la Croix-Rousse',
          people: 16,
          worked:
            'Onze caisses en trois heures. Un panneau avec la liste des besoins, à l’entrée : les gens choisissent sans qu’on leur parle. Deux personnes qui faisaient leurs courses sont restées trier avec nous.',
          harder:
            'Le rangement : prévoyez une camionnette. Et demandez l’accord du magasin par écrit, l’équipe du samedi n’était pas prévenue.',
          picture: {
            scene: 'crates',
            alt: 'Trois cageots de légumes et de fruits',
          },
        },
      },
      {
        group: 'Belsunce vivant',
        on: 10,
        adaptation: 'Nous la ferons avec l’association de locataires, en trois langues.',
        planned: [-6, -6],
      },
      { group: 'Logement digne', on: 9, adaptation: '' },
      {
        group: 'Cuisines partagées',
        on: 7,
        adaptation: 'Nous cuisinons le soir même ce qui ne se garde pas.',
        planned: [-4, -10],
      },
      { group: 'Imprimerie du mouvement', on: 5, adaptation: 'Et nous imprimons les affiches.' },
    ],
  },
  {
    group: 'Logement digne',
    title: 'L’ascenseur, on s’en occupe',
    groups: [
      {
        group: LILAS,
        on: 12,
        adaptation: 'Dans les deux tours du fort, avec les gardiens.',
        planned: [-12, -20],
      },
      { group: 'Belsunce vivant', on: 8, adaptation: '' },
      {
        group: 'Croix-Rousse entraide',
        on: 6,
        adaptation: 'Chez nous, ce sont les escaliers mécaniques du métro.',
        planned: [-15, -15],
      },
      { group: 'Imprimerie du mouvement', on: 2, adaptation: '' },
    ],
  },
];
