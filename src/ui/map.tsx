/**
 * A map drawn by the server, without tiles and without scripts: outlines, places with numbers, a scale, the north.
 * Beside it always stands a list that says the same in words. Where scripts run, `place-map.js` lets one move in it.
 */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { formatNumber } from './format.ts';
import {
  type Bounds,
  boundsOf,
  drawPlan,
  type Plan,
  type Point,
  type Polygon,
  pathOf,
  pointsOf,
  USUAL_SIZE,
} from './map-plan.ts';

interface MapShape {
  kind: 'commune' | 'district' | 'priority';
  name: string;
  polygons: readonly Polygon[];
}

interface MapTiles {
  /** Ours, without `/{z}/{x}/{y}`. */
  address: string;
  attribution: string;
  lowestZoom: number;
  highestZoom: number;
  /** Lines and surfaces that the browser draws, not pictures. */
  vector: boolean;
}

/** What a map is drawn on. */
export interface MapGround {
  shapes: readonly MapShape[];
  tiles: MapTiles | null;
}

export interface MapPin extends Point {
  key: string;
  /** What stands in it: the number in the list beside, or how many places it stands for. */
  mark: string;
  /** What it is, for those who do not see it, and under the pointer. */
  label: string;
  href?: string;
  /** Stands for several places. */
  many?: boolean;
}

export interface MapFigureProps {
  ground: MapGround;
  pins?: readonly MapPin[];
  /** What the map shows, in one sentence. */
  label: string;
  caption?: ComponentChildren;
  /** What it shows; otherwise its shapes, and its pins where there are no shapes. */
  bounds?: Bounds | undefined;
  /** A pin to be placed: names of the fields of the form that hold it, and what is said where it can be moved. */
  picks?: { longitude: string; latitude: string; caption: string };
  /** Of the page's little maps. */
  size?: 'small' | 'usual';
}

/** The script that lets one move in a map: a page with a `MapFigure` names it. */
export const MAP_SCRIPT = 'place-map.js';

/** Whether there is anything to see: shapes, tiles, or two places that differ. */
export function isDrawable(ground: MapGround, pins: readonly Point[]): boolean {
  if (ground.shapes.length > 0 || ground.tiles) return ground.shapes.length + pins.length > 0;
  const bounds = boundsOf(pins);
  return bounds !== null && (bounds.east > bounds.west || bounds.north > bounds.south);
}

export function MapFigure(props: MapFigureProps) {
  const { ground, pins = [], picks, size = 'usual' } = props;
  if (!isDrawable(ground, pins)) return null;
  const bounds = props.bounds ?? shownBounds(ground, pins);
  if (!bounds) return null;
  const plan = drawPlan(bounds, size === 'small' ? SMALL : USUAL_SIZE);
  const { tiles } = ground;
  const linked = pins.some(({ href }) => href !== undefined);
  return (
    <place-map
      data-west={plan.bounds.west}
      data-south={plan.bounds.south}
      data-east={plan.bounds.east}
      data-north={plan.bounds.north}
      data-closer={m.territory_map_closer()}
      data-farther={m.territory_map_farther()}
      data-pin={picks && m.territory_map_pin()}
      data-caption={picks?.caption}
      data-longitude={picks?.longitude}
      data-latitude={picks?.latitude}
      data-tiles={tiles?.address}
      data-lowest={tiles?.lowestZoom}
      data-highest={tiles?.highestZoom}
      data-vector={tiles?.vector ? '' : undefined}
    >
      <figure class={size === 'small' ? 'map map-small' : 'map'}>
        <svg
          viewBox={`0 0 ${plan.width} ${plan.height}`}
          // what is in a picture cannot be reached; places that lead somewhere can
          role={linked ? 'group' : 'img'}
          aria-label={props.label}
        >
          <Shapes shapes={ground.shapes} plan={plan} />
          <g class="map-pins">
            {pins.map((pin) => (
              <Pin key={pin.key} pin={pin} {...plan.at(pin)} />
            ))}
          </g>
          <Scale plan={plan} />
        </svg>
        <figcaption>
          <span>{props.caption}</span>
          {tiles && <span class="map-attribution">{tiles.attribution}</span>}
        </figcaption>
      </figure>
    </place-map>
  );
}

const SMALL = { width: 360, tallest: 300, margin: 20 };

function shownBounds({ shapes }: MapGround, pins: readonly Point[]): Bounds | null {
  const drawn = shapes.some(({ kind }) => kind === 'commune')
    ? shapes.filter(({ kind }) => kind === 'commune')
    : shapes;
  const outlines = boundsOf(drawn.flatMap(({ polygons }) => [...pointsOf(polygons)]));
  const places = boundsOf(pins);
  if (!outlines || !places) return outlines ?? places;
  return {
    west: Math.min(outlines.west, places.west),
    south: Math.min(outlines.south, places.south),
    east: Math.max(outlines.east, places.east),
    north: Math.max(outlines.north, places.north),
  };
}

const ORDER: readonly MapShape['kind'][] = ['commune', 'priority', 'district'];

function Shapes({ shapes, plan }: { shapes: readonly MapShape[]; plan: Plan }) {
  const inOrder = [...shapes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return (
    <g class="map-shapes">
      {inOrder.map(({ kind, name, polygons }) => (
        <path key={`${kind} ${name}`} class={`map-${kind}`} d={pathOf(polygons, plan)}>
          <title>{name}</title>
        </path>
      ))}
    </g>
  );
}

function Pin({ pin, x, y }: { pin: MapPin; x: number; y: number }) {
  const radius = pin.many ? 14 + Math.min(10, 3 * pin.mark.length) : 9 + 3 * pin.mark.length;
  const drawing = (
    <>
      <title>{pin.label}</title>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y} dy="0.35em" text-anchor="middle">
        {pin.mark}
      </text>
    </>
  );
  const shown = {
    class: pin.many ? 'map-pin map-pin-many' : 'map-pin',
    'data-longitude': pin.longitude,
    'data-latitude': pin.latitude,
    'data-radius': radius,
  };
  return pin.href === undefined ? (
    <g {...shown}>{drawing}</g>
  ) : (
    // the list beside has the same links: a keyboard goes through them there
    <a {...shown} href={pin.href} tabIndex={-1} aria-label={nameOf(pin)}>
      {drawing}
    </a>
  );
}

/** What is seen in a pin begins what is said of it. */
function nameOf({ mark, label }: MapPin): string {
  return mark === '' || label.startsWith(mark) ? label : `${mark}. ${label}`;
}

function Scale({ plan }: { plan: Plan }) {
  const { metres, units } = plan.scale;
  const foot = plan.height - 12;
  const length =
    metres >= 1000
      ? m.territory_map_kilometres({ count: formatNumber(metres / 1000) })
      : m.territory_map_metres({ count: formatNumber(metres) });
  return (
    <g class="map-marks">
      <path class="map-scale" d={`M12 ${foot - 6}v6h${units}v-6`} />
      <text class="map-length" x={20 + units} y={foot}>
        {length}
      </text>
      <path class="map-scale" d={`M${plan.width - 18} ${foot}v-26m-6 8l6 -8l6 8`} />
      <text class="map-length" x={plan.width - 30} y={foot} text-anchor="end">
        {m.territory_map_north()}
      </text>
    </g>
  );
}
