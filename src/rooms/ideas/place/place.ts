/** Where an idea is: in words, as a point on the map, or both (R68). */
import type { Edition } from '../../spaces/index.ts';

export interface Point {
  /** Degrees of WGS 84. */
  longitude: number;
  latitude: number;
}

export interface Place {
  /** '' : none. */
  words: string;
  point: Point | null;
}

/** A place as it was published. */
export interface IdeaPlace extends Place {
  /** Of the commune's outline; null: no point, or no outline to tell. */
  outside: boolean | null;
}

export const NO_PLACE: Place = { words: '', point: null };

/** From the columns that hold it. */
export function asPlace(row: {
  place: string;
  longitude: number | null;
  latitude: number | null;
}): Place {
  const { place, longitude, latitude } = row;
  return {
    words: place,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
  };
}

/** The columns that hold it. */
export function placeColumns({ words, point }: Place) {
  return {
    place: words,
    longitude: point?.longitude ?? null,
    latitude: point?.latitude ?? null,
  };
}

/** Characters. */
export const PLACE_LENGTH = 200;
const HIGHEST_LATITUDE = 85;

/** What a form says of a place, as it was typed. */
export interface TypedPlace {
  place: string;
  longitude: string;
  latitude: string;
  /** Words of a search. */
  address: string;
  /** One of the addresses found, as `writeChoice` wrote it; '' : none of them. */
  choice: string;
  /** A district whose middle is meant; '' : none. */
  district: string;
}

export type PlaceProblem = 'too-long' | 'not-a-point' | 'missing';
export type PlaceField = 'place' | 'latitude';

/** What was chosen last counts most: an address found, then a district, then the pin as it stands. */
export function readPlace(
  typed: TypedPlace,
  middles: ReadonlyMap<string, Point>,
  asked: Edition['ideaPlace'],
): { place: Place; problems: Partial<Record<PlaceField, PlaceProblem>> } {
  const problems: Partial<Record<PlaceField, PlaceProblem>> = {};
  const choice = readChoice(typed.choice);
  const middle = middles.get(typed.district);
  let point: Point | null = null;
  if (choice) point = choice.point;
  else if (middle) point = middle;
  else {
    const read = readPoint(typed);
    if (read === 'not-a-point') problems.latitude = read;
    else point = read;
  }
  const words = tidy(typed.place) || choice?.label || (middle ? typed.district : '');
  if ([...words].length > PLACE_LENGTH) problems.place = 'too-long';
  const place = { words, point };
  if (asked === 'required' && !isPlaced(place) && !problems.latitude) problems.place = 'missing';
  return { place, problems };
}

export const isPlaced = ({ words, point }: Place): boolean => words !== '' || point !== null;

/** An address found, as a choice of a form carries it. */
export function writeChoice(choice: Point & { label: string }): string {
  return `${choice.longitude} ${choice.latitude} ${choice.label}`;
}

function readChoice(written: string): { point: Point; label: string } | null {
  const match = /^(-?[\d.]{1,20}) (-?[\d.]{1,20}) (.{1,800})$/u.exec(written);
  const point = match && asPoint(Number(match[1]), Number(match[2]));
  return point ? { point, label: [...tidy(match[3]!)].slice(0, PLACE_LENGTH).join('') } : null;
}

/** A point as two fields say it; null: both are empty. */
export function readPoint(typed: {
  longitude: string;
  latitude: string;
}): Point | null | 'not-a-point' {
  if (typed.longitude === '' && typed.latitude === '') return null;
  return asPoint(readDegrees(typed.longitude), readDegrees(typed.latitude)) ?? 'not-a-point';
}

/** « 48,8566 » and « 48.8566 » alike. */
function readDegrees(typed: string): number {
  return /^-?\d{1,3}([.,]\d{1,15})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
}

function asPoint(longitude: number, latitude: number): Point | null {
  const onEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= HIGHEST_LATITUDE;
  return onEarth ? { longitude: round(longitude), latitude: round(latitude) } : null;
}

/** A tenth of a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export function typePlace({ words, point }: Place): TypedPlace {
  return {
    place: words,
    longitude: point ? String(point.longitude) : '',
    latitude: point ? String(point.latitude) : '',
    address: '',
    choice: '',
    district: '',
  };
}
