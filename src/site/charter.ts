import type { Route } from '../platform/http/route.ts';
import type { Visit } from '../platform/http/visit.ts';
import { urls } from '../urls.ts';

/** Where whoever has not accepted the newer charter goes first; null: this is reached before (R96, R107). */
export function findCharterAddress(
  visit: Pick<Visit, 'request' | 'url' | 'origin'>,
  route: Pick<Route, 'method' | 'address' | 'right' | 'options'>,
): string | null {
  return route.options.beforeCharter || (route.right === 'anyone' && !isActOfAccount(route))
    ? null
    : urls.acceptCharter({ vers: findWayBack(visit) });
}

/**
 * What an account does at an address that anyone may send to: to vote, to answer, to write, to come. It waits for the
 * charter as everything else does; these do not.
 */
const isActOfAccount = ({ method, address: { pattern } }: Pick<Route, 'method' | 'address'>) =>
  method === 'POST' && !WITHOUT_CHARTER.some((one) => one.test(pattern));

const WITHOUT_CHARTER: readonly RegExp[] = [
  // coming in and going out
  /^\/(connexion|deconnexion|inscription|mot-de-passe-oublie)(\/|$)/,
  // devices that stand somewhere for everybody
  /^\/(borne|classe)(\/|$)/,
  /\/vote\/classe$/,
  // a link that holds its own proof, of a mailbox and not of an account
  /\/:token(\/|$)/,
  /^\/lettre$/,
  // what one writes for oneself: it waits when it is published
  /\/deposer\/.*\/(abandonner|brouillon|documents|documents\/:file\/retirer|idees-proches|lieu|texte)$/,
  // leaving a vote, and reading one's own ballot again
  /\/vote\/identite\/oublier$/,
  /\/resultats\/mon-bulletin$/,
];

/** After the charter: the page that was asked for, or the one whose form was sent. */
function findWayBack({ request, url, origin }: Pick<Visit, 'request' | 'url' | 'origin'>): string {
  if (request.method === 'GET') return url.pathname + url.search;
  const from = request.headers.get('referer') ?? '';
  if (!from.startsWith(`${origin}/`)) return urls.home();
  const { pathname, search } = new URL(from);
  return pathname + search;
}
