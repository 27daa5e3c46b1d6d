import { type Survey, stateOf } from './survey.ts';

/** What everybody may know of the questionnaire of an edition. */
export interface SurveyStanding {
  state: 'open' | 'published';
  closesAt: Date;
}

/** null: nothing that everybody may see. */
export function standingOf(survey: Survey | null, now: Date): SurveyStanding | null {
  const state = survey && stateOf(survey, now);
  return survey?.closesAt && (state === 'open' || state === 'published')
    ? { state, closesAt: survey.closesAt }
    : null;
}
