import * as m from '../../../paraglide/messages.js';

/** A line of the file: an answer that could be chosen and how many chose it, or a text that was written. */
export interface SurveyLine {
  number: number;
  question: string;
  kind: string;
  answer: string;
  people: number;
  answered: number;
}

interface SurveyColumn {
  key: keyof SurveyLine;
  name(): string;
  meaning(): string;
}

/** The columns of the office's file, each with its line of the dictionary. */
export const SURVEY_COLUMNS: readonly SurveyColumn[] = [
  { key: 'number', name: m.survey_column_number, meaning: m.survey_meaning_number },
  { key: 'question', name: m.survey_column_question, meaning: m.survey_meaning_question },
  { key: 'kind', name: m.survey_column_kind, meaning: m.survey_meaning_kind },
  { key: 'answer', name: m.survey_column_answer, meaning: m.survey_meaning_answer },
  { key: 'people', name: m.survey_column_people, meaning: m.survey_meaning_people },
  { key: 'answered', name: m.survey_column_answered, meaning: m.survey_meaning_answered },
];
