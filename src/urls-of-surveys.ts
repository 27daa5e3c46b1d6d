import { address } from './platform/http/address.ts';

/** Questionnaires: of an edition, and of a component of a space. A part of `urls`, which everybody asks. */
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

  spaceSurvey: address('/espaces/:space/questionnaires/:component'),
  spaceSurveyThanks: address('/espaces/:space/questionnaires/:component/merci'),
  spaceSurveyResults: address('/espaces/:space/questionnaires/:component/resultats'),
  adminSpaceSurvey: address('/administration/espaces/:space/questionnaires/:component'),
  adminSpaceSurveyIntroduction: address(
    '/administration/espaces/:space/questionnaires/:component/introduction',
  ),
  adminSpaceSurveyDates: address('/administration/espaces/:space/questionnaires/:component/dates'),
  adminSpaceSurveyClose: address('/administration/espaces/:space/questionnaires/:component/clore'),
  adminSpaceSurveyPreview: address(
    '/administration/espaces/:space/questionnaires/:component/apercu',
  ),
  adminSpaceSurveyQuestion: address(
    '/administration/espaces/:space/questionnaires/:component/questions/:question',
  ),
  adminSpaceSurveyMove: address(
    '/administration/espaces/:space/questionnaires/:component/questions/:question/deplacer',
  ),
  adminSpaceSurveyRemove: address(
    '/administration/espaces/:space/questionnaires/:component/questions/:question/retirer',
  ),
  adminSpaceSurveyResults: address(
    '/administration/espaces/:space/questionnaires/:component/reponses',
  ),
  adminSpaceSurveyPublish: address(
    '/administration/espaces/:space/questionnaires/:component/publier',
  ),
  adminSpaceSurveyCsv: address(
    '/administration/espaces/:space/questionnaires/:component/reponses.csv',
  ),
  adminSpaceSurveyXlsx: address(
    '/administration/espaces/:space/questionnaires/:component/reponses.xlsx',
  ),
} as const;
