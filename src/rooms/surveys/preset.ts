/** A questionnaire to begin with: eight questions on what an edition was like, three on who answers, none of them asked for. */
import { MOST_CHOICES, type Question, type Words } from './question.ts';

const of = (fr: string, en: string): Words => ({ fr, en });

export const PRESET_INTRODUCTION: Words = of(
  'L’édition se termine. Dites-nous, en trois minutes, ce qui a marché et ce qu’il faut changer pour la prochaine. Vos réponses sont anonymes.',
  'The edition is coming to its end. Tell us, in three minutes, what worked and what should change next time. Your answers are anonymous.',
);

export const PRESET: readonly Omit<Question, 'id'>[] = [
  {
    kind: 'several',
    words: of(
      'Comment avez-vous entendu parler du budget participatif\u202f?',
      'How did you hear about the participatory budget?',
    ),
    choices: [
      of('Le journal ou le site de la commune', 'The town’s paper or website'),
      of('Une affiche, un dépliant', 'A poster, a leaflet'),
      of('Les réseaux sociaux', 'Social networks'),
      of('Une réunion, un atelier, un stand', 'A meeting, a workshop, a booth'),
      of('Quelqu’un m’en a parlé', 'Somebody told me'),
      of('L’école, le collège, le lycée', 'School'),
      of('La presse', 'The press'),
    ],
    required: false,
  },
  {
    kind: 'several',
    words: of('Comment y avez-vous participé\u202f?', 'How did you take part?'),
    choices: [
      of('J’ai déposé une idée', 'I submitted an idea'),
      of('J’ai soutenu une idée', 'I supported an idea'),
      of('Je suis venu·e à une réunion ou à un atelier', 'I came to a meeting or a workshop'),
      of('J’ai voté', 'I voted'),
      of('Je n’y ai pas participé', 'I did not take part'),
    ],
    required: true,
  },
  {
    kind: 'scale',
    words: of('Déposer une idée était-il simple\u202f?', 'Was it easy to submit an idea?'),
    choices: [of('Très compliqué', 'Very complicated'), of('Très simple', 'Very easy')],
    required: false,
  },
  {
    kind: 'scale',
    words: of('Voter était-il simple\u202f?', 'Was it easy to vote?'),
    choices: [of('Très compliqué', 'Very complicated'), of('Très simple', 'Very easy')],
    required: false,
  },
  {
    kind: 'one',
    words: of(
      'Comprenez-vous pourquoi des idées ont été refusées\u202f?',
      'Do you understand why ideas were refused?',
    ),
    choices: [
      of('Oui, les raisons sont claires', 'Yes, the reasons are clear'),
      of('En partie', 'Partly'),
      of('Non', 'No'),
      of('Je n’ai pas lu les raisons', 'I have not read the reasons'),
    ],
    required: false,
  },
  {
    kind: 'scale',
    words: of(
      'Les décisions prises sont-elles suivies d’effets, selon vous\u202f?',
      'In your view, are the decisions followed by action?',
    ),
    choices: [of('Pas du tout', 'Not at all'), of('Tout à fait', 'Entirely')],
    required: false,
  },
  {
    kind: 'one',
    words: of('Participeriez-vous à nouveau\u202f?', 'Would you take part again?'),
    choices: [of('Oui', 'Yes'), of('Peut-être', 'Perhaps'), of('Non', 'No')],
    required: true,
  },
  {
    kind: 'text',
    words: of(
      'Que faut-il changer pour la prochaine édition\u202f?',
      'What should change in the next edition?',
    ),
    choices: [],
    required: false,
  },
  {
    kind: 'one',
    words: of('Quel âge avez-vous\u202f?', 'How old are you?'),
    choices: [
      of('Moins de 18 ans', 'Under 18'),
      of('18 à 29 ans', '18 to 29'),
      of('30 à 44 ans', '30 to 44'),
      of('45 à 59 ans', '45 to 59'),
      of('60 à 74 ans', '60 to 74'),
      of('75 ans et plus', '75 and over'),
    ],
    required: false,
  },
];

/** Asked of an edition that has districts. */
export function districtQuestion(districts: readonly string[]): Omit<Question, 'id'> | null {
  if (districts.length < 2 || districts.length > MOST_CHOICES) return null;
  return {
    kind: 'one',
    words: of('Dans quel quartier habitez-vous\u202f?', 'Which district do you live in?'),
    choices: districts.map((district) => of(district, district)),
    required: false,
  };
}
