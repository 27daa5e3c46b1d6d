import * as m from '../../paraglide/messages.js';
import { isDrawable, MapFigure, type MapGround } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { nameCounty } from './counties.ts';
import { type DirectoryFilter, type GroupSpot, writeFilter } from './directory.ts';
import type { Group, Point } from './group.ts';

/** One overseas would leave the others on one spot: it is in the list, and alone on the map of its département. */
function nearOf<Pin extends Point>(pins: readonly Pin[]): readonly Pin[] {
  const near = pins.filter(
    ({ latitude, longitude }) => latitude > 41 && latitude < 52 && longitude > -6 && longitude < 10,
  );
  return near.length > 0 ? near : pins;
}

const placed = (groups: readonly Group[]) =>
  nearOf(groups.flatMap((group) => (group.point ? [{ group, ...group.point }] : []))).map(
    (pin, at) => ({ ...pin, mark: String(at + 1) }),
  );

/** Numbers of the groups on the map, by id; none where there is no map. */
export function numberGroups(groups: readonly Group[], ground: MapGround): Map<string, string> {
  const pins = placed(groups);
  if (pins.length === 0 || !isDrawable(ground, pins)) return new Map();
  return new Map(pins.map(({ group, mark }) => [group.id, mark]));
}

/** The groups of a page, each with its number in the list beside. */
export function GroupsMap({ groups, ground }: { groups: readonly Group[]; ground: MapGround }) {
  return (
    <MapFigure
      ground={ground}
      size="small"
      pins={placed(groups).map(({ group, mark, latitude, longitude }) => ({
        key: group.id,
        mark,
        label: group.name,
        latitude,
        longitude,
        href: urls.group({ group: group.slug }),
      }))}
      label={m.groups_map_label()}
      caption={m.groups_map_caption()}
    />
  );
}

interface SpotsProps {
  spots: readonly GroupSpot[];
  filter: DirectoryFilter;
  ground: MapGround;
}

/** However many groups there are: one circle for each département, which leads to its groups. */
export function SpotsMap({ spots, filter, ground }: SpotsProps) {
  const pins = nearOf(spots);
  if (pins.length === 0 || !isDrawable(ground, pins)) return null;
  return (
    <MapFigure
      ground={ground}
      size="small"
      pins={pins.map(({ county, count, latitude, longitude }) => ({
        key: county,
        mark: String(count),
        label: m.groups_spot({ county: nameCounty(county), count }),
        latitude,
        longitude,
        many: true,
        href: urls.groups(writeFilter({ ...filter, county, after: null })),
      }))}
      label={m.groups_home_map()}
      caption={m.groups_home_map_caption()}
    />
  );
}
