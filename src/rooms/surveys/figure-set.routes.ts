import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { column, editionColumn, pageColumn } from '../../platform/sets/columns.ts';
import { describeSet } from '../../platform/sets/data-set.ts';
import { urls } from '../../urls.ts';
import { figureRows } from './figure-rows.store.ts';
import type { FigureRow } from './figure-rows.ts';
import { say } from './question.ts';
import { sayChoice } from './survey-results.page.tsx';
import { kindWords } from './survey-words.page.ts';

/** What published questionnaires said, as everybody may read it: nobody's words, no small number. */
export const figureSet = describeSet<FigureRow>({
  key: 'questionnaires',
  title: m.opendata_surveys,
  meaning: m.opendata_surveys_meaning,
  source: figureRows,
  columns: [
    editionColumn(),
    column('repondants', 'integer', m.opendata_column_respondents, '214', ({ answers }) => answers),
    column('rang', 'integer', m.opendata_column_question_rank, '4', ({ rank }) => rank),
    column(
      'question',
      'text',
      m.opendata_column_question,
      'Voter était-il simple\u202f?',
      ({ question }) => say(question, getLocale()),
    ),
    column('genre', 'text', m.opendata_column_question_kind, 'Échelle de 1 à 5', ({ kind }) =>
      kindWords[kind].name(),
    ),
    column(
      'reponse',
      'text',
      m.opendata_column_answer,
      '5\u202f: Très simple',
      ({ kind, choice }) => choice && sayChoice(kind, choice, getLocale()),
    ),
    column('personnes', 'integer', m.opendata_column_people, '87', ({ people }) => people),
    column(
      'trop_peu',
      'boolean',
      m.opendata_column_hidden,
      'false',
      ({ people }) => people === null,
    ),
    column(
      'publie_le',
      'instant',
      m.opendata_column_survey_published,
      '2026-11-02T08:00:00.000Z',
      ({ publishedAt }) => publishedAt,
    ),
    pageColumn<FigureRow>(
      (_, edition) => urls.surveyResults({ edition }),
      ({ editionId }) => editionId,
    ),
  ],
});
