import { publishSurvey } from '../../src/rooms/surveys/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { answer, close, makeSpaceSurvey, makeSurvey } from '../make/surveys.ts';
import type { Particulars } from './stage.ts';

/** A questionnaire that some answered, with numbers that are told and others that are not; published. */
export async function askOpinions(site: BrowserSite): Promise<Particulars> {
  const edition = await makeEdition(site, { phase: 'delivery', slug: 'questionnee' });
  const survey = await makeSurvey(site, edition);
  for (let person = 0; person < 24; person++)
    await answer(site, survey, {
      2: person < 13 ? ['1', '4'] : ['4'],
      4: person < 12 ? '5' : '4',
      7: person < 20 ? '1' : '3',
      8: person < 3 ? `Plus de bancs, au moins ${person + 1}.` : '',
    });
  await close(site, survey);
  const { db, organisationId } = site;
  await publishSurvey(db, { organisationId, by: null }, survey.id);
  const at = { edition: edition.slug };
  const open = await makeSpaceSurvey(site);
  const closed = await makeSpaceSurvey(site);
  for (let person = 0; person < 12; person++) await answer(site, closed.survey, { 1: '4' });
  await close(site, closed.survey);
  await publishSurvey(db, { organisationId, by: null }, closed.survey.id);
  const everybody = ['anonymous', 'resident', 'officer', 'administrator'] as const;
  const office = ['officer', 'administrator'] as const;
  const question = open.survey.questions[0]!.id;
  return {
    [urls.spaceSurvey.pattern]: { path: urls.spaceSurvey(open.at), roles: everybody },
    [urls.spaceSurveyThanks.pattern]: { path: urls.spaceSurveyThanks(open.at), roles: everybody },
    [urls.spaceSurveyResults.pattern]: {
      path: urls.spaceSurveyResults(closed.at),
      roles: everybody,
    },
    [urls.adminSpaceSurvey.pattern]: { path: urls.adminSpaceSurvey(open.at), roles: office },
    [urls.adminSpaceSurveyIntroduction.pattern]: {
      path: urls.adminSpaceSurveyIntroduction(open.at),
      roles: office,
    },
    [urls.adminSpaceSurveyDates.pattern]: {
      path: urls.adminSpaceSurveyDates(open.at),
      roles: office,
    },
    [urls.adminSpaceSurveyPreview.pattern]: {
      path: urls.adminSpaceSurveyPreview(open.at),
      roles: office,
    },
    [urls.adminSpaceSurveyQuestion.pattern]: {
      path: urls.adminSpaceSurveyQuestion({ ...open.at, question }),
      roles: office,
    },
    [urls.adminSpaceSurveyResults.pattern]: {
      path: urls.adminSpaceSurveyResults(closed.at),
      roles: office,
    },
    [urls.surveyResults.pattern]: {
      path: urls.surveyResults(at),
      roles: ['anonymous', 'resident', 'officer', 'administrator'],
    },
    [urls.adminSurveyResults.pattern]: {
      path: urls.adminSurveyResults(at),
      roles: ['officer', 'administrator'],
    },
  };
}
