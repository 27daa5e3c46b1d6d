import { gzipSync } from 'node:zlib';
import { countHit } from '../../../platform/http/limits.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import { urls } from '../../../urls.ts';
import { findCommune } from '../outlines/outline.store.ts';
import { findMapSettings } from './map-settings.store.ts';
import { readTilePlace } from './map-settings.ts';
import { isNear } from './tile-bounds.ts';
import { fetchTile, findKeptTile } from './tiles.geo.ts';

/** Tiles that one visitor, and one organisation, may have fetched from elsewhere. */
const BY_VISITOR = { hits: 1500, seconds: 600 };
const BY_ORGANISATION = { hits: 30_000, seconds: 3600 };

/** Tiles at our own address: whoever reads a map meets nobody but this server. */
export const tilesRoutes: readonly Route[] = [
  get(urls.mapTile, 'anyone', async (visit) => {
    const { db, organisation, config, params, request } = visit;
    const place = found(readTilePlace(params), 'tile');
    const settings = await visit.share('map settings', () => findMapSettings(db, organisation.id));
    if (settings.background === 'none' || params.version !== String(settings.version))
      throw notFound('tile');
    let tile = findKeptTile(organisation.id, settings.version, place);
    if (tile === undefined) {
      const commune = await visit.share('commune', () => findCommune(db, organisation.id));
      // not a way for others to read the map of the whole world
      if (commune && !isNear(place, commune)) throw notFound('tile');
      const who = hashSecret(organisation.id, visit.address);
      await countHit(db, { key: `tiles:${who}`, ...BY_VISITOR });
      await countHit(db, { key: `tiles:${organisation.id}`, ...BY_ORGANISATION });
      tile = await fetchTile(config, organisation.id, settings, place);
    }
    if (!tile) return new Response(null, { status: 404 });
    const packed = tile.kind === 'mvt' && acceptsGzip(request);
    return new Response((packed ? gzipSync(tile.bytes) : tile.bytes) as unknown as BodyInit, {
      headers: {
        'content-type':
          tile.kind === 'mvt' ? 'application/vnd.mapbox-vector-tile' : `image/${tile.kind}`,
        ...(packed && { 'content-encoding': 'gzip' }),
        ...(tile.kind === 'mvt' && { vary: 'accept-encoding' }),
        'cache-control': 'public, max-age=86400',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  }),
];

/** Lines and surfaces are packed to a third; pictures already are. */
const acceptsGzip = (request: Request): boolean =>
  request.headers.get('accept-encoding')?.includes('gzip') ?? false;
