import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf, INSIDE, OUTSIDE, ringOf, TOWN } from '../../../../tests/make/outlines.ts';
import { MOST_FEATURES, readGeoJson } from './geojson.ts';
import { isInside } from './outline.geo.ts';
import {
  countPoints,
  guessNameProperty,
  matchDistrict,
  middleOf,
  nameOutlines,
  type Position,
} from './outline.ts';
import { simplify } from './simplify.ts';

const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const refusalOf = (value: unknown) => {
  const read = readGeoJson(value);
  return read.ok ? null : read.refusal;
};
const deep = (levels: number) =>
  JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;

describe('W7 files of outlines that are not what they should be', () => {
  it.each([
    ['nothing', undefined, 'not-geojson'],
    ['a list', [], 'not-geojson'],
    ['another document', { type: 'Topology' }, 'not-geojson'],
    ['no coordinates', { type: 'Polygon' }, 'not-geojson'],
    ['a point', { type: 'Point', coordinates: [1.9, 47.9] }, 'no-polygon'],
    ['no shape at all', { type: 'FeatureCollection', features: [] }, 'no-polygon'],
    ['a feature that is none', { type: 'FeatureCollection', features: [null] }, 'not-geojson'],
    [
      'Lambert-93',
      polygon(ringOf({ west: 618e3, south: 6750e3, east: 619e3, north: 6751e3 })),
      'lambert-93',
    ],
    [
      'Lambert-93 by name',
      { ...polygon(ringOf(TOWN)), crs: { properties: { name: 'urn:ogc:def:crs:EPSG::2154' } } },
      'lambert-93',
    ],
    [
      'Web Mercator',
      polygon(
        ringOf({ west: 211e3, south: 6090e3, east: 212e3, north: 6091e3 }).map(([x, y]) => [-x, y]),
      ),
      'other-projection',
    ],
    ['off the earth', polygon(ringOf({ ...TOWN, east: 181 })), 'not-degrees'],
    ['beyond Web Mercator', polygon(ringOf({ ...TOWN, north: 89 })), 'not-degrees'],
    [
      'no number',
      polygon([
        [1, 'a'],
        [2, 3],
        [3, 4],
        [1, 'a'],
      ]),
      'not-a-number',
    ],
    [
      'null',
      polygon([
        [1, null],
        [2, 3],
        [3, 4],
        [1, null],
      ]),
      'not-a-number',
    ],
    [
      'NaN',
      polygon([
        [1, Number.NaN],
        [2, 3],
        [3, 4],
        [1, Number.NaN],
      ]),
      'not-a-number',
    ],
    [
      'infinity, as JSON.parse reads 1e999',
      polygon([
        [1, Number.POSITIVE_INFINITY],
        [2, 3],
        [3, 4],
        [1, Number.POSITIVE_INFINITY],
      ]),
      'not-a-number',
    ],
    ['an open ring', polygon(ringOf(TOWN).slice(0, 4)), 'ring-open'],
    [
      'two points',
      polygon([
        [1, 2],
        [1, 3],
        [1, 2],
      ]),
      'ring-too-short',
    ],
    [
      'one point many times',
      polygon([
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
      'ring-too-short',
    ],
    [
      'a line there and back',
      polygon([
        [1, 2],
        [1, 3],
        [1, 4],
        [1, 3],
        [1, 2],
      ]),
      'ring-flat',
    ],
    ['deep lists', polygon(deep(100_000)), 'not-geojson'],
    ['a deep geometry', { type: 'Feature', geometry: deep(100_000) }, 'not-geojson'],
    [
      'too many shapes',
      featuresOf(Array.from({ length: MOST_FEATURES + 1 }, () => [{}, TOWN])),
      'too-many-features',
    ],
    [
      'too many rings',
      polygon(...Array.from({ length: 5001 }, () => ringOf(TOWN))),
      'too-many-rings',
    ],
    [
      'too many points',
      polygon(Array.from({ length: 200_001 }, (_, index) => [1 + index * 1e-6, 47])),
      'too-many-points',
    ],
  ])('W7 %s', (_, value, refusal) => {
    expect(refusalOf(value)).toBe(refusal);
  });

  it('W7 reads anything that JSON can hold, and only ever answers', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => void readGeoJson(value)));
    const position = fc.array(fc.oneof(fc.double(), fc.string(), fc.constant(null)));
    fc.assert(
      fc.property(fc.array(fc.array(position)), (coordinates) => {
        readGeoJson({ type: 'Polygon', coordinates });
      }),
    );
  });

  it('keeps short texts of a shape and nothing else of it', () => {
    const read = readGeoJson(
      featuresOf([
        [
          {
            nom: '  Vieux\u0000\u202e-Pont\n ',
            population: 21,
            nested: { a: 1 },
            long: 'x'.repeat(5000),
            __proto__: 'evil',
          },
          TOWN,
        ],
      ]),
    );
    if (!read.ok) throw new Error(read.refusal);
    const { properties } = read.features[0]!;
    expect(properties.nom).toBe('Vieux -Pont');
    expect(properties.population).toBe('21');
    expect(properties.long).toHaveLength(200);
    expect(Object.keys(properties)).not.toContain('nested');
  });

  it('leaves points and lines out, and says how many', () => {
    const value = featuresOf([[{ nom: 'Fleury' }, TOWN]]);
    const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [] } };
    const read = readGeoJson({ ...value, features: [...value.features, point] });
    expect(read.ok && [read.features.length, read.left]).toEqual([1, 1]);
  });
});

