import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawPoints } from './points-map.ts';

it('R53 draws the points to scale, north up, inside the drawing', () => {
  const town = { latitude: 47.93, longitude: 1.92 };
  const map = drawPoints([
    town,
    { latitude: 47.94, longitude: 1.92 },
    { latitude: 47.93, longitude: 1.9349 },
  ])!;
  const [south, north, east] = map.pins as [
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
  ];
  expect(north.y).toBeLessThan(south.y);
  expect(east.x).toBeGreaterThan(south.x);
  // 1,113 m to the north, as many to the east at this latitude
  expect(Math.abs(south.y - north.y - (east.x - south.x))).toBeLessThan(4);
  const metres = ((south.y - north.y) * map.scale.metres) / map.scale.units;
  expect(metres).toBeGreaterThan(1080);
  expect(metres).toBeLessThan(1150);
});

it('R53 keeps every point in the drawing, wherever they lie', () => {
  const place = fc.record({
    latitude: fc.double({ min: -70, max: 70, noNaN: true }),
    longitude: fc.double({ min: -170, max: 170, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 20 }), (places) => {
      const map = drawPoints(places);
      if (!map) return;
      for (const { x, y } of map.pins) {
        expect(x >= 0 && x <= map.width).toBe(true);
        expect(y >= 0 && y <= map.height).toBe(true);
      }
      expect(/^[125]0*$/.test(String(map.scale.metres)) || map.scale.metres < 1).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('draws nothing where there is nothing to compare', () => {
  const town = { latitude: 47.93, longitude: 1.92 };
  expect(drawPoints([])).toBeNull();
  expect(drawPoints([town])).toBeNull();
  expect(drawPoints([town, town])).toBeNull();
});
