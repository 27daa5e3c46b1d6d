import * as m from '../../../paraglide/messages.js';
import { formatNumber } from '../../../ui/format.ts';
import { EmptyState } from '../../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround, type MapPin } from '../../../ui/map.tsx';
import { urls } from '../../../urls.ts';
import { type FollowedFilter, typeFollowed, WHOLE_TOWN } from './followed-list.ts';
import { GlobalFrame, type GlobalProps } from './global.page.tsx';
import { districtName } from './global-filters.page.tsx';

interface GlobalPlaces {
  points: readonly {
    id: string;
    editionId: string;
    number: number;
    title: string;
    longitude: number;
    latitude: number;
  }[];
  /** Those without a point of their own, by district; `middle` where its outline is kept. */
  districts: readonly {
    district: string;
    count: number;
    middle: { longitude: number; latitude: number } | null;
  }[];
}

interface Props extends GlobalProps {
  ground: MapGround;
  places: GlobalPlaces;
}

/** Each where it stands; those whose file says a district only, together in its middle. The list says the same. */
export function GlobalMapPage({ ground, places, ...frame }: Props) {
  const { asked, choices } = frame;
  const slugs = new Map(choices.editions.map(({ id, slug }) => [id, slug]));
  const districts = places.districts.map((one) => ({
    ...one,
    key: `district-${one.district}`,
    label: m.programme_map_district({ count: one.count, district: districtName(one.district) }),
    href: hrefOf(asked, one.district),
  }));
  const points = places.points.map((one, at) => ({
    ...one,
    key: one.id,
    mark: String(at + 1),
    label: one.title,
    href: urls.delivery({ edition: slugs.get(one.editionId) ?? '', project: one.number }),
  }));
  const pins: MapPin[] = [
    ...points,
    ...districts.flatMap(({ middle, count, key, label, href }) =>
      middle ? [{ ...middle, key, label, href, mark: formatNumber(count), many: true }] : [],
    ),
  ];
  const drawn = isDrawable(ground, pins) && pins.length > 0;
  return (
    <GlobalFrame {...frame}>
      {points.length + districts.length === 0 ? (
        <EmptyState icon="place" title={m.programme_none_title()}>
          <p>
            <a href={urls.globalDelivery()}>{m.programme_see_all()}</a>
          </p>
        </EmptyState>
      ) : (
        <div class={drawn ? 'map-beside' : 'stack'}>
          {drawn && (
            <MapFigure
              ground={ground}
              pins={pins}
              label={m.programme_map_label()}
              caption={m.programme_map_caption()}
            />
          )}
          <div class="stack">
            <h2>{m.programme_map_list()}</h2>
            <ul class="map-list">
              {points.map(({ key, mark, label, href }) => (
                <li key={key}>
                  <span class="map-mark">{mark}</span>
                  <a href={href}>
                    <bdi>{label}</bdi>
                  </a>
                </li>
              ))}
              {districts.map(({ key, count, label, href }) => (
                <li key={key}>
                  <span class="map-mark">{formatNumber(count)}</span>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
            {!drawn && <p class="hint">{m.programme_map_none()}</p>}
          </div>
        </div>
      )}
    </GlobalFrame>
  );
}

const hrefOf = (asked: FollowedFilter, district: string) =>
  urls.globalDelivery(
    typeFollowed({ ...asked, view: 'liste', cursor: null, district: district || WHOLE_TOWN }),
  );
