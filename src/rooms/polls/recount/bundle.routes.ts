import { Readable } from 'node:stream';
import { openStorage } from '../../../platform/files/index.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { openBundle } from './bundle.store.ts';

/** The public bundle, once the result is published; nothing of it before, for anyone (R57, V15). */
export const bundleRoutes: readonly Route[] = [
  get(urls.resultBundle, 'anyone', async (visit) => {
    const { edition, poll, state } = await loadPoll(visit);
    if (state !== 'published') throw notFound('poll');
    const { db, config, organisation } = visit;
    const { size, stream } = await openBundle(
      { db, storage: openStorage(config), keysFolder: config.keysFolder },
      {
        organisationId: organisation.id,
        unit: organisation.name,
        edition,
        poll: found(poll, 'poll'),
      },
    );
    return new Response(Readable.toWeb(stream) as unknown as BodyInit, {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(size),
        'content-disposition': `attachment; filename="urne-${edition.slug}.zip"`,
        'cache-control': 'public, max-age=300',
      },
    });
  }),
];
