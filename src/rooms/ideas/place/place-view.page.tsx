import * as m from '../../../paraglide/messages.js';
import { MapFigure, type MapGround } from '../../../ui/map.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { isPlaced, type Place } from './place.ts';

/** Where it is, in words and on a little map; nothing where nothing was said. */
export function PlaceView({
  place,
  outside,
  ground,
}: {
  place: Place;
  outside: boolean | null;
  ground: MapGround;
}) {
  if (!isPlaced(place)) return null;
  const { words, point } = place;
  const said = words || m.territory_place_on_map();
  return (
    <div class="stack">
      <p>
        <bdi>{said}</bdi>
      </p>
      {outside && (
        <p>
          <StateBadge tone="warning" icon="place">
            {m.territory_place_said_outside()}
          </StateBadge>
        </p>
      )}
      {point && (
        <MapFigure
          ground={ground}
          size="small"
          label={m.territory_place_of_label({ place: said })}
          pins={[{ ...point, key: 'place', mark: '', label: said }]}
        />
      )}
    </div>
  );
}