describe('R68 inside and outside', () => {
  const hole = ringOf({ west: 1.91, south: 47.91, east: 1.93, north: 47.94 });
  const island = ringOf({ west: 2.1, south: 47.9, east: 2.2, north: 47.95 });
  const shape = [[ringOf(TOWN), hole], [island]];

  it('R68 a hole is outside, an island is inside, an edge belongs to the shape', () => {
    expect(isInside(INSIDE, [[ringOf(TOWN)]])).toBe(true);
    expect(isInside(INSIDE, shape)).toBe(false);
    expect(isInside({ longitude: 2.15, latitude: 47.92 }, shape)).toBe(true);
    expect(isInside(OUTSIDE, shape)).toBe(false);
    expect(isInside({ longitude: TOWN.west, latitude: 47.92 }, shape)).toBe(true);
  });

  it('finds a middle that lies inside, even of a crescent and around a hole', () => {
    const crescent: Position[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 3],
      [3, 3],
      [3, 1],
      [0, 1],
      [0, 0],
    ];
    for (const polygons of [[[crescent]], shape, [[ringOf(TOWN)]]])
      expect(isInside(middleOf(polygons), polygons)).toBe(true);
  });
});

describe('shapes and their names', () => {
  it('draws a shape with fewer points, closed and close to itself', () => {
    const circle = Array.from({ length: 20_001 }, (_, index): Position => {
      const angle = (2 * Math.PI * (index % 20_000)) / 20_000;
      return [2 + 0.1 * Math.cos(angle), 48 + 0.1 * Math.sin(angle)];
    });
    const drawn = simplify([[circle]], 100);
    expect(countPoints(drawn)).toBeLessThanOrEqual(100);
    expect(countPoints(drawn)).toBeGreaterThan(12);
    expect(drawn[0]![0]!.at(-1)).toEqual(drawn[0]![0]![0]);
    for (const [x, y] of drawn[0]![0]!) expect(Math.hypot(x - 2, y - 48)).toBeCloseTo(0.1, 5);
    const square = [[ringOf(TOWN)]];
    expect(simplify(square, 100)).toEqual(square);
  });

  it('W7 a spiral made to be slow is drawn all the same', () => {
    const spiral = Array.from({ length: 100_000 }, (_, index): Position => {
      const turn = index / 300;
      return [2 + turn * 1e-4 * Math.cos(turn), 48 + turn * 1e-4 * Math.sin(turn)];
    });
    const before = performance.now();
    const drawn = simplify([[[...spiral, spiral[0]!]]], 400);
    expect(countPoints(drawn)).toBeGreaterThan(3);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('guesses the column of names, joins shapes of one name, counts those without', () => {
    const read = readGeoJson(
      featuresOf([
        [{ id: 1, NOM_QUARTIER: 'Centre' }, TOWN],
        [{ id: 2, NOM_QUARTIER: 'centre' }, TOWN],
        [{ id: 3, NOM_QUARTIER: 'Gare' }, TOWN],
      ]),
    );
    if (!read.ok) throw new Error(read.refusal);
    expect(guessNameProperty(read.features)).toBe('NOM_QUARTIER');
    const named = nameOutlines('district', read.features, 'NOM_QUARTIER', 'Fleury');
    expect(named.outlines.map(({ name }) => name)).toEqual(['Centre', 'Gare']);
    expect(named.outlines[0]!.polygons).toHaveLength(2);
    expect(nameOutlines('district', read.features, 'absent', 'Fleury').unnamed).toBe(3);
    expect(nameOutlines('commune', read.features, null, 'Fleury').outlines).toHaveLength(1);
  });

  it('matches districts whatever their accents, capitals and hyphens', () => {
    expect(matchDistrict('SAINT GILLES', ['Centre', 'Saint-Gilles'])).toBe('Saint-Gilles');
    expect(matchDistrict('Chenaie et bruyeres', ['Chênaie et Bruyères'])).toBe(
      'Chênaie et Bruyères',
    );
    expect(matchDistrict('Nord', ['Centre'])).toBeNull();
  });
});
