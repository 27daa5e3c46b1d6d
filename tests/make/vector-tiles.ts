/** Vector tiles (Mapbox Vector Tile 2), written by hand, so that what draws them is not tested with its own writer. */
import { pmtilesOf, varint } from './maps.ts';

type Place = readonly [x: number, y: number];
interface Drawn {
  shape: 'point' | 'line' | 'surface';
  /** On a square of 4,096 a side, from the north-west. */
  places: readonly Place[];
  properties: Record<string, string>;
}

const SHAPES = { point: 1, line: 2, surface: 3 } as const;

function vectorTileOf(layers: Record<string, readonly Drawn[]>): Buffer {
  return Buffer.concat(
    Object.entries(layers).map(([name, drawn]) => {
      const texts = [
        ...new Set(drawn.flatMap(({ properties }) => Object.entries(properties).flat())),
      ];
      const tagsOf = (properties: Record<string, string>) =>
        Object.entries(properties)
          .flat()
          .map((text) => texts.indexOf(text));
      return field(3, [
        field(1, Buffer.from(name)),
        ...drawn.map(({ shape, places, properties }) =>
          field(2, [
            field(2, packed(tagsOf(properties))),
            Buffer.from([0x18, SHAPES[shape]]),
            field(4, packed(commandsOf(shape, places))),
          ]),
        ),
        // each text is a key and a value
        ...texts.map((text) => field(3, Buffer.from(text))),
        ...texts.map((text) => field(4, [field(1, Buffer.from(text))])),
        Buffer.from([0x28, ...varint(4096), 0x78, 2]),
      ]);
    }),
  );
}

function commandsOf(shape: Drawn['shape'], places: readonly Place[]): number[] {
  const steps = places.flatMap(([x, y], index) => {
    const [fromX, fromY] = index === 0 ? [0, 0] : places[index - 1]!;
    return [zigzag(x - fromX), zigzag(y - fromY)];
  });
  const [first, rest] = [steps.slice(0, 2), steps.slice(2)];
  return [
    // move to one place, draw to the others, close
    9,
    ...first,
    ...(rest.length > 0 ? [((rest.length / 2) << 3) | 2, ...rest] : []),
    ...(shape === 'surface' ? [15] : []),
  ];
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
const packed = (values: readonly number[]): Buffer => Buffer.from(values.flatMap(varint));

/** A field of bytes, as Protocol Buffers write it. */
function field(number: number, content: Buffer | readonly Buffer[]): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...varint(bytes.length)]), bytes]);
}

const square = (x: number, y: number, side: number): Place[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

/** The same quarter in the words of both schemas: a lake in the south, a wood, a house, a street, a village. */
export const QUARTERS = {
  protomaps: vectorTileOf({
    earth: [{ shape: 'surface', places: square(0, 0, 4096), properties: { kind: 'earth' } }],
    landuse: [{ shape: 'surface', places: square(200, 200, 1200), properties: { kind: 'wood' } }],
    water: [{ shape: 'surface', places: square(0, 2048, 4096), properties: { kind: 'lake' } }],
    buildings: [
      { shape: 'surface', places: square(2600, 500, 500), properties: { kind: 'building' } },
    ],
    roads: [
      {
        shape: 'line',
        places: [
          [0, 1800],
          [4096, 1800],
        ],
        properties: { kind: 'major_road', name: 'Rue des Écoles' },
      },
    ],
    places: [
      {
        shape: 'point',
        places: [[2048, 1000]],
        properties: { kind: 'locality', name: 'Fleury' },
      },
    ],
  }),
  openMapTiles: vectorTileOf({
    landcover: [
      { shape: 'surface', places: square(200, 200, 1200), properties: { class: 'wood' } },
    ],
    water: [{ shape: 'surface', places: square(0, 2048, 4096), properties: { class: 'lake' } }],
    building: [{ shape: 'surface', places: square(2600, 500, 500), properties: {} }],
    transportation: [
      {
        shape: 'line',
        places: [
          [0, 1800],
          [4096, 1800],
        ],
        properties: { class: 'primary' },
      },
    ],
    place: [
      { shape: 'point', places: [[2048, 1000]], properties: { class: 'village', name: 'Fleury' } },
    ],
  }),
};

const LAYERS = {
  protomaps: ['earth', 'landuse', 'water', 'buildings', 'roads', 'places'],
  openMapTiles: ['landcover', 'water', 'building', 'transportation', 'place'],
};

/** A file of vector tiles down to level 14, everywhere the same quarter. */
export function vectorPmtilesOf(schema: keyof typeof QUARTERS): Buffer {
  return pmtilesOf(QUARTERS[schema], 1, undefined, {
    deepest: 14,
    described: {
      vector_layers: LAYERS[schema].map((id) => ({ id, fields: {} })),
      attribution: '<a href="https://openstreetmap.org/copyright">&copy; OpenStreetMap</a>',
    },
  });
}
