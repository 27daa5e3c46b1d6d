import type { Config } from '../../../platform/config.ts';
import { fetchOutside, OutboundFailure } from '../../../platform/http/outbound.ts';
import {
  type KeptMapSettings,
  type TileKind,
  type TilePlace,
  tileAddress,
  tileKindOf,
} from './map-settings.ts';
import { readFileTile } from './pmtiles.geo.ts';

export interface Tile {
  kind: TileKind;
  bytes: Uint8Array;
}

/** Bytes of one tile, and of all that are kept in memory. */
const LARGEST_TILE = 1024 * 1024;
const KEPT_BYTES = 48 * 1024 * 1024;
const PATIENCE = 5000;
/** Milliseconds during which a server that did not answer is left alone. */
const REST = 20_000;

/** Tiles that were asked for lately, the oldest first; null: there is none. */
const kept = new Map<string, Tile | null>();
let keptBytes = 0;
const resting = new Map<string, number>();

export function findKeptTile(organisationId: string, version: number, place: TilePlace) {
  return kept.get(keyOf(organisationId, version, place));
}

/** One tile of an organisation's map, from its kept file or its tile server: browsers ask nobody but us. */
export async function fetchTile(
  config: Config,
  organisationId: string,
  settings: KeptMapSettings,
  place: TilePlace,
): Promise<Tile | null> {
  const file = settings.background === 'file' ? settings.file : null;
  const bytes = file
    ? await readFileTile(config, file.key, place)
    : await askServer(config, settings.tileTemplate, place);
  if (bytes === 'no-answer') return null;
  const kind: TileKind | null = file?.tiles === 'mvt' ? 'mvt' : bytes ? tileKindOf(bytes) : null;
  const tile = bytes && kind ? { kind, bytes } : null;
  keep(keyOf(organisationId, settings.version, place), tile);
  return tile;
}

async function askServer(
  config: Config,
  template: string,
  place: TilePlace,
): Promise<Uint8Array | null | 'no-answer'> {
  const { host } = new URL(tileAddress(template, place));
  if ((resting.get(host) ?? 0) > performance.now()) return 'no-answer';
  try {
    const answer = await fetchOutside(
      tileAddress(template, place),
      // tile servers want to know which program asks
      { headers: { accept: 'image/*', 'user-agent': 'Palabre' } },
      { allowLocalPeers: config.allowLocalPeers, timeout: PATIENCE, limit: LARGEST_TILE },
    );
    if (answer.status === 404 || answer.status === 204) return null;
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : 'no-answer';
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    if (resting.size > 100) resting.clear();
    resting.set(host, performance.now() + REST);
    return 'no-answer';
  }
}

function keep(key: string, tile: Tile | null): void {
  const before = kept.get(key);
  if (before !== undefined) keptBytes -= weightOf(before);
  kept.delete(key);
  keptBytes += weightOf(tile);
  kept.set(key, tile);
  for (const [oldest, one] of kept) {
    if (keptBytes <= KEPT_BYTES) break;
    kept.delete(oldest);
    keptBytes -= weightOf(one);
  }
}

/** An empty entry costs its key. */
const weightOf = (tile: Tile | null): number => (tile?.bytes.length ?? 0) + 200;

const keyOf = (organisationId: string, version: number, { zoom, column, row }: TilePlace) =>
  `${organisationId} ${version} ${zoom}/${column}/${row}`;
