/** Shapes with fewer points, for drawing only (Douglas and Peucker): what is inside is told by the whole shape. */
import { countPoints, type Polygon, type Position } from './outline.ts';

/** At most about `most` points; shapes that have no more are left as they are. */
export function simplify(polygons: readonly Polygon[], most: number): Polygon[] {
  if (countPoints(polygons) <= most) return [...polygons];
  const outer = polygons.flatMap(([ring = []]) => ring);
  const latitudes = outer.map(([, latitude]) => latitude);
  const low = latitudes.reduce((least, one) => Math.min(least, one), 90);
  const high = latitudes.reduce((greatest, one) => Math.max(greatest, one), -90);
  // a degree of longitude is shorter than one of latitude
  const narrow = Math.max(0.05, Math.cos((((low + high) / 2) * Math.PI) / 180));
  let tolerance = Math.max((high - low) / 4000, 1e-6);
  for (;;) {
    const drawn = polygons.flatMap((polygon) => simplifyPolygon(polygon, tolerance, narrow));
    const whole = drawn.length > 0 ? drawn : polygons.slice(0, 1);
    // coarser than the shape itself: no coarser will help
    if (countPoints(whole) <= most || tolerance > high - low || drawn.length === 0) return whole;
    tolerance *= 1.6;
  }
}

/** Rings that shrink to nothing are left out, with their holes. */
function simplifyPolygon([outer, ...holes]: Polygon, tolerance: number, narrow: number): Polygon[] {
  const ring = simplifyRing(outer!, tolerance, narrow);
  if (ring.length < 4) return [];
  return [
    [ring, ...holes.map((hole) => simplifyRing(hole, tolerance, narrow))].filter(
      ({ length }) => length >= 4,
    ),
  ];
}

/** A closed ring: cut in two where it is farthest from its beginning, so that each half is a line. */
function simplifyRing(whole: readonly Position[], tolerance: number, narrow: number): Position[] {
  const ring = thin(whole);
  const kept = new Uint8Array(ring.length);
  let far = 0;
  let distance = -1;
  for (const [index, place] of ring.entries()) {
    const away = Math.hypot((place[0] - ring[0]![0]) * narrow, place[1] - ring[0]![1]);
    if (away > distance) [far, distance] = [index, away];
  }
  kept[0] = 1;
  kept[far] = 1;
  kept[ring.length - 1] = 1;
  const waiting: [number, number][] = [
    [0, far],
    [far, ring.length - 1],
  ];
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    const [from, to] = span;
    let [farthest, most] = [-1, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const away = distanceToLine(ring[index]!, ring[from]!, ring[to]!, narrow);
      if (away > most) [farthest, most] = [index, away];
    }
    if (farthest === -1) continue;
    kept[farthest] = 1;
    waiting.push([from, farthest], [farthest, to]);
  }
  return ring.filter((_, index) => kept[index] === 1);
}

/** Points of one ring that are looked at: the time it takes grows with their square. */
const LONGEST_RING = 4000;

function thin(ring: readonly Position[]): readonly Position[] {
  const step = Math.ceil(ring.length / LONGEST_RING);
  if (step === 1) return ring;
  return ring.filter((_, index) => index % step === 0 || index === ring.length - 1);
}

function distanceToLine(point: Position, from: Position, to: Position, narrow: number): number {
  const [x, y] = [(point[0] - from[0]) * narrow, point[1] - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * narrow, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
  return Math.hypot(x - along * dx, y - along * dy);
}
