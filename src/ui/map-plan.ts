/**
 * A plan drawn without tiles: degrees of WGS 84 become units of a drawing by Web Mercator, the projection of every
 * tile there is, so that a plan and tiles lie on each other. North is up. Pure.
 */

export interface Point {
  /** Degrees, east. */
  longitude: number;
  /** Degrees, north. */
  latitude: number;
}

/** `[longitude, latitude]`, as GeoJSON writes it. */
type Position = readonly [number, number];
/** An outer ring and its holes, each closed. */
export type Polygon = readonly (readonly Position[])[];

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Plan {
  width: number;
  height: number;
  /** What the whole drawing shows, margins included. */
  bounds: Bounds;
  at(point: Point): { x: number; y: number };
  /** A length that people can picture, and how long it is in the drawing. */
  scale: { metres: number; units: number };
}

/** Metres around the earth at the equator. */
const EQUATOR = 40_075_016.686;
/** Web Mercator ends before the poles. */
const HIGHEST_LATITUDE = 85;

/** 0 in the west, 1 in the east. */
export const worldX = (longitude: number): number => (longitude + 180) / 360;

/** 0 in the north, 1 in the south. */
export function worldY(latitude: number): number {
  const held = Math.min(HIGHEST_LATITUDE, Math.max(-HIGHEST_LATITUDE, latitude));
  const rising = Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360));
  return 0.5 - rising / (2 * Math.PI);
}

const longitudeOf = (x: number): number => x * 360 - 180;

function latitudeOf(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
}

export function boundsOf(points: Iterable<Point>): Bounds | null {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const { longitude, latitude } of points) {
    bounds.west = Math.min(bounds.west, longitude);
    bounds.east = Math.max(bounds.east, longitude);
    bounds.south = Math.min(bounds.south, latitude);
    bounds.north = Math.max(bounds.north, latitude);
  }
  return Number.isFinite(bounds.west) ? bounds : null;
}

export function* pointsOf(polygons: readonly Polygon[]): Generator<Point> {
  // holes lie inside
  for (const [outer = []] of polygons)
    for (const [longitude, latitude] of outer) yield { longitude, latitude };
}

export interface PlanSize {
  width: number;
  tallest: number;
  /** Around what is drawn, so that a pin at its edge is whole. */
  margin: number;
}

export const USUAL_SIZE: PlanSize = { width: 480, tallest: 440, margin: 28 };

/** Metres that a plan shows at least: of a single point, its neighbourhood. */
const SMALLEST = 400;

export function drawPlan(shown: Bounds, size: PlanSize = USUAL_SIZE): Plan {
  const { width, tallest, margin } = size;
  const middle = (shown.south + shown.north) / 2;
  const metre = 1 / (EQUATOR * Math.cos((middle * Math.PI) / 180));
  const [left, right] = spread(worldX(shown.west), worldX(shown.east), SMALLEST * metre);
  const [top, bottom] = spread(worldY(shown.north), worldY(shown.south), (SMALLEST / 2) * metre);
  const unit = Math.min(
    (width - 2 * margin) / (right - left),
    (tallest - 2 * margin) / (bottom - top),
  );
  const indent = (width - (right - left) * unit) / 2;
  const height = Math.round((bottom - top) * unit + 2 * margin);
  const metres = roundLength((width - 2 * margin) / 4 / unit / metre);
  return {
    width,
    height,
    bounds: {
      west: longitudeOf(left - indent / unit),
      east: longitudeOf(left + (width - indent) / unit),
      north: latitudeOf(top - margin / unit),
      south: latitudeOf(top + (height - margin) / unit),
    },
    at: ({ longitude, latitude }) => ({
      x: round(indent + (worldX(longitude) - left) * unit),
      y: round(margin + (worldY(latitude) - top) * unit),
    }),
    scale: { metres, units: Math.round(metres * metre * unit) },
  };
}

/** The `d` of an SVG path: neighbouring points that fall on one tenth of a unit are one. */
export function pathOf(polygons: readonly Polygon[], plan: Plan): string {
  return polygons
    .flat()
    .map((ring) => {
      const places = ring.map(([longitude, latitude]) => {
        const { x, y } = plan.at({ longitude, latitude });
        return `${x} ${y}`;
      });
      const kept = places.filter((place, index) => place !== places[index - 1]);
      return kept.length < 3 ? '' : `M${kept.join('L')}Z`;
    })
    .join('');
}

const round = (units: number): number => Math.round(units * 10) / 10;

function spread(from: number, to: number, least: number): [number, number] {
  const lacking = Math.max(0, least - (to - from)) / 2;
  return [from - lacking, to + lacking];
}

/** 1, 2 or 5 with zeros: the longest of these that is not longer. */
function roundLength(metres: number): number {
  const ten = 10 ** Math.floor(Math.log10(metres));
  return ([5, 2, 1].find((times) => times * ten <= metres) ?? 1) * ten;
}
