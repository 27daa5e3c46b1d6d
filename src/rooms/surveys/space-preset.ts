/** A questionnaire to begin with in a space of participation: four questions, none of them must be answered. */
import type { Question, Words } from './question.ts';

const of = (fr: string, en: string): Words => ({ fr, en });

export const SPACE_INTRODUCTION: Words = of(
  'Dites-nous, en deux minutes, ce que vous pensez de ce sujet. Vos réponses sont anonymes.',
  'Tell us, in two minutes, what you think about this subject. Your answers are anonymous.',
);

export const SPACE_PRESET: readonly Omit<Question, 'id'>[] = [
  {
    kind: 'scale',
    words: of('Ce sujet compte-t-il pour vous\u202f?', 'Does this subject matter to you?'),
    choices: [of('Pas du tout', 'Not at all'), of('Beaucoup', 'Very much')],
    required: false,
  },
  {
    kind: 'several',
    words: of('Comment ce sujet vous touche-t-il\u202f?', 'How does this subject affect you?'),
    choices: [
      of('Dans ma vie de tous les jours', 'In my everyday life'),
      of('Dans mon travail ou mes études', 'In my work or my studies'),
      of('Dans une association, un collectif', 'In an association, a group'),
      of('Il ne me touche pas directement', 'It does not affect me directly'),
    ],
    required: false,
  },
  {
    kind: 'text',
    words: of('Qu’est-ce qui devrait changer en premier\u202f?', 'What should change first?'),
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
