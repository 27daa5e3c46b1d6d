import { keepOutlines } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

/** Corners of a square around Fleury, in degrees. */
export const TOWN = { west: 1.9, south: 47.9, east: 1.96, north: 47.95 };

export type Corners = typeof TOWN;

export const ringOf = ({ west, south, east, north }: Corners): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** The town's square, kept as its outline. */
export async function keepTown(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  organisationId = site.organisationId,
): Promise<void> {
  const polygons = [[ringOf(TOWN)]];
  const outline = { kind: 'commune', name: 'Fleury', polygons } as const;
  const kept = await keepOutlines(
    site.db,
    { organisationId, by: null },
    'commune',
    [outline],
    null,
  );
  if (!kept.ok) throw new Error(kept.refusal);
}

/** Its western and eastern halves, as two districts. */
export async function keepDistricts(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  names: readonly [string, string],
): Promise<void> {
  const middle = (TOWN.west + TOWN.east) / 2;
  const halves = [
    { ...TOWN, east: middle },
    { ...TOWN, west: middle },
  ];
  await keepOutlines(
    site.db,
    { organisationId: site.organisationId, by: null },
    'district',
    names.map((name, index) => ({
      kind: 'district' as const,
      name,
      polygons: [[ringOf(halves[index]!)]],
    })),
    null,
  );
}

export const INSIDE = { longitude: 1.92, latitude: 47.93 };
export const OUTSIDE = { longitude: 1.85, latitude: 47.93 };

export function geoJsonFile(value: unknown, name = 'contour.geojson'): File {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return new File([text], name, { type: 'application/geo+json' });
}

export function featuresOf(shapes: readonly [properties: object, corners: Corners][]) {
  return {
    type: 'FeatureCollection',
    features: shapes.map(([properties, corners]) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ringOf(corners)] },
    })),
  };
}
