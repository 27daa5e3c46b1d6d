import type { Tx } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { Refused } from '../../platform/http/refused.ts';
import { type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { urls } from '../../urls.ts';
import {
  findBrowserProof,
  forgetBrowserProof,
  limitTries,
  makeBrowserProof,
  senderOf,
  tryTypedCode,
} from './browser.routes.tsx';
import { holdsSecondFactor } from './factor/factor.store.ts';
import { accountErasedMail, ownDataCodeMail } from './identity.mails.ts';
import { loadSelf, refuseCurrentPassword } from './password.routes.tsx';
import type { Person } from './person.ts';
import { insertProof } from './proof.store.ts';
import { FIELDS } from './words.page.ts';

/** How somebody proves that they are who signed in: a browser left open must not give an account away. */
export interface OwnProof {
  by: 'password' | 'code';
  /** Of a code: whether this browser asked for one lately. */
  asked: boolean;
}

export type OwnProofRefusal = 'current-password-refused' | 'code-refused';

/** Who has a second factor proves it first: a GET goes and does, a POST is refused. */
export async function loadOwnProof(visit: SignedInVisit): Promise<OwnProof | Response> {
  const { db, organisation, visitor, request, url } = visit;
  if (!visitor.factorProven && (await holdsSecondFactor(db, organisation.id, visitor.id))) {
    if (request.method !== 'GET') throw new Refused(403, 'second-factor');
    return seeOther(visit, urls.verification({ vers: url.pathname }));
  }
  const { passwordHash } = await loadSelf(visit);
  return {
    by: passwordHash === null ? 'code' : 'password',
    asked: findBrowserProof(visit, 'mes-donnees') !== null,
  };
}

/** Mails a code that counts in this browser only. */
export async function sendOwnCode(visit: SignedInVisit): Promise<void> {
  const { db, organisation, visitor } = visit;
  await limitTries(visit, 'own-data-code', visitor.id, { hits: 5, minutes: 60 });
  const person = await loadSelf(visit);
  const browserHash = makeBrowserProof(visit, 'mes-donnees');
  await db.transaction().execute(async (tx) => {
    const proof = { purpose: 'own-data', personId: person.id, browserHash } as const;
    const { code } = await insertProof(tx, organisation.id, proof);
    await queueMail(tx, ownDataCodeMail(senderOf(visit), person, code));
  });
}

/** Whether what a form holds proves it; a code stays good for its quarter of an hour. */
export async function refuseOwnProof(
  visit: SignedInVisit,
  form: Form,
): Promise<OwnProofRefusal | null> {
  const person = await loadSelf(visit);
  if (person.passwordHash !== null)
    return refuseCurrentPassword(visit, person, form.raw(FIELDS.currentPassword));
  const proof = await tryTypedCode(visit, 'mes-donnees', form.text(FIELDS.code));
  return proof?.personId === person.id ? null : 'code-refused';
}

/** The last letter, written with the erasure itself. */
export const sayGoodbye = (visit: SignedInVisit, tx: Tx, person: Person): Promise<void> =>
  queueMail(tx, accountErasedMail(senderOf(visit), person));

/** This browser is nobody's any more. */
export function endVisit(visit: SignedInVisit): void {
  forgetBrowserProof(visit, 'mes-donnees');
  visit.cookies.clear(visit.cookies.sessionName());
}
