import type { Tx } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { Refused } from '../../../platform/http/refused.ts';
import { type SignedInVisit, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { limitAddress, limitTries } from '../browser.routes.tsx';
import { type Owner, useAppCode } from './app.store.ts';
import { findFactors } from './factor.store.ts';
import { countFactors, type FactorRefusal, type Factors, readFactorCode } from './factor.ts';
import { FACTOR_FIELDS } from './factor-words.page.ts';
import { checkPasskey, type PasskeyPlace, readCredentialId } from './passkey.crypto.ts';
import { listPasskeyKeys, saveUses, takeChallenge } from './passkey.store.ts';
import { useRecoveryCode } from './recovery-code.store.ts';

/** What the routes of second factors share: whose they are, and how one is proven. */

export const ownerOf = ({ organisation, visitor }: SignedInVisit): Owner => ({
  organisationId: organisation.id,
  personId: visitor.id,
});

export const sessionOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  sessionId: visitor.sessionId,
});

export const factorKeyOf = ({ config }: SignedInVisit): Buffer =>
  openKeys(config.keysFolder).factorKey();

export const placeOf = ({ organisation, origin }: Visit): PasskeyPlace => ({
  host: organisation.host,
  origin,
});

export const loadFactors = (visit: SignedInVisit): Promise<Factors> =>
  findFactors(visit.db, ownerOf(visit));

/**
 * Whoever has a factor proves it before they add another: else a stolen password would be enough to add one's own.
 * A GET goes and proves it first, a POST is refused.
 */
export async function loadForAdding(visit: SignedInVisit): Promise<Factors | Response> {
  const factors = await loadFactors(visit);
  if (countFactors(factors) === 0 || visit.visitor.factorProven) return factors;
  if (visit.request.method !== 'GET') throw new Refused(403, 'second-factor');
  return seeOther(visit, urls.verification({ vers: visit.url.pathname + visit.url.search }));
}

/**
 * Proves a factor with what a form holds, and acts, in one transaction: the code is spent if and only if the act is
 * done. The tries are counted before, so that parallel guesses share them (ASVS 6.6.3): a code of six digits, three
 * of which are good at any time, is guessed once in some thirty years at fifty tries a day.
 */
export async function proveAndAct(
  visit: SignedInVisit,
  form: Form,
  act: (tx: Tx) => Promise<void>,
): Promise<FactorRefusal | null> {
  const answer = form.raw(FACTOR_FIELDS.passkey);
  const typed = answer === '' ? readFactorCode(form.text(FACTOR_FIELDS.code)) : null;
  if (typed === 'code-missing') return typed;
  await (typed === null ? limitPasskeys(visit) : limitCodes(visit));
  if (typed === 'code-refused') return typed;
  const [key, owner] = [factorKeyOf(visit), ownerOf(visit)];
  return visit.db.transaction().execute(async (tx): Promise<FactorRefusal | null> => {
    if (typed === null) {
      if (!(await usePasskey(visit, tx, answer))) return 'passkey-refused';
    } else {
      const use = typed.kind === 'app' ? useAppCode : useRecoveryCode;
      if (!(await use(tx, key, owner, typed.code))) return 'code-refused';
    }
    await act(tx);
    return null;
  });
}

/** What a passkey signs cannot be guessed: this only keeps the work of checking within bounds. */
export async function limitPasskeys(visit: SignedInVisit): Promise<void> {
  await limitAddress(visit, 'passkey');
  await limitTries(visit, 'passkey', visit.visitor.id, { hits: 40, minutes: 15 });
}

/** Tries by session, by account in a quarter of an hour and in a day, and by network. */
export async function limitCodes(visit: SignedInVisit): Promise<void> {
  const { id, sessionId } = visit.visitor;
  await limitAddress(visit, 'second-factor');
  await limitTries(visit, 'second-factor-session', sessionId, { hits: 6, minutes: 15 });
  await limitTries(visit, 'second-factor', id, { hits: 10, minutes: 15 });
  await limitTries(visit, 'second-factor-day', id, { hits: 50, minutes: 24 * 60 });
}

/** The challenge is gone once an answer has come, good or not. */
async function usePasskey(visit: SignedInVisit, tx: Tx, answer: string): Promise<boolean> {
  const owner = ownerOf(visit);
  const challenge = await takeChallenge(tx, sessionOf(visit), 'prove');
  const name = readCredentialId(answer);
  if (challenge === null || name === null) return false;
  const passkey = (await listPasskeyKeys(tx, owner)).find(
    ({ credentialId }) => credentialId === name,
  );
  if (!passkey) return false;
  const uses = await checkPasskey(placeOf(visit), challenge, answer, passkey);
  if (uses === null) return false;
  await saveUses(tx, owner, name, uses);
  return true;
}

/** What a page's script asks for: plain JSON. */
export function answerJson(value: object): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
