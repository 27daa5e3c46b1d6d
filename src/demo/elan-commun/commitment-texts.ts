import type { Scene } from '../pictures/index.ts';
import { LILAS } from './texts.ts';

/** What a group promises, and does, of an action: days before the story ends. */
export interface CommitmentTold {
  group: string;
  at: number;
  adaptation?: string;
  /** It means to do it between these days from now. */
  planned?: readonly [from: number, to: number];
  /** It took it back. */
  withdrawn?: number;
  reports?: readonly {
    at: number;
    heldOn: number;
    place: string;
    people: number;
    worked: string;
    harder: string;
    picture?: Scene;
  }[];
  /** What it asks of the fund, and what the desk says. */
  budget?: {
    at: number;
    explanation: string;
    lines: readonly { label: string; amount: number }[];
    validated?: number;
    infoAsked?: { at: number; words: string };
  };
}

const COLLECTE = 'Collecte solidaire devant le supermarché';

/** By title of the action. Five groups make the first one fundable; the second lacks one. */
export const commitmentsTold: Readonly<Record<string, readonly CommitmentTold[]>> = {
  [COLLECTE]: [
    {
      group: 'Belsunce vivant',
      at: 11,
      adaptation:
        'Pas de supermarché chez nous : nous la faisons au marché de la place, avec l’accord du placier.',
      reports: [
        {
          at: 2,
          heldOn: 3,
          place: 'Marché de Belsunce, Marseille',
          people: 34,
          worked:
            'La liste courte : douze produits, écrits gros, en quatre langues. Les commerçant·es ont donné autant que leurs client·es, et le tri a duré une heure à peine.',
          harder:
            'Le vent a pris la première banderole. Prévoyez des pinces, et une personne pour expliquer où vont les dons.',
          picture: 'street',
        },
      ],
      budget: {
        at: 4,
        explanation: 'La banderole nous servira toute l’année ; le reste, pour deux collectes.',
        lines: [
          { label: 'Banderole et pinces', amount: 9_000 },
          { label: 'Listes en quatre langues, impression', amount: 6_000 },
          { label: 'Cagettes pliantes', amount: 9_000 },
        ],
        validated: 3,
      },
    },
    {
      group: 'Doulon se serre les coudes',
      at: 10,
      adaptation: 'À la sortie de l’école, un vendredi : surtout des cahiers et des goûters.',
      reports: [
        {
          at: 1,
          heldOn: 2,
          place: 'École Maurice-Macé, Nantes',
          people: 21,
          worked:
            'Les enfants ont dessiné la liste. Une famille aidée l’an dernier tenait la table avec nous.',
          harder: 'Une heure, c’est court : venez à six plutôt qu’à quatre.',
          picture: 'tent',
        },
      ],
      budget: {
        at: 2,
        explanation: 'Une collecte par mois jusqu’en mars.',
        lines: [
          { label: 'Bacs de tri', amount: 11_500 },
          { label: 'Affiches et listes', amount: 4_500 },
          { label: 'Goûter des bénévoles', amount: 5_500 },
        ],
      },
    },
    {
      group: 'Croix-Rousse entraide',
      at: 9,
      adaptation: 'Devant l’épicerie de la place, dont la gérante nous prête deux tables.',
      reports: [
        {
          at: 4,
          heldOn: 5,
          place: 'Place de la Croix-Rousse, Lyon',
          people: 16,
          worked:
            'Onze caisses en trois heures. Un panneau avec la liste des besoins, à l’entrée : les gens choisissent sans qu’on leur parle. Deux personnes qui faisaient leurs courses sont restées trier avec nous.',
          harder:
            'Le rangement : prévoyez une camionnette. Et demandez l’accord du magasin par écrit, l’équipe du samedi n’était pas prévenue.',
          picture: 'cafe',
        },
      ],
    },
    {
      group: 'Logement digne',
      at: 8,
      withdrawn: 3,
      adaptation: 'Dans un hall d’immeuble, avec les locataires que nous suivons.',
    },
    {
      group: 'Arnaud-Bernard entraide',
      at: 7,
      planned: [5, 12],
      adaptation: 'Devant deux épiceries de la place, le premier dimanche du mois.',
      budget: {
        at: 3,
        explanation: '',
        lines: [
          { label: 'Location d’un triporteur', amount: 14_000 },
          { label: 'Cagettes', amount: 6_000 },
        ],
        infoAsked: {
          at: 1,
          words:
            'Merci ! Un triporteur pour une matinée nous paraît cher : combien de jours le gardez-vous, et avez-vous demandé à un groupe voisin de prêter le sien ?',
        },
      },
    },
    { group: 'Cuisines partagées', at: 5, planned: [10, 24] },
  ],
  'L’ascenseur, on s’en occupe': [
    { group: LILAS, at: 9, planned: [6, 20] },
    {
      group: 'Belsunce vivant',
      at: 8,
      adaptation: 'Trois immeubles, un seul syndic : une lettre commune.',
    },
    { group: 'Doulon se serre les coudes', at: 6, planned: [8, 30] },
    { group: 'Arnaud-Bernard entraide', at: 4 },
  ],
  'Atelier vélo au pied de l’immeuble': [
    { group: 'Cuisines partagées', at: 6 },
    { group: LILAS, at: 3, planned: [12, 40] },
  ],
  'Ramassage avec les riverain·es, et goûter': [
    { group: 'Doulon se serre les coudes', at: 2, planned: [15, 30] },
  ],
};
