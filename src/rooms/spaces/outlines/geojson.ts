/**
 * Reading a GeoJSON file (RFC 7946) of outlines: what it holds is untrusted, however it was made. Only polygons in
 * degrees of WGS 84 pass; whatever else a file holds, nothing of it is kept but shapes and short texts.
 */
import type { OutlineFeature, Polygon, Position } from './outline.ts';

/** Bytes of an uploaded file. */
export const OUTLINE_FILE_LIMIT = 12 * 1024 * 1024;
export const MOST_FEATURES = 500;
const MOST_RINGS = 5000;
const MOST_POINTS = 200_000;
const MOST_PROPERTIES = 40;
const LONGEST_PROPERTY = 200;
/** Web Mercator ends before the poles. */
const HIGHEST_LATITUDE = 85;
/** Square degrees: less than a square metre encloses nothing. */
const SMALLEST_AREA = 1e-10;

export type GeoJsonRefusal =
  | 'not-geojson'
  | 'no-polygon'
  | 'lambert-93'
  | 'other-projection'
  | 'not-degrees'
  | 'not-a-number'
  | 'ring-open'
  | 'ring-too-short'
  | 'ring-flat'
  | 'too-many-features'
  | 'too-many-rings'
  | 'too-many-points';

export type GeoJsonReading =
  | { ok: true; features: OutlineFeature[]; left: number }
  | { ok: false; refusal: GeoJsonRefusal };

class Refusal extends Error {
  readonly refusal: GeoJsonRefusal;
  constructor(refusal: GeoJsonRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** `left`: things of the file that enclose nothing (points, lines), which are left out. */
export function readGeoJson(value: unknown): GeoJsonReading {
  const counted = { rings: 0, points: 0 };
  try {
    if (!isObject(value)) throw new Refusal('not-geojson');
    checkProjection(value.crs);
    const found = listFeatures(value);
    if (found.length > MOST_FEATURES) throw new Refusal('too-many-features');
    const features: OutlineFeature[] = [];
    for (const { geometry, properties } of found) {
      const polygons = readGeometry(geometry, counted);
      if (polygons.length > 0) features.push({ properties: readProperties(properties), polygons });
    }
    if (features.length === 0) throw new Refusal('no-polygon');
    return { ok: true, features, left: found.length - features.length };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

type Thing = Record<string, unknown>;

const isObject = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Files of before 2016 may name another system of coordinates. */
function checkProjection(crs: unknown): void {
  if (!isObject(crs) || !isObject(crs.properties)) return;
  const name = String(crs.properties.name ?? '');
  if (name === '' || /CRS84|4326|4171|4258/.test(name)) return;
  throw new Refusal(/2154|lambert/i.test(name) ? 'lambert-93' : 'other-projection');
}

function listFeatures(value: Thing): { geometry: unknown; properties: unknown }[] {
  switch (value.type) {
    case 'FeatureCollection': {
      if (!Array.isArray(value.features)) throw new Refusal('not-geojson');
      if (value.features.length > MOST_FEATURES) throw new Refusal('too-many-features');
      return value.features.map((feature: unknown) => {
        if (!isObject(feature) || feature.type !== 'Feature') throw new Refusal('not-geojson');
        return { geometry: feature.geometry, properties: feature.properties };
      });
    }
    case 'Feature':
      return [{ geometry: value.geometry, properties: value.properties }];
    case 'Polygon':
    case 'MultiPolygon':
      return [{ geometry: value, properties: null }];
    case 'Point':
    case 'MultiPoint':
    case 'LineString':
    case 'MultiLineString':
    case 'GeometryCollection':
      throw new Refusal('no-polygon');
    default:
      throw new Refusal('not-geojson');
  }
}

interface Counted {
  rings: number;
  points: number;
}

function readGeometry(geometry: unknown, counted: Counted): Polygon[] {
  if (geometry === null || geometry === undefined) return [];
  if (!isObject(geometry)) throw new Refusal('not-geojson');
  if (geometry.type === 'Polygon') return [readPolygon(geometry.coordinates, counted)];
  if (geometry.type !== 'MultiPolygon') return [];
  if (!Array.isArray(geometry.coordinates)) throw new Refusal('not-geojson');
  return geometry.coordinates.map((polygon: unknown) => readPolygon(polygon, counted));
}

function readPolygon(rings: unknown, counted: Counted): Polygon {
  if (!Array.isArray(rings) || rings.length === 0) throw new Refusal('not-geojson');
  counted.rings += rings.length;
  if (counted.rings > MOST_RINGS) throw new Refusal('too-many-rings');
  return rings.map((ring: unknown) => readRing(ring, counted));
}

function readRing(ring: unknown, counted: Counted): Position[] {
  if (!Array.isArray(ring)) throw new Refusal('not-geojson');
  counted.points += ring.length;
  if (counted.points > MOST_POINTS) throw new Refusal('too-many-points');
  const places = ring.map(readPosition);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1])
    throw new Refusal(places.length < 4 ? 'ring-too-short' : 'ring-open');
  const kept = places.filter(
    ([x, y], index) => index === 0 || x !== places[index - 1]![0] || y !== places[index - 1]![1],
  );
  if (kept.length < 4) throw new Refusal('ring-too-short');
  if (Math.abs(areaOf(kept)) < SMALLEST_AREA) throw new Refusal('ring-flat');
  return kept;
}

/** A third number is a height, which nobody asks for. */
function readPosition(position: unknown): Position {
  if (!Array.isArray(position) || position.length < 2) throw new Refusal('not-geojson');
  const [x, y] = position as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number') throw new Refusal('not-a-number');
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Refusal('not-a-number');
  if (Math.abs(x) > 180 || Math.abs(y) > HIGHEST_LATITUDE) throw new Refusal(projectionOf(x, y));
  return [round(x), round(y)];
}

/** Metres of Lambert-93 (EPSG:2154), in which most files of French communes are delivered. */
function projectionOf(x: number, y: number): GeoJsonRefusal {
  const isLambert = x > 0 && x < 1_400_000 && y > 5_900_000 && y < 7_300_000;
  if (isLambert) return 'lambert-93';
  return Math.abs(x) > 1000 || Math.abs(y) > 1000 ? 'other-projection' : 'not-degrees';
}

/** A tenth of a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function areaOf(ring: readonly Position[]): number {
  let area = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [[x0, y0], [x1, y1]] = [ring[index - 1]!, ring[index]!];
    area += (x0 - ring[0]![0]) * (y1 - ring[0]![1]) - (x1 - ring[0]![0]) * (y0 - ring[0]![1]);
  }
  return area / 2;
}

function readProperties(properties: unknown): Record<string, string> {
  if (!isObject(properties)) return {};
  const read: [string, string][] = [];
  for (const [key, value] of Object.entries(properties).slice(0, MOST_PROPERTIES)) {
    const name = tidy(key);
    if (name !== '' && (typeof value === 'string' || typeof value === 'number'))
      read.push([name, tidy(String(value))]);
  }
  return Object.fromEntries(read);
}

/** One line without signs that nobody sees. */
function tidy(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_PROPERTY)
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, LONGEST_PROPERTY).join('');
}
