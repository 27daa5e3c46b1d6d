import type { AskedTexts } from './opinions.ts';

/** Asked and said about nature and streets. */
export const outdoors: AskedTexts = {
  'Un verger en libre cueillette derrière le cimetière': [
    {
      service: 'parks',
      given: {
        day: -20,
        capital: 9_600,
        yearly: 450,
        months: 10,
        comment:
          'Vingt-deux fruitiers sur tige, tuteurs et paillage compris, à planter en novembre. La taille entre dans la tournée des agents.',
      },
    },
  ],
  'Rendre à la terre le parking de la Prairie': [
    { service: 'parks', dueDay: 7 },
    {
      service: 'roads',
      asked: {
        day: -9,
        dueDay: 7,
        request:
          'Combien de places peut-on retirer sans gêner le marché ? Et le coût de l’enrobé à évacuer.',
      },
      draft: {
        day: -2,
        capital: 26_400,
        verdict: 'reserved',
        technical: 'with-conditions',
        comment: 'Vingt places possibles. Reste à savoir où passe le réseau de chaleur.',
      },
    },
  ],
  'Des nichoirs sur les bâtiments communaux': [
    {
      service: 'parks',
      given: {
        day: -15,
        capital: 3_200,
        yearly: 150,
        months: 6,
        comment: 'Pose par nos élagueurs.',
      },
    },
    {
      service: 'buildings',
      asked: { day: -24, dueDay: -10, request: 'Quels bâtiments sont à ravaler d’ici deux ans ?' },
      given: {
        day: -12,
        capital: 900,
        months: 6,
        comment: 'Quatre façades s’y prêtent ; les fixations sont à notre charge.',
      },
    },
  ],
  'Des cuves d’eau de pluie pour les jardins familiaux': [
    {
      service: 'parks',
      given: {
        day: -11,
        capital: 11_800,
        yearly: 200,
        months: 8,
        comment:
          'Deux cuves de 10 000 litres, dalle, pompe et descentes. La dalle est commune aux deux demandes.',
      },
    },
  ],
  'Récupérer l’eau des toits pour arroser les jardins familiaux': [
    {
      service: 'parks',
      given: {
        day: -11,
        verdict: 'reserved',
        technical: 'with-conditions',
        capital: 4_100,
        months: 8,
        comment:
          'Un robinet par allée, oui ; à faire avec les cuves demandées par « Les Bouleaux ».',
      },
    },
  ],
  'Des ruches sur le toit de la mairie': [
    {
      service: 'parks',
      given: {
        day: -25,
        verdict: 'unfavourable',
        technical: 'no',
        comment:
          'La terrasse ne porte que 100 kg au m² et son accès passe par une échelle. Trop de ruches nuit aussi aux abeilles sauvages.',
      },
    },
  ],
  'Des arceaux à vélos devant chaque équipement public': [
    {
      service: 'roads',
      given: {
        day: -18,
        capital: 14_500,
        yearly: 300,
        months: 5,
        comment:
          'Cinquante-quatre arceaux posés, neuf équipements. L’abri de la piscine compte pour 4 800 €.',
      },
    },
  ],
  'Une traversée sûre rue des Tanneries': [
    {
      service: 'roads',
      dueDay: 7,
      draft: {
        day: -5,
        capital: 21_000,
        months: 9,
        technical: 'with-conditions',
        comment: 'Îlot et éclairage possibles. Le relevé de vitesses décidera de l’emplacement.',
      },
    },
    {
      service: 'law',
      asked: {
        day: -6,
        dueDay: 12,
        request: 'Le passage touche la parcelle du bailleur : faut-il une convention ?',
      },
    },
  ],
  'Un plateau surélevé devant l’école du Lavoir': [{ service: 'roads', dueDay: -2 }],
  'Des bornes de recharge place de la Halle': [
    {
      service: 'roads',
      given: {
        day: -21,
        verdict: 'unfavourable',
        comment: 'Le syndicat d’énergie en pose deux sur cette place au printemps : c’est voté.',
      },
    },
  ],
  'Des garages à vélos fermés à la gare': [
    {
      service: 'roads',
      given: {
        day: -8,
        verdict: 'unfavourable',
        legal: 'no',
        comment:
          'Le parvis et le quai appartiennent au gestionnaire de la gare, qui prépare son propre abri.',
      },
    },
    {
      service: 'law',
      asked: { day: -14, dueDay: -1, request: 'La ville peut-elle construire sur ce terrain ?' },
      given: {
        day: -6,
        verdict: 'unfavourable',
        legal: 'no',
        comment:
          'Pas sans une convention d’occupation, que le propriétaire refuse jusqu’à ses travaux.',
      },
    },
  ],
  'Des bancs tous les deux cents mètres avenue de la Gare': [{ service: 'roads', dueDay: 7 }],
};
