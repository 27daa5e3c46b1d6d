/**
 * Vector tiles under a map that moves: `place-map` asks for this file only where a map has such tiles
 * (docs/decisions/054). It asks for nothing but tiles of our own address; letters are those of the page.
 */
import type * as Leaflet from 'leaflet';
import { leafletLayer } from 'protomaps-leaflet';
import { GROUND, labelRules, paintRules } from './vector-look.ts';

interface VectorTiles {
  /** Ours, with `{z}/{x}/{y}`. */
  url: string;
  /** Levels that the file holds. */
  lowestZoom: number;
  highestZoom: number;
}

/** One tile of the file is drawn over the four of the level below: its lines and names are made for that. */
const LEVELS_BELOW = 1;

export function makeVectorLayer(
  leaflet: Pick<typeof Leaflet, 'GridLayer' | 'DomUtil'>,
  { url, lowestZoom, highestZoom }: VectorTiles,
): Leaflet.Layer {
  // the library takes Leaflet from where a page of plain scripts would have put it
  (window as unknown as { L: typeof leaflet }).L = leaflet;
  return leafletLayer({
    url,
    paintRules,
    labelRules,
    backgroundColor: GROUND,
    attribution: '',
    maxDataZoom: Math.max(1, highestZoom),
    minZoom: lowestZoom === 0 ? 0 : lowestZoom + LEVELS_BELOW,
    maxZoom: 24,
    lang: document.documentElement.lang,
    className: 'map-tile',
  }) as unknown as Leaflet.Layer;
}
