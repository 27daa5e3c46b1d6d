import { get, type Route } from '../platform/http/route.ts';
import { page } from '../platform/http/visit.ts';
import { Gallery, galleryTitle } from '../ui/gallery.tsx';
import { urls } from '../urls.ts';
import { demoCodesRoutes } from './demo-codes.routes.tsx';
import { mailsRoutes } from './mails.routes.tsx';
import { RoomPieces } from './room-pieces.page.tsx';

/** The house itself: is it well, what does it look like, what did it write. */
export const houseRoutes: readonly Route[] = [
  get(
    urls.health,
    'anyone',
    () => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    { anyHost: true },
  ),
  get(
    urls.gallery,
    'anyone',
    ({ locale }) =>
      page({
        title: galleryTitle,
        body: (
          <>
            <Gallery />
            <RoomPieces locale={locale} />
          </>
        ),
      }),
    { cached: true },
  ),
  ...mailsRoutes,
  ...demoCodesRoutes,
];
