import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Polygon } from './outline.ts';

/** Whether a point lies in a shape; its edge belongs to it, its holes do not. */
export function isInside(
  { longitude, latitude }: { longitude: number; latitude: number },
  polygons: readonly Polygon[],
): boolean {
  return booleanPointInPolygon([longitude, latitude], {
    type: 'MultiPolygon',
    coordinates: polygons as unknown as number[][][][],
  });
}
