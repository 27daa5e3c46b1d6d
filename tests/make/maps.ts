import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestSite } from '../site-client.ts';

/** A real server on this machine, of which a test says how it answers next. */
export async function startMapPeer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const asked: URL[] = [];
  let answering = answer;
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://peer'));
    answering(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    answer(next: typeof answer) {
      answering = next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What the Base Adresse Nationale answers. */
export function addressesOf(...found: { label: unknown; coordinates?: unknown }[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: found.map(({ label, coordinates = [1.92, 47.93] }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { label, score: 0.9 },
    })),
  });
}

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * A PMTiles archive (version 3) of one tile, that of level 0. `kind`: 1 vector, 2 PNG, as its specification counts
 * them; `directory`: bytes in place of the directory; `deepest`: the level down to which it is everywhere the same
 * tile; `described`: what the archive says of itself.
 */
export function pmtilesOf(
  tile: Uint8Array,
  kind = 2,
  directory?: Uint8Array,
  { deepest = 0, described = {} }: { deepest?: number; described?: object } = {},
): Buffer {
  // one entry: from tile 0 on, so many times, so long, at the beginning
  const times = (4 ** (deepest + 1) - 1) / 3;
  const root = directory ?? Buffer.from([1, 0, ...varint(times), ...varint(tile.length), 1]);
  const metadata = Buffer.from(JSON.stringify(described));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  const [rootAt, metadataAt] = [127, 127 + root.length];
  const tilesAt = metadataAt + metadata.length;
  const sizes = [rootAt, root.length, metadataAt, metadata.length, 0, 0, tilesAt, tile.length];
  for (const [index, size] of [...sizes, 1, 1, 1].entries())
    header.writeBigUInt64LE(BigInt(size), 8 + 8 * index);
  // clustered; directories and tiles as they are
  header.set([1, 1, 1, kind, 0, deepest], 96);
  return Buffer.concat([header, root, metadata, tile]);
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** Who answers where an address lies; '' : nobody. */
export async function setAddressProvider(
  site: Pick<TestSite, 'db' | 'organisationId' | 'memory'>,
  address: string,
): Promise<void> {
  await site.db
    .insertInto('map_settings')
    .values({ organisation_id: site.organisationId, address_provider: address })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({ address_provider: address }),
    )
    .execute();
  site.memory.forgetAll();
}
