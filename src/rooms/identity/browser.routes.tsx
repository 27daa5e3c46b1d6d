import type { VNode } from 'preact';
import * as m from '../../paraglide/messages.js';
import type { Db, Tx } from '../../platform/database/database.ts';
import { countHit } from '../../platform/http/limits.ts';
import {
  type Answer,
  isOwnAddress,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
  type VisitedOrganisation,
} from '../../platform/http/visit.ts';
import type { Locale } from '../../platform/locale/locale.ts';
import { hashSecret, newToken } from '../../platform/secrets/token.ts';
import { urls } from '../../urls.ts';
import { nameDevice } from './device.ts';
import type { Sender } from './identity.mails.ts';
import { type Proof, tryCode } from './proof.store.ts';
import { CODE_MINUTES, readCode } from './proof.ts';
import { closeSession, openSession, SESSION_DAYS } from './session.store.ts';
import { LinkSpentPage } from './sign-up.page.tsx';

/** What the routes of this room share about the browser in hand: where it goes next, its session, its proof. */

const DAY = 86_400;

/** `vers=`: where the person was going, when it is an address of ours. */
export function readNext(visit: Visit): string | undefined {
  const asked = visit.url.searchParams.get('vers') ?? '';
  return asked.length < 2000 && isOwnAddress(asked) ? asked : undefined;
}

/** 303 to where the person was going, otherwise to the home page. */
export function goOn(visit: Visit, notice?: string): Response {
  return seeOther(visit, readNext(visit) ?? urls.home(), notice);
}

/** An account has begun: to what may be told of oneself, if anything is asked (R95), and from there on. */
export function welcome(visit: Visit): Response {
  const vers = readNext(visit) ?? urls.home();
  return seeOther(visit, urls.ownProfile({ vers }), 'identity-confirmed');
}

/** Signs this browser in under a new token, whatever session it held before (W11). */
export async function beginSession(
  visit: Visit,
  db: Db,
  person: { id: string; locale: Locale },
  organisation: VisitedOrganisation = visit.organisation,
  { factorProven = false } = {},
): Promise<void> {
  const { visitor, cookies } = visit;
  if (visitor) await closeSession(db, visit.organisation.id, visitor.id, visitor.sessionId);
  const device = nameDevice(visit.request.headers.get('user-agent') ?? '');
  const token = await openSession(db, organisation.id, person.id, device, { factorProven });
  cookies.set(cookies.sessionName(), token, { maxAge: SESSION_DAYS * DAY });
  if (!cookies.get('langue') && person.locale !== organisation.defaultLocale)
    keepLocale(visit, person.locale);
}

/** The session has proven a second factor: it goes on under a new token, so that no older copy gains by it (W11). */
export async function renewSession(visit: SignedInVisit, tx: Tx): Promise<void> {
  await beginSession(visit, tx, visit.visitor, visit.organisation, { factorProven: true });
}

export function keepLocale(visit: Visit, locale: Locale): void {
  visit.cookies.set('langue', locale, { maxAge: 365 * DAY });
}

/** Below which address the browser sends its secret. */
const PROOF_PATHS = {
  inscription: '/inscription',
  connexion: '/connexion',
  'mes-donnees': '/mon-espace/donnees',
} as const;
type BrowserProof = keyof typeof PROOF_PATHS;

const PURPOSES = {
  inscription: 'confirm-address',
  connexion: 'sign-in',
  'mes-donnees': 'own-data',
} as const;

/** A secret of this browser alone: a code sent by mail counts in no other. */
export function makeBrowserProof(visit: Visit, kind: BrowserProof): string {
  const token = newToken();
  const maxAge = kind === 'inscription' ? DAY : CODE_MINUTES * 60;
  visit.cookies.set(kind, token, { maxAge, path: PROOF_PATHS[kind] });
  return hashSecret(token);
}

/** Hash of that secret, or null in a browser that asked for nothing. */
export function findBrowserProof(visit: Visit, kind: BrowserProof): string | null {
  const token = visit.cookies.get(kind);
  return token ? hashSecret(token) : null;
}

/** The proof that a code from a mail makes in this browser; null when it makes none. */
export async function tryTypedCode(
  visit: Visit,
  kind: BrowserProof,
  typed: string,
): Promise<Proof | null> {
  const code = readCode(typed);
  const browserHash = findBrowserProof(visit, kind);
  return browserHash && code
    ? tryCode(visit.db, visit.organisation.id, PURPOSES[kind], { browserHash, code })
    : null;
}

export function forgetBrowserProof(visit: Visit, kind: BrowserProof): void {
  visit.cookies.clear(kind, PROOF_PATHS[kind]);
}

export function senderOf({ organisation, origin }: Visit): Sender {
  return { name: organisation.name, contact: organisation.contactEmail, origin };
}

/** Counts one try by somebody, whose name is hashed, at one kind of act; over the limit: 429. */
export async function limitTries(
  visit: Visit,
  act: string,
  who: string,
  limit: { hits: number; minutes: number },
): Promise<void> {
  await countHit(visit.db, {
    key: `${act}:${hashSecret(visit.organisation.id, who)}`,
    hits: limit.hits,
    seconds: limit.minutes * 60,
  });
}

/** Network addresses are shared (a school, a town hall's workshop), so their limits are wide. */
export const limitAddress = (visit: Visit, act: string) =>
  limitTries(visit, `${act}-from`, visit.address, { hits: 200, minutes: 15 });

/** A page with a form: as it is first shown, or again with words beside the fields. */
export function showForm(title: string, body: VNode, refusals: object): Answer {
  const faulty = Object.values(refusals).some(Boolean);
  return page({ title, body, ...(faulty && { status: 422, faulty }) });
}

/** A mailed link that was used, is too old, or never was. */
export function showLinkSpent(): Answer {
  return page({ title: m.identity_link_spent_title(), body: <LinkSpentPage />, status: 410 });
}
