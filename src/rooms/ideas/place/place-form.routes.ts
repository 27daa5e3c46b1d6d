import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { boundsOf, pointsOf } from '../../../ui/map-plan.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import { shareGround } from '../../spaces/index.routes.ts';
import {
  isOutsideCommune,
  type MapGround,
  matchDistrict,
  middleOf,
  searchAddress,
} from '../../spaces/index.ts';
import type { Board } from '../boards/board.ts';
import {
  NO_PLACE,
  type Place,
  type Point,
  readPlace,
  type TypedPlace,
  typePlace,
} from './place.ts';
import { type PlaceFieldsProps, placeProblems, type Searched } from './place-fields.page.tsx';

export function readTypedPlace(form: Form): TypedPlace {
  return {
    place: form.text('place'),
    longitude: form.text('longitude'),
    latitude: form.text('latitude'),
    address: form.text('address'),
    choice: form.text('choice'),
    district: form.text('district'),
  };
}

/** Whether this is the button that searches: nothing is saved then. */
export const isSearch = (form: Form): boolean => form.text('act') === 'search';

/** Whether a point is the one that its writer was already warned about. */
export function wasWarned(form: Form, point: Point): boolean {
  return form.text('seen') === `${point.longitude} ${point.latitude}`;
}

type Asking = Pick<Board, 'ideaPlace' | 'districts'>;

/** The middle of each district that is drawn: those of the board, otherwise all. */
function listMiddles(ground: MapGround, board: Asking): Map<string, Point> {
  const drawn = ground.shapes.filter(({ kind }) => kind === 'district');
  return new Map(
    drawn.flatMap(({ name, polygons }): [string, Point][] => {
      const known = board.districts.length === 0 ? name : matchDistrict(name, board.districts);
      return known === null ? [] : [[known, middleOf(polygons)]];
    }),
  );
}

/** A place as a form says it, with the words for what does not hold. */
export function readFormPlace(typed: TypedPlace, ground: MapGround, board: Asking) {
  const { place, problems } = readPlace(typed, listMiddles(ground, board), board.ideaPlace);
  return { place, problems: placeProblems(problems) };
}

/** Asks where an address lies; what was typed besides stays as it was. */
export async function search(
  visit: Visit,
  ground: MapGround,
  typed: TypedPlace,
): Promise<Searched | null> {
  if (typed.address === '') return null;
  const commune = ground.shapes.find(({ kind }) => kind === 'commune');
  const bounds = commune && boundsOf(pointsOf(commune.polygons));
  const near = bounds && {
    longitude: (bounds.west + bounds.east) / 2,
    latitude: (bounds.south + bounds.north) / 2,
  };
  const who = visit.visitor?.id ?? visit.address;
  const found = await searchAddress(visit, visit.organisation.id, who, {
    words: typed.address,
    near: near ?? null,
  });
  if (found.ok)
    return found.choices.length > 0
      ? { kind: 'found', choices: found.choices }
      : { kind: 'nothing' };
  return found.failure === 'off' ? null : { kind: found.failure };
}

/** What the fields show. */
export async function showFields(
  visit: Visit,
  ground: MapGround,
  board: Asking,
  shown: {
    place: Place;
    typed?: TypedPlace;
    searched?: Searched | null;
    problems?: Record<string, string>;
  },
): Promise<PlaceFieldsProps> {
  const { place, typed = typePlace(place), searched = null, problems = {} } = shown;
  return {
    typed,
    point: place.point,
    ground: drawnGround(ground),
    addressSearch: ground.addressSearch,
    searched,
    districts: [...listMiddles(ground, board).keys()],
    outside: (await isOutsideCommune(visit.db, visit.organisation.id, place.point)) === true,
    required: board.ideaPlace === 'required',
    problems,
  };
}

/** The place among the other fields of a form. */
export interface PlacePart {
  place: Place;
  /** null: the edition does not ask where ideas are. */
  fields: PlaceFieldsProps | null;
  /** Why the form is shown again rather than saved; null: nothing of its place stands in the way. */
  again: 'searched' | 'refused' | 'outside' | null;
}

/**
 * The place of an idea that is typed for somebody: asked where the edition asks it, never required, for a sheet of
 * paper says what it says. `form` null: not sent yet. Outside the commune is warned about once, never refused (R68).
 */
export async function readPlacePart(
  visit: Visit,
  asked: Asking,
  form: Form | null,
): Promise<PlacePart> {
  if (asked.ideaPlace === 'not-asked') return { place: NO_PLACE, fields: null, again: null };
  const board = { ...asked, ideaPlace: 'optional' as const };
  const ground = await shareGround(visit);
  if (!form) {
    const fields = await showFields(visit, ground, board, { place: NO_PLACE });
    return { place: NO_PLACE, fields, again: null };
  }
  const typed = readTypedPlace(form);
  const { place, problems } = readFormPlace(typed, ground, board);
  const searching = isSearch(form);
  const searched = searching ? await search(visit, ground, typed) : null;
  if (searching && typed.address === '') problems.address = m.territory_place_search_missing();
  const fields = await showFields(visit, ground, board, { place, typed, searched, problems });
  if (Object.keys(problems).length > 0) return { place, fields, again: 'refused' };
  if (searching) return { place, fields, again: 'searched' };
  const { point } = place;
  const warned = !point || !fields.outside || wasWarned(form, point);
  return { place, fields, again: warned ? null : 'outside' };
}
