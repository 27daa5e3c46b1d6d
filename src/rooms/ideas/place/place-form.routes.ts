import type { Form } from '../../../platform/http/form.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { boundsOf, pointsOf } from '../../../ui/map-plan.ts';
import { drawnGround } from '../../spaces/index.page.ts';
import {
  type Edition,
  isOutsideCommune,
  type MapGround,
  matchDistrict,
  middleOf,
  searchAddress,
} from '../../spaces/index.ts';
import { type Place, type Point, readPlace, type TypedPlace, typePlace } from './place.ts';
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

/** The middle of each district that is drawn: those of the edition, otherwise all. */
function listMiddles(ground: MapGround, edition: Edition): Map<string, Point> {
  const drawn = ground.shapes.filter(({ kind }) => kind === 'district');
  return new Map(
    drawn.flatMap(({ name, polygons }): [string, Point][] => {
      const known = edition.districts.length === 0 ? name : matchDistrict(name, edition.districts);
      return known === null ? [] : [[known, middleOf(polygons)]];
    }),
  );
}

/** A place as a form says it, with the words for what does not hold. */
export function readFormPlace(typed: TypedPlace, ground: MapGround, edition: Edition) {
  const { place, problems } = readPlace(typed, listMiddles(ground, edition), edition.ideaPlace);
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
  edition: Edition,
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
    districts: [...listMiddles(ground, edition).keys()],
    outside: (await isOutsideCommune(visit.db, visit.organisation.id, place.point)) === true,
    required: edition.ideaPlace === 'required',
    problems,
  };
}
