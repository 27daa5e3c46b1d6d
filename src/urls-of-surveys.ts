import { address } from './platform/http/address.ts';

/** The questionnaire at the close of an edition. A part of `urls`, which everybody asks. */
export const urlsOfSurveys = {
  survey: address('/editions/:edition/questionnaire'),
  surveyThanks: address('/editions/:edition/questionnaire/merci'),
  surveyResults: address('/editions/:edition/questionnaire/resultats'),
  adminSurvey: address('/administration/editions/:edition/questionnaire'),
  adminSurveyIntroduction: address('/administration/editions/:edition/questionnaire/introduction'),
  adminSurveyDates: address('/administration/editions/:edition/questionnaire/dates'),
  adminSurveyClose: address('/administration/editions/:edition/questionnaire/clore'),
  adminSurveyPreview: address('/administration/editions/:edition/questionnaire/apercu'),
  /** `nouvelle`: one that is added. */
  adminSurveyQuestion: address(
    '/administration/editions/:edition/questionnaire/questions/:question',
  ),
  adminSurveyMove: address(
    '/administration/editions/:edition/questionnaire/questions/:question/deplacer',
  ),
  adminSurveyRemove: address(
    '/administration/editions/:edition/questionnaire/questions/:question/retirer',
  ),
  adminSurveyResults: address('/administration/editions/:edition/questionnaire/reponses'),
  adminSurveyPublish: address('/administration/editions/:edition/questionnaire/publier'),
  adminSurveyCsv: address('/administration/editions/:edition/questionnaire.csv'),
  adminSurveyXlsx: address('/administration/editions/:edition/questionnaire.xlsx'),
} as const;
