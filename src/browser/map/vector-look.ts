import {
  CenteredTextSymbolizer,
  exp,
  type Feature,
  GeomType,
  type LabelRule,
  LineLabelSymbolizer,
  LineSymbolizer,
  type PaintRule,
  PolygonSymbolizer,
} from 'protomaps-leaflet';
import type { DrawnLayer } from '../../rooms/spaces/maps/vector-layers.ts';

/** Paler than any pin or outline: it is the ground, and what the town says stands on it. */
export const GROUND = '#f4f1ea';
const LOOK = {
  green: '#dde8d0',
  wood: '#cfdfc1',
  public: '#efe6d8',
  water: '#b9d4e5',
  building: '#e0d9cc',
  edge: '#cbc2b1',
  road: '#ffffff',
  highway: '#f6dfab',
  path: '#b8ab94',
  rail: '#a9a398',
  name: '#26302c',
  street: '#4b463e',
  halo: '#ffffff',
};

type Filter = (zoom: number, feature: Feature) => boolean;

/** What a thing is: `kind` as Protomaps says it, `class` as OpenMapTiles does. */
const kindOf = ({ props }: Feature): string => String(props.kind ?? props.class ?? '');

function isOneOf(geomType: GeomType, kinds: string): Filter {
  const known = new Set(kinds.split(' '));
  return (_, feature) => feature.geomType === geomType && known.has(kindOf(feature));
}
const isSurface: Filter = (_, { geomType }) => geomType === GeomType.Polygon;
const isLine: Filter = (_, { geomType }) => geomType === GeomType.Line;

const surface = (dataLayer: DrawnLayer, fill: string, kinds?: string): PaintRule => ({
  dataLayer,
  symbolizer: new PolygonSymbolizer({ fill }),
  filter: kinds === undefined ? isSurface : isOneOf(GeomType.Polygon, kinds),
});

/** Level and width in pixels, level and width, …; between them it grows as the map does. */
type Widths = [number, number][];

const line = (
  dataLayer: DrawnLayer,
  color: string,
  widths: Widths,
  more: { kinds?: string; wider?: number; dash?: number[] } = {},
): PaintRule => {
  const grown = exp(1.6, widths);
  const width = (zoom: number) => grown(zoom) + (more.wider ?? 0);
  return {
    dataLayer,
    minzoom: widths[0]![0],
    symbolizer: new LineSymbolizer({
      color,
      width,
      lineCap: more.dash ? 'butt' : 'round',
      lineJoin: 'round',
      ...(more.dash && { dash: more.dash }),
    }),
    filter: more.kinds === undefined ? isLine : isOneOf(GeomType.Line, more.kinds),
  };
};

const GREEN =
  'park grass grassland meadow scrub cemetery pitch playground garden golf_course allotments village_green ' +
  'recreation_ground national_park nature_reserve protected_area farmland wetland';
const WOOD = 'wood forest';
const PUBLIC = 'school university college hospital kindergarten library';

const MINOR = 'minor_road minor service other';
const MAJOR = 'major_road primary secondary tertiary';
const HIGHWAY = 'highway motorway trunk';
const PATH = 'path track';
const MINOR_WIDTHS: Widths = [
  [12, 0.4],
  [14, 2],
  [18, 14],
];
const MAJOR_WIDTHS: Widths = [
  [8, 0.6],
  [12, 1.8],
  [15, 5],
  [18, 18],
];
const HIGHWAY_WIDTHS: Widths = [
  [5, 0.8],
  [12, 2.6],
  [15, 6],
  [18, 20],
];

const ROADS = ['roads', 'transportation'] as const;

/** From the ground up. */
export const paintRules: PaintRule[] = [
  surface('earth', GROUND),
  ...(['landcover', 'landuse'] as const).flatMap((layer) => [
    surface(layer, LOOK.green, GREEN),
    surface(layer, LOOK.wood, WOOD),
    surface(layer, LOOK.public, PUBLIC),
  ]),
  surface('park', LOOK.green),
  surface('water', LOOK.water),
  ...(['water', 'waterway'] as const).map((layer) =>
    line(layer, LOOK.water, [
      [9, 0.5],
      [14, 1.5],
      [18, 8],
    ]),
  ),
  surface('building', LOOK.building),
  surface('buildings', LOOK.building),
  ...ROADS.flatMap((layer) => [
    line(
      layer,
      LOOK.rail,
      [
        [10, 0.6],
        [18, 3],
      ],
      { kinds: 'rail transit' },
    ),
    line(
      layer,
      LOOK.path,
      [
        [14, 0.6],
        [18, 2.5],
      ],
      { kinds: PATH, dash: [3, 3] },
    ),
    // all edges first: where streets cross, none runs through another
    line(layer, LOOK.edge, MINOR_WIDTHS, { kinds: MINOR, wider: 1.4 }),
    line(layer, LOOK.edge, MAJOR_WIDTHS, { kinds: MAJOR, wider: 1.6 }),
    line(layer, LOOK.edge, HIGHWAY_WIDTHS, { kinds: HIGHWAY, wider: 2 }),
    line(layer, LOOK.road, MINOR_WIDTHS, { kinds: MINOR }),
    line(layer, LOOK.road, MAJOR_WIDTHS, { kinds: MAJOR }),
    line(layer, LOOK.highway, HIGHWAY_WIDTHS, { kinds: HIGHWAY }),
  ]),
];

/** As people here call them, whatever language the page is in. */
const NAMES = ['name:fr', 'name', 'name:latin'];
/** Those of the page (ui/font.css). */
const LETTERS = 'Atkinson, sans-serif';

const place = (dataLayer: DrawnLayer, minzoom: number, font: string, kinds: string): LabelRule => ({
  dataLayer,
  minzoom,
  symbolizer: new CenteredTextSymbolizer({
    labelProps: NAMES,
    fill: LOOK.name,
    stroke: LOOK.halo,
    width: 3,
    lineHeight: 1.2,
    font: `${font} ${LETTERS}`,
  }),
  filter: isOneOf(GeomType.Point, kinds),
});

const street = (dataLayer: DrawnLayer, minzoom: number, kinds: string): LabelRule => ({
  dataLayer,
  minzoom,
  symbolizer: new LineLabelSymbolizer({
    labelProps: NAMES,
    fill: LOOK.street,
    stroke: LOOK.halo,
    width: 3,
    font: `500 13px ${LETTERS}`,
  }),
  filter: isOneOf(GeomType.Line, kinds),
});

/** The first keep their room where two would lie on each other. */
export const labelRules: LabelRule[] = [
  ...(['places', 'place'] as const).flatMap((layer) => [
    place(layer, 7, '700 16px', 'locality city town'),
    place(layer, 11, '600 14px', 'village'),
    place(layer, 13, '600 13px', 'neighbourhood suburb quarter hamlet macrohood'),
  ]),
  ...(['roads', 'transportation_name'] as const).flatMap((layer) => [
    street(layer, 13, `${HIGHWAY} ${MAJOR}`),
    street(layer, 15, `${MINOR} ${PATH}`),
  ]),
];
