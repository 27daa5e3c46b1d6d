import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { goOn, readNext, renewSession } from '../browser.routes.tsx';
import { countFactors, type FactorRefusal, type Factors } from './factor.ts';
import { askForProof } from './passkey.crypto.ts';
import { keepChallenge, listPasskeyKeys } from './passkey.store.ts';
import { VerificationPage } from './proof.page.tsx';
import {
  answerJson,
  limitPasskeys,
  loadFactors,
  ownerOf,
  placeOf,
  proveAndAct,
  sessionOf,
} from './proving.routes.tsx';

/** « Confirmez que c’est vous »: what stands between a signed-in person and the powers of their roles. */
export const verificationRoutes: readonly Route[] = [
  get(urls.verification, 'signed-in', async (visit) => {
    const factors = await loadFactors(visit);
    if (countFactors(factors) === 0)
      return seeOther(visit, urls.accountFactors({ vers: readNext(visit) }));
    return visit.visitor.factorProven ? goOn(visit) : showVerification(visit, factors);
  }),

  post(urls.verification, 'signed-in', async (visit) => {
    const form = await visit.form();
    const refusal = await proveAndAct(visit, form, (tx) => renewSession(visit, tx));
    return refusal
      ? showVerification(visit, await loadFactors(visit), refusal)
      : goOn(visit, 'factor-proven');
  }),

  post(urls.verificationAsk, 'signed-in', async (visit) => {
    await limitPasskeys(visit);
    const options = await askForProof(
      placeOf(visit),
      await listPasskeyKeys(visit.db, ownerOf(visit)),
    );
    await visit.db
      .transaction()
      .execute((tx) => keepChallenge(tx, sessionOf(visit), 'prove', options.challenge));
    return answerJson(options);
  }),
];

function showVerification(
  visit: SignedInVisit,
  factors: Factors,
  ...refusals: FactorRefusal[]
): Answer {
  return page({
    title: m.factor_verify_title(),
    scripts: ['passkey.js'],
    ...(refusals.length > 0 && { status: 422, faulty: true }),
    body: (
      <VerificationPage
        next={readNext(visit)}
        organisationName={visit.organisation.name}
        factors={factors}
        refusals={refusals}
        demoCodesHref={visit.demoCodesAddress()}
      />
    ),
  });
}
