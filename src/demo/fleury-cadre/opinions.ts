/** What the services are asked about each idea, and what they say. Days are counted from today; money is in whole euros. */
import type { OpinionContent } from '../../rooms/review/index.ts';
import type { ServiceKey } from '../town-hall.ts';
import { outdoors } from './opinions-outdoors.ts';

export interface AskedText {
  service: ServiceKey;
  /** By hand, besides the service of its category; left out: asked when the idea came in. */
  asked?: { day: number; dueDay: number; request: string };
  /** The day that the office moves the last day to. */
  dueDay?: number;
  returned?: { day: number; comment: string; suggests: ServiceKey };
  given?: OpinionText & { day: number };
  draft?: OpinionText & { day: number };
}

type Said = Pick<OpinionContent, 'verdict' | 'technical' | 'legal' | 'financial' | 'comment'>;
interface OpinionText extends Partial<Said> {
  /** Taxes included. */
  capital?: number;
  yearly?: number;
  months?: number;
}

/** Where nothing else is said it can be done: as a form that was filled in quickly. */
export const asContent = ({ capital, yearly, months, ...said }: OpinionText): OpinionContent => ({
  technical: said.technical ?? 'yes',
  legal: said.legal ?? 'yes',
  financial: said.financial ?? 'yes',
  verdict: said.verdict ?? 'favourable',
  comment: said.comment ?? '',
  capitalCost: capital === undefined ? null : capital * 100,
  yearlyCost: yearly === undefined ? null : yearly * 100,
  delayMonths: months ?? null,
});

/** By title; an idea that is not here waits for the service of its category, which has not opened it. */
export type AskedTexts = Readonly<Record<string, readonly AskedText[]>>;

export const opinions: AskedTexts = {
  ...outdoors,
  'Des toilettes publiques propres près du marché': [
    {
      service: 'buildings',
      given: {
        day: -9,
        verdict: 'reserved',
        financial: 'with-conditions',
        capital: 29_500,
        yearly: 3_800,
        months: 14,
        comment:
          'Une seule cabine tient sous le plafond. L’entretien coûte 3 800 € par an : à accepter en le sachant.',
      },
    },
  ],
  'Fermer le préau du Vieux-Pont pour en faire une salle': [{ service: 'buildings', dueDay: -3 }],
  'Une salle pour travailler le soir': [
    {
      service: 'buildings',
      dueDay: 7,
      draft: {
        day: -3,
        capital: 6_500,
        comment: 'Badge et sonde de présence. L’alarme reste à voir.',
      },
    },
  ],
  'Des panneaux solaires sur le gymnase de la Chênaie': [
    {
      service: 'buildings',
      given: {
        day: -4,
        verdict: 'reserved',
        financial: 'with-conditions',
        capital: 30_000,
        yearly: 250,
        months: 12,
        comment: 'Le plafond paie 90 m² de panneaux ; la charpente en porterait trois fois plus.',
      },
    },
  ],
  'Des agrès en plein air au parc du Moulin': [
    {
      service: 'sports',
      given: {
        day: -7,
        capital: 18_900,
        yearly: 350,
        months: 7,
        comment: 'Sept modules, sol souple compris.',
      },
    },
  ],
  'Un parcours sportif le long de la Braye': [
    { service: 'sports', dueDay: 8 },
    {
      service: 'parks',
      asked: {
        day: -5,
        dueDay: 7,
        request: 'La berge supporte-t-elle des stations entre le pont et l’écluse ?',
      },
    },
  ],
  'Un bassin extérieur à la piscine des Jacobins': [
    {
      service: 'sports',
      given: {
        day: -13,
        verdict: 'unfavourable',
        financial: 'no',
        capital: 1_900_000,
        yearly: 140_000,
        months: 36,
        comment: 'Bassin, filtration et vestiaires : sans rapport avec le plafond de 30 000 €.',
      },
    },
  ],
  'Une piste de bosses aux Bruyères': [
    {
      service: 'sports',
      given: {
        day: -10,
        verdict: 'reserved',
        technical: 'with-conditions',
        capital: 28_000,
        yearly: 600,
        months: 11,
        comment:
          'Une boucle de 60 m tient sous le plafond, à condition de la placer loin des fenêtres.',
      },
    },
    {
      service: 'roads',
      asked: { day: -12, dueDay: 5, request: 'Qui reprendrait l’enrobé chaque année ?' },
      returned: {
        day: -8,
        comment:
          'Ce terrain n’est pas dans le domaine routier : ce sont les espaces verts qui l’entretiennent.',
        suggests: 'parks',
      },
    },
  ],
  'Une scène couverte dans la cour de la médiathèque': [
    { service: 'culture', dueDay: 7, draft: { day: -1, capital: 24_000, yearly: 900 } },
    {
      service: 'buildings',
      asked: { day: -4, dueDay: 7, request: 'Peut-on fixer un auvent sur la façade protégée ?' },
    },
  ],
  'Un piano dans le hall de la mairie': [
    {
      service: 'culture',
      given: {
        day: -9,
        capital: 2_400,
        yearly: 220,
        months: 2,
        comment: 'Piano d’occasion révisé, deux accords par an. L’école de musique parraine.',
      },
    },
  ],
  'Une fête des quartiers chaque printemps': [
    {
      service: 'culture',
      given: {
        day: -22,
        verdict: 'unfavourable',
        financial: 'no',
        yearly: 16_000,
        comment: 'Tout est dépense de chaque année : le règlement ne le permet pas.',
      },
    },
  ],
  'Raconter les tanneries sur les murs': [{ service: 'culture', dueDay: 2 }],
  'Une rampe à la salle des fêtes': [
    {
      service: 'buildings',
      given: {
        day: -3,
        technical: 'with-conditions',
        capital: 12_700,
        yearly: 0,
        months: 6,
        comment: 'Pente de 5 % possible côté jardin, en déplaçant le compteur de gaz.',
      },
    },
  ],
  'Des jeux peints au sol de la cour': [
    {
      service: 'sports',
      returned: {
        day: -7,
        comment: 'Une cour d’école n’est pas un terrain de sport : voyez avec les bâtiments.',
        suggests: 'buildings',
      },
    },
  ],
  'Des plantes qui grimpent sur le grillage': [{ service: 'parks', dueDay: -1 }],
  'Un abri à l’arrêt de bus des Saules': [{ service: 'roads', dueDay: 3 }],
};
