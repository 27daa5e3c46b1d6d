import * as m from '../../../paraglide/messages.js';
import { formatMoney } from '../../../ui/format.ts';
import { MapFigure, type MapGround, type MapPin } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';

/** A winner with a place; those of the whole town stand in the list of winners alone. */
export interface WinnerPlace {
  /** In the frozen list, as on its posters. */
  number: number;
  label: string;
  /** Cents. */
  cost: number;
  /** In words; '' where nobody said any. */
  place: string;
  longitude: number;
  latitude: number;
}

export interface WinnersPlaced {
  places: readonly WinnerPlace[];
  /** Winners without a place. */
  elsewhere: number;
  ground: MapGround;
}

interface Props extends WinnersPlaced {
  edition: Pick<Edition, 'slug' | 'currency'>;
}

/** Where the winners are: the map that the server drew, and beside it a list that says the same (R57). */
export function WinnersMap(props: Props) {
  return (
    <section aria-labelledby="carte" class="stack">
      <h2 id="carte">{m.results_map_title()}</h2>
      <WinnersPlaces {...props} />
    </section>
  );
}

/** The same without a title, for a wall that has its own. */
export function WinnersPlaces({ edition, places, elsewhere, ground }: Props) {
  const pins = places.map(
    ({ number, label, longitude, latitude }): MapPin => ({
      key: String(number),
      mark: String(number),
      label,
      longitude,
      latitude,
      href: hrefOf(edition, number, label),
    }),
  );
  return (
    <div class="map-beside">
      <MapFigure
        ground={ground}
        pins={pins}
        label={m.results_map_label()}
        caption={m.territory_projects_map_caption()}
      />
      <div class="stack">
        <ul class="map-list">
          {places.map(({ number, label, place, cost }) => (
            <li key={number}>
              <span class="map-mark">{number}</span>
              <div>
                <a href={hrefOf(edition, number, label)}>
                  <bdi>{label}</bdi>
                </a>
                <p class="hint">
                  {[place, cost > 0 ? formatMoney(cost, edition.currency) : '']
                    .filter((words) => words !== '')
                    .join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
        {elsewhere > 0 && <p class="hint">{m.results_map_elsewhere({ count: elsewhere })}</p>}
      </div>
    </div>
  );
}

const hrefOf = (edition: Pick<Edition, 'slug'>, number: number, label: string) =>
  urls.project({ edition: edition.slug, project: numberedSegment(number, label) });
