import * as m from '../../../paraglide/messages.js';
import { formatList } from '../../../ui/format.ts';
import type { GeoJsonRefusal } from './geojson.ts';
import type { OutlineKind } from './outline.ts';

export const kindWords: Record<OutlineKind, { name: () => string; hint: () => string }> = {
  commune: { name: m.territory_kind_commune, hint: m.territory_kind_commune_hint },
  district: { name: m.territory_kind_district, hint: m.territory_kind_district_hint },
  priority: { name: m.territory_kind_priority, hint: m.territory_kind_priority_hint },
};

export type UploadRefusal = GeoJsonRefusal | 'not-json' | 'no-kind' | 'no-file' | 'too-large';

export const uploadWords: Record<UploadRefusal, () => string> = {
  'no-kind': m.territory_upload_no_kind,
  'no-file': m.territory_upload_no_file,
  'too-large': m.territory_upload_too_large,
  'not-json': m.territory_refused_not_json,
  'not-geojson': m.territory_refused_not_geojson,
  'no-polygon': m.territory_refused_no_polygon,
  'lambert-93': m.territory_refused_lambert_93,
  'other-projection': m.territory_refused_other_projection,
  'not-degrees': m.territory_refused_not_degrees,
  'not-a-number': m.territory_refused_not_a_number,
  'ring-open': m.territory_refused_ring_open,
  'ring-too-short': m.territory_refused_ring_too_short,
  'ring-flat': m.territory_refused_ring_flat,
  'too-many-features': m.territory_refused_too_many_features,
  'too-many-rings': m.territory_refused_too_many_rings,
  'too-many-points': m.territory_refused_too_many_points,
};

/** As many as a sentence can hold. */
const MOST_NAMES = 30;

export function nameList(named: readonly { name: string }[]): string {
  const names = named.slice(0, MOST_NAMES).map(({ name }) => name);
  return formatList(named.length > MOST_NAMES ? [...names, '…'] : names);
}
