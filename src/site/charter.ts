import type { Route } from '../platform/http/route.ts';
import type { Visit } from '../platform/http/visit.ts';
import { urls } from '../urls.ts';

/** Where whoever has not accepted the newer charter goes first; null: this is reached before (R96). */
export function findCharterAddress(visit: Visit, route: Route): string | null {
  return route.options.beforeCharter || (route.right === 'anyone' && !isActOfAccount(route))
    ? null
    : urls.acceptCharter({ vers: findWayBack(visit) });
}

/**
 * What an account does at an address that anyone may send to, where a stranger is led to sign in: to support, to
 * publish. It waits for the charter as everything else does (R96).
 */
const isActOfAccount = ({ method, address }: Route): boolean =>
  method === 'POST' && /\/(soutenir|publier)$/.test(address.pattern);

/** After the charter: the page that was asked for, or the one whose form was sent. */
function findWayBack({ request, url, origin }: Visit): string {
  if (request.method === 'GET') return url.pathname + url.search;
  const from = request.headers.get('referer') ?? '';
  if (!from.startsWith(`${origin}/`)) return urls.home();
  const { pathname, search } = new URL(from);
  return pathname + search;
}
