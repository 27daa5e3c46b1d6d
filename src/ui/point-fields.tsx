import * as m from '../paraglide/messages.js';
import { Field } from './field.tsx';
import type { Problems } from './form.tsx';
import { Grid } from './layout.tsx';
import { isDrawable, MapFigure, type MapGround } from './map.tsx';

interface Props {
  /** As it was typed: decimal degrees (WGS 84), with a comma or a point; empty: nowhere. */
  typed: { latitude: string; longitude: string; place: string };
  problems: Problems;
  ground: MapGround;
  /** Of the map on which a point is picked, and the words under it. */
  label: string;
  caption: string;
}

/** A point of the map: picked on it where it can be drawn, and typed in two fields in any case. */
export function PointFields({ typed, problems, ground, label, caption }: Props) {
  const point = {
    latitude: Number(typed.latitude.replace(',', '.')),
    longitude: Number(typed.longitude.replace(',', '.')),
  };
  const isPlaced =
    typed.latitude !== '' && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  const pins = isPlaced ? [{ ...point, key: 'lieu', mark: '', label: typed.place }] : [];
  return (
    <>
      {isDrawable(ground, pins) && (
        <MapFigure
          ground={ground}
          pins={pins}
          label={label}
          picks={{ latitude: 'latitude', longitude: 'longitude', caption }}
        />
      )}
      <Grid min="small">
        {(['latitude', 'longitude'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={name === 'latitude' ? m.points_latitude() : m.points_longitude()}
            value={typed[name]}
            width="medium"
            autocomplete="off"
            problems={problems}
          />
        ))}
      </Grid>
    </>
  );
}
