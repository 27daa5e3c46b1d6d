import { address } from '../../src/platform/http/address.ts';
import { get, type Route } from '../../src/platform/http/route.ts';
import type { Visit } from '../../src/platform/http/visit.ts';
import { routes } from '../../src/site.tsx';
import { urls } from '../../src/urls.ts';

/** How much every component holds where a test asks for it. */
const HELD = 1494;

/**
 * Pages of spaces as they are when some room serves every kind of component and counts its contents: the site's own
 * routes, at `/essai` before their address.
 */
export const servedRoutes: readonly Route[] = [urls.space, urls.theme].map(({ pattern }) => {
  const real = routes.find((route) => route.method === 'GET' && route.address.pattern === pattern)!;
  const trial = address(`/essai${pattern}`);
  return get(trial, 'anyone', (visit: Visit) =>
    real.handle({
      ...visit,
      componentAddress: (kind, at) => `/essai/${kind}/${at.space}/${at.component}`,
      countInComponents: async (_kind, ids) => new Map(ids.map((id) => [id, HELD])),
    }),
  );
});
