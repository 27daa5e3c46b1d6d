import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, drawPlan, pathOf, worldX, worldY } from './map-plan.ts';

it('R53 draws places to scale, north up, inside the drawing', () => {
  const town = { latitude: 47.93, longitude: 1.92 };
  const north = { latitude: 47.94, longitude: 1.92 };
  const east = { latitude: 47.93, longitude: 1.9349 };
  const plan = drawPlan(boundsOf([town, north, east])!);
  const at = [town, north, east].map((place) => plan.at(place));
  expect(at[1]!.y).toBeLessThan(at[0]!.y);
  expect(at[2]!.x).toBeGreaterThan(at[0]!.x);
  // 1,113 m to the north, as many to the east at this latitude
  expect(Math.abs(at[0]!.y - at[1]!.y - (at[2]!.x - at[0]!.x))).toBeLessThan(4);
  const metres = ((at[0]!.y - at[1]!.y) * plan.scale.metres) / plan.scale.units;
  expect(metres).toBeGreaterThan(1080);
  expect(metres).toBeLessThan(1150);
});

it('R53 keeps every place in the drawing, wherever they lie', () => {
  const place = fc.record({
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
      const plan = drawPlan(boundsOf(places)!);
      for (const { x, y } of places.map(plan.at)) {
        expect(x >= 0 && x <= plan.width).toBe(true);
        expect(y >= 0 && y <= plan.height).toBe(true);
      }
      expect(/^[125]0*$/.test(String(plan.scale.metres))).toBe(true);
      // the corners that a browser lays tiles on are those of the drawing
      const corner = plan.at({ longitude: plan.bounds.west, latitude: plan.bounds.north });
      expect(Math.abs(corner.x) < 1 || plan.bounds.west <= -180).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('is the projection of tiles: Paris lies in tile 12/2074/1409', () => {
  expect(Math.floor(worldX(2.3522) * 4096)).toBe(2074);
  expect(Math.floor(worldY(48.8566) * 4096)).toBe(1409);
});

it('draws a ring once where its points fall together, and nothing of a ring too small to see', () => {
  const plan = drawPlan({ west: 1, south: 47, east: 2, north: 48 });
  const square = [
    [1, 47],
    [2, 47],
    [2, 47.0000001],
    [2, 48],
    [1, 47],
  ] as const;
  expect(pathOf([[square]], plan).match(/L/g)?.length).toBe(3);
  const dot = [
    [1.5, 47.5],
    [1.50000001, 47.5],
    [1.5, 47.50000001],
    [1.5, 47.5],
  ] as const;
  expect(pathOf([[dot]], plan)).toBe('');
});
