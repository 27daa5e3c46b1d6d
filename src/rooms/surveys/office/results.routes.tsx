import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { listTexts, readCounts } from '../answer.store.ts';
import { officeFigures } from '../figures.ts';
import { addressesOf, FAMILIES } from '../place/place-address.page.ts';
import { actOf, loadSurvey, loadSurveyToChange } from '../place/place-load.routes.ts';
import { mayReadAnswers } from '../survey.ts';
import { publishSurvey } from '../survey-writing.store.ts';
import { OfficeResultsPage } from './office-results.page.tsx';

/** Texts of one question on the page; the file has them all. */
const TEXTS_SHOWN = 100;

/** What was answered, as the office reads it once the questionnaire is over, and makes it public. */
export const resultsRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.answers, family.right, async (visit) => {
    const { db, organisation, locale } = visit;
    const { place, survey, now } = await loadSurvey(visit);
    if (!mayReadAnswers(survey, now))
      return seeOther(visit, addressesOf(place).office(), 'survey-not-published');
    const counts = await readCounts(db, organisation.id, survey.id);
    const asked = survey.questions.filter(({ kind }) => kind === 'text');
    const texts = await Promise.all(
      asked.map(async ({ id }) => {
        const shown = { after: 0, limit: TEXTS_SHOWN };
        return [id, await listTexts(db, organisation.id, survey.id, id, shown)] as const;
      }),
    );
    return page({
      title: m.survey_read_title(),
      section: 'admin',
      body: (
        <OfficeResultsPage
          place={place}
          survey={survey}
          figures={officeFigures(survey.questions, counts, survey.answers)}
          texts={new Map(texts.map(([id, list]) => [id, list.map(({ body }) => body)]))}
          locale={locale}
        />
      ),
    });
  }),

  post(family.publish, family.right, async (visit) => {
    const { place, survey } = await loadSurveyToChange(visit);
    const published = await publishSurvey(visit.db, actOf(visit), survey.id);
    const notice = published ? 'survey-published' : 'survey-not-published';
    return seeOther(visit, addressesOf(place).office(), notice);
  }),
]);
