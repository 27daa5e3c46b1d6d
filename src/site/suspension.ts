import type { Route } from '../platform/http/route.ts';
import type { Page, Visit } from '../platform/http/visit.ts';
import { findSuspension } from '../rooms/moderation/index.ts';
import { suspendedPage } from './suspension.page.tsx';

/**
 * The page that a suspended account gets in place of an act (R137); null: go on. Whatever account holders send is shut
 * to them unless it stands below, so that a new door is shut too. What somebody does by a role is not shut: a role is taken
 * away by who gave it.
 */
export async function findShutPage(visit: Visit, route: Route): Promise<Page | null> {
  const { db, organisation, visitor } = visit;
  if (!visitor || !isShutToSuspended(route)) return null;
  const suspension = await findSuspension(db, organisation.id, visitor.id);
  return suspension && suspendedPage(suspension.until);
}

const isShutToSuspended = ({
  method,
  right,
  address: { pattern },
}: Pick<Route, 'method' | 'right' | 'address'>): boolean =>
  method === 'POST' &&
  (right === 'signed-in' || right === 'anyone') &&
  !STAYS.some((one) => one.test(pattern));

const STAYS: readonly RegExp[] = [
  // a suspension never takes the vote away
  /\/vote\//,
  /\/resultats\/mon-bulletin$/,
  /^\/(borne|classe)(\/|$)/,
  /^\/espaces\/:space\/assemblees\/:component\/:assembly\/(presences|pouvoir|votes\/:vote)$/,
  // to appeal, and to ask that one's own be hidden
  /^\/contributions-masquees\/:hiding\/recours$/,
  /^\/demander-le-masquage\//,
  // coming in and going out, one's account and one's data; but the public profile
  /^\/(connexion|deconnexion|inscription|mot-de-passe-oublie|charte)(\/|$)/,
  /^\/mon-espace\//,
  /^\/compte\/(?!profil\/public$)/,
  // a link that holds its own proof
  /\/:token(\/|$)/,
  // what reaches nobody but the team, or oneself
  /^\/(contact|lettre)$/,
  /^\/suivre\//,
  /^\/espaces\/:space\/listes\/:component\/abonnement(\/|$)/,
  // by a role, which its giver takes away
  /^\/espaces\/:space\/listes\/:component\/(moderation|retrait)\//,
  /\/idees\/:idea\/echanges\/:channel$/,
  /^\/actions\/:action\/(enregistrement|illustration|illustration\/retirer|messages|rediger|supprimer)$/,
  /\/deposer\/.*\/(abandonner|brouillon|documents|documents\/:file\/retirer|idees-proches|lieu|texte)$/,
  // what others wait for: an answer, a seat that is free again, that nobody comes in vain
  /^\/regroupements\/:merge$/,
  /^\/agenda\/:meeting\/(inscription|desinscription|annuler)$/,
  // taking back
  /\/ne-plus-soutenir$/,
  /^\/editions\/:edition\/suivi\/:project\/(aide\/retirer|comite\/quitter|temoignage\/retirer)$/,
  /^\/groupes\/:group\/quitter$/,
  /^\/mobilisations\/:petition\/retirer$/,
  /^\/espaces\/:space\/dossiers\/:component\/:dossier\/quitter$/,
  /^\/espaces\/:space\/mandats\/:mandate\/(retirer|fin)$/,
  // the running of a group, and money that it owes
  /^\/groupes\/:group\/(demandes|invitations|membres|budgets|demandes-de-depenses)(\/|$)/,
  /^\/depenses\//,
];
