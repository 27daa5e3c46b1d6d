import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import type { VotePoint } from './point.ts';
import { drawPoints } from './points-map.ts';

/** Numbers of the points on the map, by id; none where there is no map. */
export function numberPoints(points: readonly VotePoint[]): Map<string, number> {
  const placed = points.flatMap(({ id, place }) => (place ? [{ id, place }] : []));
  if (!drawPoints(placed.map(({ place }) => place))) return new Map();
  return new Map(placed.map(({ id }, at) => [id, at + 1]));
}

/** Where the points lie beside each other; the list under it says the same in words. */
export function PointsMap({ points }: { points: readonly VotePoint[] }) {
  const placed = points.flatMap(({ id, name, place }) => (place ? [{ id, name, place }] : []));
  const map = drawPoints(placed.map(({ place }) => place));
  if (!map) return null;
  const { metres, units } = map.scale;
  const length =
    metres >= 1000
      ? m.points_map_kilometres({ count: formatNumber(metres / 1000) })
      : m.points_map_metres({ count: formatNumber(metres) });
  const foot = map.height - 22;
  return (
    <figure class="points-map">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={m.points_map_label({
          points: placed.map(({ name }, at) => `${at + 1}. ${name}`).join(' ; '),
        })}
      >
        {map.pins.map(({ x, y }, at) => (
          <g key={placed[at]!.id}>
            <circle class="points-map-pin" cx={x} cy={y} r="18" />
            <text class="points-map-number" x={x} y={y + 7} text-anchor="middle">
              {at + 1}
            </text>
          </g>
        ))}
        <path class="points-map-scale" d={`M20 ${foot - 6}v6h${units}v-6`} />
        <text class="points-map-length" x={28 + units} y={foot}>
          {length}
        </text>
        <path class="points-map-scale" d={`M${map.width - 28} ${foot}v-30m-7 9l7 -9l7 9`} />
        <text class="points-map-length" x={map.width - 46} y={foot} text-anchor="end">
          {m.points_map_north()}
        </text>
      </svg>
      <figcaption>{m.points_map_caption()}</figcaption>
    </figure>
  );
}
