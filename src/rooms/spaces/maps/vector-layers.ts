/** What vector tiles are drawn from. Pure: the server refuses a file without any of it, the browser draws it. */

/**
 * Names of layers in the two schemas that files for towns come in: Protomaps (version 4 of its basemaps) and
 * OpenMapTiles (version 3). Those of other schemas are left out.
 */
const DRAWN_LAYERS = [
  'earth',
  'landcover',
  'landuse',
  'park',
  'water',
  'waterway',
  'building',
  'buildings',
  'transportation',
  'roads',
  'transportation_name',
  'place',
  'places',
] as const;

export type DrawnLayer = (typeof DRAWN_LAYERS)[number];

/** Layers that a file's own description announces (`vector_layers`, PMTiles 3); untrusted. */
export function layersOf(metadata: unknown): string[] {
  const { vector_layers: layers } = (metadata ?? {}) as { vector_layers?: unknown };
  if (!Array.isArray(layers)) return [];
  return layers
    .slice(0, 200)
    .map((layer: unknown) => (layer as { id?: unknown } | null)?.id)
    .filter((id): id is string => typeof id === 'string');
}

/** Whether anything of a file's layers can be drawn. */
export const isDrawn = (layers: readonly string[]): boolean =>
  layers.some((layer) => DRAWN_LAYERS.some((drawn) => drawn === layer));

const LONGEST_ATTRIBUTION = 300;

/** Whose map a file says it is, as plain text: its own words are markup. '': it does not say. */
export function attributionOf(metadata: unknown): string {
  const { attribution } = (metadata ?? {}) as { attribution?: unknown };
  if (typeof attribution !== 'string') return '';
  const text = attribution
    .slice(0, 4000)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\p{C}\s<>]+/gu, ' ')
    .trim();
  return [...text].slice(0, LONGEST_ATTRIBUTION).join('');
}
