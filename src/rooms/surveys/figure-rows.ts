/** What a published questionnaire said, one line for each number, as files hold it. Pure. */
import { type ChoiceFigures, type Counts, publicFigures } from './figures.ts';
import type { Question, QuestionKind, Words } from './question.ts';

export interface FigureRow {
  editionId: string;
  publishedAt: Date;
  /** People who answered the questionnaire; null: fewer than ten. */
  answers: number | null;
  /** Place of the question, from 1. */
  rank: number;
  kind: QuestionKind;
  question: Words;
  /** null: how many answered the question at all. */
  choice: Pick<ChoiceFigures, 'key' | 'words' | 'row'> | null;
  /** null: too few to be told, or what would tell of too few. */
  people: number | null;
}

export interface PublishedSurvey {
  id: string;
  editionId: string;
  publishedAt: Date;
  questions: readonly Question[];
  answers: number;
}

/** The very figures that its page shows: what is left out there is left out here, and what people wrote is in neither. */
export function listFigures(survey: PublishedSurvey, counts: Counts): FigureRow[] {
  const { editionId, publishedAt } = survey;
  const { answers, questions } = publicFigures(survey.questions, counts, survey.answers);
  return questions.flatMap(({ kind, words, answered, choices }, at) => {
    const of = { editionId, publishedAt, answers, rank: at + 1, kind, question: words };
    return [
      { ...of, choice: null, people: answered },
      ...choices.map(({ people, ...choice }) => ({ ...of, choice, people })),
    ];
  });
}
