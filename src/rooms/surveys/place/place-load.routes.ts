import { type Database, readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import {
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  showBeside,
} from '../../consultations/index.routes.ts';
import { findEditionToChange, findOfficeEdition } from '../../spaces/index.routes.ts';
import { findEdition } from '../../spaces/index.ts';
import { findSurveyOf } from '../survey.store.ts';
import type { Survey } from '../survey.ts';
import { type Place, placeOfComponent, placeOfEdition } from './place.ts';
import type { Beside } from './place-frame.page.tsx';

/** What stands in the frame of a public page with its place. */
export interface SeenPlace {
  place: Place;
  beside: Beside;
  now: Date;
}

/** The edition or the component of the address, as far as this visitor may see it: to others it is not there (404). */
export async function loadPlace(visit: Visit): Promise<SeenPlace> {
  const { db, organisation } = visit;
  const { edition: slug } = visit.params as Partial<Record<string, string>>;
  const now = await readNow(db);
  if (slug !== undefined) {
    const edition = found(await findEdition(db, organisation.id, slug), 'edition');
    return { place: placeOfEdition(edition), beside: null, now };
  }
  const placed = visit as unknown as Visit<'space' | 'component'>;
  const space = await loadSpace(placed);
  const component = await loadComponentOf(placed, space);
  found(component.kind === 'survey' ? component : null, 'component');
  const beside = await showBeside(visit, space, component);
  return { place: placeOfComponent(space, component), beside, now };
}

/**
 * The same in every state, for those who run that very edition or space; 404 to everybody else. `toChange`: not in an
 * archived edition.
 */
export async function loadOfficePlace(
  visit: SignedInVisit,
  { toChange = false } = {},
): Promise<Place> {
  if ('edition' in visit.params) {
    const of = visit as SignedInVisit<'edition'>;
    return placeOfEdition(await (toChange ? findEditionToChange(of) : findOfficeEdition(of)));
  }
  const of = visit as unknown as SignedInVisit<'space' | 'component'>;
  const space = await loadSpaceForTeam(of);
  const component = await loadComponentOf(of, { ...space, isTeam: true });
  found(component.kind === 'survey' ? component : null, 'component');
  return placeOfComponent(space, component);
}

export interface OfficeSurvey {
  place: Place;
  survey: Survey;
  now: Date;
}

export const loadSurvey = async (visit: SignedInVisit): Promise<OfficeSurvey> =>
  withSurvey(visit.db, visit.organisation.id, await loadOfficePlace(visit));

export const loadSurveyToChange = async (visit: SignedInVisit): Promise<OfficeSurvey> =>
  withSurvey(visit.db, visit.organisation.id, await loadOfficePlace(visit, { toChange: true }));

async function withSurvey(
  db: Database,
  organisationId: string,
  place: Place,
): Promise<OfficeSurvey> {
  const survey = found(await findSurveyOf(db, organisationId, place), 'survey');
  return { place, survey, now: await readNow(db) };
}

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});
