import * as m from '../../../paraglide/messages.js';
import { isDrawable, MapFigure, type MapGround } from '../../../ui/map.tsx';
import type { VotePoint } from './point.ts';

/** Those that have a place on the map, with their numbers. */
function placed(points: readonly VotePoint[]) {
  return points
    .flatMap(({ id, name, place }) => (place ? [{ id, name, ...place }] : []))
    .map((point, at) => ({ ...point, mark: String(at + 1) }));
}

/** Numbers of the points on the map, by id; none where there is no map. */
export function numberPoints(points: readonly VotePoint[], ground: MapGround): Map<string, string> {
  const pins = placed(points);
  if (pins.length === 0 || !isDrawable(ground, pins)) return new Map();
  return new Map(pins.map(({ id, mark }) => [id, mark]));
}

/** Where the points lie beside each other; the list under it says the same in words. */
export function PointsMap({ points, ground }: { points: readonly VotePoint[]; ground: MapGround }) {
  const pins = placed(points).map(({ id, name, ...pin }) => ({ ...pin, key: id, label: name }));
  if (pins.length === 0) return null;
  return (
    <MapFigure
      ground={ground}
      pins={pins}
      label={m.points_map_label({
        points: pins.map(({ mark, label }) => `${mark}. ${label}`).join(' ; '),
      })}
      caption={ground.tiles ? undefined : m.points_map_caption()}
    />
  );
}
