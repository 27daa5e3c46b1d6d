/** The door of the questionnaires: what those of the rooms above may know, and what the demo and tests make them with. */
import { type Db, readNow } from '../../platform/database/database.ts';
import { readCounts } from './answer.store.ts';
import { publicFigures, type SurveyFigures } from './figures.ts';
import { type SurveyStanding, standingOf } from './standing.ts';
import { findSurvey } from './survey.store.ts';
import { mayReadAnswers } from './survey.ts';

export { forgetWhoAnswered, recordAnswers } from './answer.store.ts';
export type { Given } from './answer.ts';
export type { SurveyFigures } from './figures.ts';
export type { SurveyStanding } from './standing.ts';
export { findSurvey, findSurveyOf, findSurveyStates } from './survey.store.ts';
export type { Survey, SurveyState } from './survey.ts';
export {
  insertSpaceSurvey,
  insertSurvey,
  publishSurvey,
  saveDates,
} from './survey-writing.store.ts';

/**
 * What the questionnaire of an edition said, small numbers left out; null: there is none, or its figures may not be read
 * yet. `asks`: for everybody once they are published; for the office once it is closed, with the same numbers left out.
 */
export async function findSurveyFigures(
  db: Db,
  organisationId: string,
  editionId: string,
  asks: 'everybody' | 'office' = 'everybody',
): Promise<SurveyFigures | null> {
  const [survey, now] = [await findSurvey(db, organisationId, editionId), await readNow(db)];
  if (!survey || !mayReadAnswers(survey, now)) return null;
  if (asks === 'everybody' && survey.publishedAt === null) return null;
  const counts = await readCounts(db, organisationId, survey.id);
  return publicFigures(survey.questions, counts, survey.answers);
}

/** Whether everybody may answer, or read what was answered. */
export async function findSurveyStanding(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<SurveyStanding | null> {
  return standingOf(await findSurvey(db, organisationId, editionId), await readNow(db));
}
