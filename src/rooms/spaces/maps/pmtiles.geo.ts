import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Compression, PMTiles, ResolvedValueCache, type Source, TileType } from 'pmtiles';
import type { Config } from '../../../platform/config.ts';
import { openStorage, readBytes } from '../../../platform/files/index.ts';
import type { TileKind, TilePlace, TilesFile } from './map-settings.ts';
import { attributionOf, isDrawn, layersOf } from './vector-layers.ts';

/** Bytes that one read of a kept file may ask for, and that one directory or tile may grow to. */
const LARGEST_READ = 4 * 1024 * 1024;
const LARGEST_OPENED = 16 * 1024 * 1024;
/** Directories kept in memory, of all files together. */
const KEPT_DIRECTORIES = 200;

const directories = new ResolvedValueCache(KEPT_DIRECTORIES, undefined, open);

export type TilesFileRefusal = 'not-pmtiles' | 'unknown-layers' | 'other-tiles';

/** What a kept file holds, by its own header and description; tiles that nobody could draw are refused. */
export async function inspectTilesFile(
  config: Config,
  key: string,
): Promise<
  | {
      ok: true;
      found: Pick<TilesFile, 'tiles' | 'lowestZoom' | 'highestZoom'>;
      /** Whose map it says it is; '' where it does not. */
      attribution: string;
    }
  | { ok: false; refusal: Exclude<TilesFileRefusal, 'unknown-layers'> }
  | { ok: false; refusal: 'unknown-layers'; layers: readonly string[] }
> {
  try {
    const archive = archiveOf(config, key);
    const header = await archive.getHeader();
    const tiles = KINDS[header.tileType];
    if (!tiles) return { ok: false, refusal: 'other-tiles' };
    const [lowestZoom, highestZoom] = [header.minZoom, header.maxZoom];
    if (lowestZoom > highestZoom || highestZoom > 24) return { ok: false, refusal: 'not-pmtiles' };
    const metadata = await archive.getMetadata();
    const layers = layersOf(metadata);
    if (tiles === 'mvt' && !isDrawn(layers))
      return { ok: false, refusal: 'unknown-layers', layers };
    const attribution = attributionOf(metadata);
    return { ok: true, found: { tiles, lowestZoom, highestZoom }, attribution };
  } catch {
    return { ok: false, refusal: 'not-pmtiles' };
  }
}

const KINDS: Partial<Record<TileType, TileKind>> = {
  [TileType.Mvt]: 'mvt',
  [TileType.Png]: 'png',
  [TileType.Jpeg]: 'jpeg',
  [TileType.Webp]: 'webp',
};

/** One tile of a kept file; null: it holds none there, or cannot be read. */
export async function readFileTile(
  config: Config,
  key: string,
  { zoom, column, row }: TilePlace,
): Promise<Uint8Array | null> {
  try {
    const tile = await archiveOf(config, key).getZxy(zoom, column, row);
    return tile ? new Uint8Array(tile.data) : null;
  } catch (error) {
    console.error('A tile of a kept file cannot be read.', error);
    return null;
  }
}

function archiveOf(config: Config, key: string): PMTiles {
  const source: Source = {
    getKey: () => key,
    async getBytes(offset, length) {
      if (length > LARGEST_READ) throw new Error('A directory or tile is larger than any.');
      const bytes = await readBytes(openStorage(config), key, offset, length);
      return {
        data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      };
    },
  };
  return new PMTiles(source, directories, open);
}

/** A few bytes may open into any number: never more than a directory or tile can need (W9). */
async function open(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  const limit = { maxOutputLength: LARGEST_OPENED };
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  if (compression !== Compression.Gzip && compression !== Compression.Brotli)
    throw new Error('This compression is not read.');
  const bytes =
    compression === Compression.Gzip
      ? await promisify(gunzip)(Buffer.from(packed), limit)
      : await promisify(brotliDecompress)(Buffer.from(packed), limit);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}
