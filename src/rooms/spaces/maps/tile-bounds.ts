/** Which tiles a map of the commune can ask for. */
import type { Polygon } from '../outlines/outline.ts';
import type { TilePlace } from './map-settings.ts';

/** Of the commune's width and height, on every side: what a map shows around it. */
const AROUND = 2;

/** Whether a tile shows the commune or its surroundings. Tiles that show more than it are near. */
export function isNear({ zoom, column, row }: TilePlace, commune: readonly Polygon[]): boolean {
  let [left, top, right, bottom] = [1, 1, 0, 0];
  for (const [outer = []] of commune)
    for (const [longitude, latitude] of outer) {
      const rising = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
      const [x, y] = [(longitude + 180) / 360, 0.5 - rising / (2 * Math.PI)];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  const around = AROUND * Math.max(right - left, bottom - top);
  const side = 1 / 2 ** zoom;
  return (
    (column + 1) * side >= left - around &&
    column * side <= right + around &&
    (row + 1) * side >= top - around &&
    row * side <= bottom + around
  );
}
