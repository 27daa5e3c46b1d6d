/** What a questionnaire is of: an edition, at its close, or a component of a space of participation (R98). Pure. */
import {
  type Component,
  type Space,
  stateOf as stateOfComponent,
} from '../../consultations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { type Survey, type SurveyState, stateOf } from '../survey.ts';

interface PlaceTerms {
  id: string;
  /** Of the edition, or of the component. */
  title: string;
  /** What the page of the questionnaire is called. null: as usual. */
  heading: string | null;
  /** Whether everybody whom it is for may see it. */
  isOpened: boolean;
  /** Whether nothing in it changes any more. */
  isKept: boolean;
}

export interface EditionPlace extends PlaceTerms {
  kind: 'edition';
  edition: Edition;
}

export interface ComponentPlace extends PlaceTerms {
  kind: 'component';
  space: Space;
  component: Component;
}

export type Place = EditionPlace | ComponentPlace;

export const placeOfEdition = (edition: Edition): EditionPlace => ({
  kind: 'edition',
  id: edition.id,
  title: edition.title,
  heading: null,
  isOpened: edition.openedAt !== null,
  isKept: edition.archivedAt !== null,
  edition,
});

/** A closed space keeps what it holds; its questionnaires are still read and published. */
export const placeOfComponent = (space: Space, component: Component): ComponentPlace => ({
  kind: 'component',
  id: component.id,
  title: component.title,
  heading: component.title,
  isOpened: space.openedAt !== null && !component.isHidden,
  isKept: false,
  space,
  component,
});

/** How a questionnaire stands for who would answer it: in a space, its component says so too. */
export function stateIn(place: Place, survey: Survey, now: Date): SurveyState {
  const state = stateOf(survey, now);
  if (place.kind === 'edition' || state !== 'open') return state;
  const standing = stateOfComponent(place.component, place.space, now);
  return standing === 'open' ? 'open' : standing === 'before' ? 'planned' : 'closed';
}
