import { type Database, readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { findEditionToChange, findOfficeEdition } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { findSurvey } from '../survey.store.ts';
import type { Survey } from '../survey.ts';

export interface OfficeSurvey {
  edition: Edition;
  survey: Survey;
  now: Date;
}

/** The questionnaire of an edition, in every state, for those who run that very edition; 404 to everybody else. */
export async function loadSurvey(visit: SignedInVisit<'edition'>): Promise<OfficeSurvey> {
  return loadOf(visit.db, visit.organisation.id, await findOfficeEdition(visit));
}

/** The same, to be changed: not in an archived edition. */
export async function loadSurveyToChange(visit: SignedInVisit<'edition'>): Promise<OfficeSurvey> {
  return loadOf(visit.db, visit.organisation.id, await findEditionToChange(visit));
}

async function loadOf(
  db: Database,
  organisationId: string,
  edition: Edition,
): Promise<OfficeSurvey> {
  const survey = found(await findSurvey(db, organisationId, edition.id), 'survey');
  return { edition, survey, now: await readNow(db) };
}

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});
