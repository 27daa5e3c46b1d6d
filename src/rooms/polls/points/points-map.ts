/** Where the points of a vote lie, drawn to scale without any tiles: north is up. */
import type { Place } from './point.ts';

/** Metres of one degree of latitude; of longitude at the equator. */
const DEGREE = 111_320;
/** Units of the drawing. */
const WIDTH = 480;
const TALLEST = 380;
const MARGIN = 44;

export interface PointsMap {
  width: number;
  height: number;
  /** In the order of the places given. */
  pins: { x: number; y: number }[];
  /** A length that people can picture, and how long it is in the drawing. */
  scale: { metres: number; units: number };
}

/** null: fewer than two places, or all at one address: nothing to compare. */
export function drawPoints(places: readonly Place[]): PointsMap | null {
  if (places.length < 2) return null;
  const middle = mean(places.map(({ latitude }) => latitude));
  const narrow = Math.cos((middle * Math.PI) / 180);
  // metres, east and south
  const flat = places.map(({ latitude, longitude }) => ({
    x: longitude * narrow * DEGREE,
    y: -latitude * DEGREE,
  }));
  const [left, right] = ends(flat.map(({ x }) => x));
  const [top, bottom] = ends(flat.map(({ y }) => y));
  const [across, down] = [right - left, bottom - top];
  if (Math.max(across, down) < 1) return null;
  const room = { x: WIDTH - 2 * MARGIN, y: TALLEST - 2 * MARGIN };
  const unit = Math.min(room.x / Math.max(across, 1), room.y / Math.max(down, 1));
  const height = Math.round(down * unit + 2 * MARGIN);
  const indent = (WIDTH - across * unit) / 2;
  const metres = roundLength(room.x / 4 / unit);
  return {
    width: WIDTH,
    height: height + MARGIN,
    pins: flat.map(({ x, y }) => ({
      x: Math.round(indent + (x - left) * unit),
      y: Math.round(MARGIN + (y - top) * unit),
    })),
    scale: { metres, units: Math.round(metres * unit) },
  };
}

/** 1, 2 or 5 with zeros: the longest of these that is not longer. */
function roundLength(metres: number): number {
  const ten = 10 ** Math.floor(Math.log10(metres));
  return ([5, 2, 1].find((times) => times * ten <= metres) ?? 1) * ten;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const ends = (values: readonly number[]): [number, number] => [
  Math.min(...values),
  Math.max(...values),
];
