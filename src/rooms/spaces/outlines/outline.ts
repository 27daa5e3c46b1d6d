/** Outlines of a commune, of its districts and of its priority neighbourhoods: names and shapes, nothing else. */

export const OUTLINE_KINDS = ['commune', 'district', 'priority'] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

/** `[longitude, latitude]` in degrees of WGS 84. */
export type Position = readonly [number, number];
/** An outer ring and its holes, each closed. */
export type Polygon = readonly (readonly Position[])[];

export interface Outline {
  kind: OutlineKind;
  name: string;
  polygons: readonly Polygon[];
}

/** One shape of an uploaded file, with what the file says of it. */
export interface OutlineFeature {
  properties: Readonly<Record<string, string>>;
  polygons: readonly Polygon[];
}

const LONGEST_NAME = 120;

export const isOutlineKind = (kind: string): kind is OutlineKind =>
  (OUTLINE_KINDS as readonly string[]).includes(kind);

/** Every property that some shape of a file has, in order of first appearance. */
export function listProperties(features: readonly OutlineFeature[]): string[] {
  return [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
}

/** Names of properties that usually hold the name, by files of the IGN, the INSEE and OpenStreetMap. */
const USUAL_NAMES =
  /^(nom|name|libelle|libellé|label|nom_?com|nom_?qp|nom_?qpv|l_qu|nom_?quartier|nom_?iris|quartier)$/i;

/** The property that most likely holds the names; null: the file names nothing. */
export function guessNameProperty(features: readonly OutlineFeature[]): string | null {
  const properties = listProperties(features);
  const filled = (property: string) =>
    features.every((feature) => (feature.properties[property] ?? '') !== '');
  const distinct = (property: string) =>
    new Set(features.map((feature) => foldOutlineName(feature.properties[property] ?? ''))).size ===
    features.length;
  const good = properties.filter(filled);
  return (
    good.find((property) => USUAL_NAMES.test(property)) ??
    good.find((property) => /nom|name|lib/i.test(property) && distinct(property)) ??
    good.find(distinct) ??
    good[0] ??
    null
  );
}

/**
 * The outlines that a file makes once the property of names is chosen. A commune is one outline whatever its parts;
 * shapes of one name are one outline. `unnamed`: shapes that the property leaves without a name.
 */
export function nameOutlines(
  kind: OutlineKind,
  features: readonly OutlineFeature[],
  property: string | null,
  communeName: string,
): { outlines: Outline[]; unnamed: number } {
  if (kind === 'commune') {
    const polygons = features.flatMap((feature) => feature.polygons);
    return { outlines: [{ kind, name: communeName, polygons }], unnamed: 0 };
  }
  const named = new Map<string, { name: string; polygons: Polygon[] }>();
  let unnamed = 0;
  for (const { properties, polygons } of features) {
    const name = [...(property === null ? '' : (properties[property] ?? ''))]
      .slice(0, LONGEST_NAME)
      .join('')
      .trim();
    if (name === '') {
      unnamed += 1;
      continue;
    }
    const key = name.toLowerCase();
    const one = named.get(key) ?? { name, polygons: [] };
    one.polygons.push(...polygons);
    named.set(key, one);
  }
  return { outlines: [...named.values()].map((one) => ({ kind, ...one })), unnamed };
}

/** « Saint-Gilles », « SAINT GILLES » and « saint gilles » are one district. */
function foldOutlineName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Which district of a list an outline's name stands for; null: none. */
export function matchDistrict(name: string, districts: readonly string[]): string | null {
  const folded = foldOutlineName(name);
  return districts.find((district) => foldOutlineName(district) === folded) ?? null;
}

export function countPoints(polygons: readonly Polygon[]): number {
  return polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
}

/**
 * A point well inside a shape: on the line through the middle of its largest part, the middle of the widest stretch
 * that its rings leave inside.
 */
export function middleOf(polygons: readonly Polygon[]): { longitude: number; latitude: number } {
  const [largest] = [...polygons].sort((one, other) => extentOf(other) - extentOf(one));
  const outer = largest?.[0] ?? [];
  // between two points, so that the line meets none of them
  const latitudes = [...new Set(outer.map(([, latitude]) => latitude))].sort((a, b) => a - b);
  const half = Math.floor((latitudes.length - 1) / 2);
  const latitude = ((latitudes[half] ?? 0) + (latitudes[half + 1] ?? latitudes[half] ?? 0)) / 2;
  const crossings: number[] = [];
  for (const ring of largest ?? [])
    for (let index = 1; index < ring.length; index += 1) {
      const [[x0, y0], [x1, y1]] = [ring[index - 1]!, ring[index]!];
      if (y0 > latitude !== y1 > latitude)
        crossings.push(x0 + ((latitude - y0) / (y1 - y0)) * (x1 - x0));
    }
  crossings.sort((a, b) => a - b);
  let [from, to] = [outer[0]?.[0] ?? 0, outer[0]?.[0] ?? 0];
  for (let index = 0; index + 1 < crossings.length; index += 2)
    if (crossings[index + 1]! - crossings[index]! > to - from)
      [from, to] = [crossings[index]!, crossings[index + 1]!];
  return { longitude: (from + to) / 2, latitude };
}

function extentOf([outer = []]: Polygon): number {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of outer) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return (east - west) * (north - south);
}
