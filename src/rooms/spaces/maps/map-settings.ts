/** What stands behind an organisation's maps, and who is asked where an address lies. Nothing and nobody by default. */

export const BACKGROUNDS = ['none', 'server', 'file'] as const;
type Background = (typeof BACKGROUNDS)[number];

export interface MapSettings {
  background: Background;
  /** `https://…/{z}/{x}/{y}.png`; '' for none. */
  tileTemplate: string;
  /** Whose map it is, as its licence wants it said. */
  attribution: string;
  /** Address under which `/search/?q=` is answered as by the Base Adresse Nationale; '': no search. */
  addressProvider: string;
}

/** `mvt`: drawn by the browser from lines and surfaces (Mapbox Vector Tile 2); the others are pictures. */
export type TileKind = 'png' | 'jpeg' | 'webp' | 'mvt';

export interface TilesFile {
  key: string;
  /** As its sender calls it. */
  name: string;
  tiles: TileKind;
  bytes: number;
  lowestZoom: number;
  highestZoom: number;
}

export interface KeptMapSettings extends MapSettings {
  /** Rises with every change: pages and tiles of an older one are told apart. */
  version: number;
  file: TilesFile | null;
}

export const NO_MAP_SETTINGS: KeptMapSettings = {
  background: 'none',
  tileTemplate: '',
  attribution: '',
  addressProvider: '',
  version: 0,
  file: null,
};

const LONGEST = { tileTemplate: 500, attribution: 300, addressProvider: 300 } as const;

export type MapField = keyof MapSettings;
export type MapRefusal =
  | 'template-missing'
  | 'template-unreadable'
  | 'template-without-places'
  | 'attribution-missing'
  | 'not-https'
  | 'file-missing'
  | 'provider-unreadable'
  | 'too-long';

/** What does not hold, by field. `local`: http and this machine are let through (tests, development). */
export function checkMapSettings(
  settings: MapSettings,
  hasFile: boolean,
  local: boolean,
): Partial<Record<MapField, MapRefusal>> {
  const problems: Partial<Record<MapField, MapRefusal>> = {};
  const { background, tileTemplate, addressProvider } = settings;
  if (tileTemplate !== '') {
    const refusal = checkTemplate(tileTemplate, local);
    if (refusal) problems.tileTemplate = refusal;
  } else if (background === 'server') problems.tileTemplate = 'template-missing';
  if (background === 'file' && !hasFile) problems.background = 'file-missing';
  if (background !== 'none' && settings.attribution === '')
    problems.attribution = 'attribution-missing';
  if (addressProvider !== '') {
    const refusal = checkAddress(addressProvider, local);
    if (refusal)
      problems.addressProvider = refusal === 'unreadable' ? 'provider-unreadable' : refusal;
  }
  for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[])
    if ([...settings[field]].length > LONGEST[field]) problems[field] = 'too-long';
  return problems;
}

function checkTemplate(template: string, local: boolean): MapRefusal | null {
  if (['{z}', '{x}', '{y}'].some((part) => !template.includes(part)))
    return 'template-without-places';
  const refusal = checkAddress(tileAddress(template, { zoom: 1, column: 1, row: 1 }), local);
  return refusal === 'unreadable' ? 'template-unreadable' : refusal;
}

function checkAddress(address: string, local: boolean): 'unreadable' | 'not-https' | null {
  if (/[{}\s]/.test(address) || !URL.canParse(address)) return 'unreadable';
  const { protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'unreadable';
  if (protocol === 'https:' || (local && protocol === 'http:')) return null;
  return protocol === 'http:' ? 'not-https' : 'unreadable';
}

export interface TilePlace {
  zoom: number;
  column: number;
  row: number;
}

export function tileAddress(template: string, { zoom, column, row }: TilePlace): string {
  return template
    .replaceAll('{z}', String(zoom))
    .replaceAll('{x}', String(column))
    .replaceAll('{y}', String(row));
}

const DEEPEST_ZOOM = 19;

/** A tile that exists; null for anything else that an address may hold. */
export function readTilePlace(params: {
  zoom: string;
  column: string;
  row: string;
}): TilePlace | null {
  const [zoom, column, row] = [params.zoom, params.column, params.row].map((text) =>
    /^(0|[1-9]\d{0,6})$/.test(text) ? Number(text) : Number.NaN,
  ) as [number, number, number];
  if (!(zoom <= DEEPEST_ZOOM)) return null;
  const side = 2 ** zoom;
  return column < side && row < side ? { zoom, column, row } : null;
}

/** What a tile's first bytes say it is; null: no picture that browsers draw. */
export function tileKindOf(bytes: Uint8Array): Exclude<TileKind, 'mvt'> | null {
  const begins = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
  const isWebp = begins(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45;
  return isWebp && bytes[10] === 0x42 && bytes[11] === 0x50 ? 'webp' : null;
}
