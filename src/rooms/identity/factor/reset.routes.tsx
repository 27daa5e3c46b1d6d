import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { renewSession, senderOf } from '../browser.routes.tsx';
import { findCredentials } from '../person.store.ts';
import type { Credentials } from '../person.ts';
import { holdsSecondFactor } from './factor.store.ts';
import type { FactorRefusal } from './factor.ts';
import { showProveAgain } from './factors.routes.tsx';
import { ProveAgainPage } from './proof.page.tsx';
import { loadFactors, proveAndAct } from './proving.routes.tsx';
import { resetAndTell } from './reset.mails.ts';

/** The help of an administrator for somebody who has lost what they prove their second factor with. */
export const resetRoutes: readonly Route[] = [
  get(urls.adminResetFactors, 'administrator', async (visit) =>
    showReset(visit, await loadOther(visit, visit.params.person)),
  ),

  post(urls.adminResetFactors, 'administrator', async (visit) => {
    const { organisation, visitor } = visit;
    const other = await loadOther(visit, visit.params.person);
    const refusal = await proveAndAct(visit, await visit.form(), async (tx) => {
      await resetAndTell(tx, organisation.id, other, visitor.id, senderOf(visit));
      await renewSession(visit, tx);
    });
    return refusal
      ? showReset(visit, other, refusal)
      : seeOther(visit, urls.adminAccess(), 'factor-reset');
  }),
];

/** Somebody else with a factor: one's own are removed on one's account. */
async function loadOther(visit: SignedInVisit, personId: string): Promise<Credentials> {
  const { db, organisation, visitor } = visit;
  const isOther = isUuid(personId) && personId !== visitor.id;
  const other = isOther ? await findCredentials(db, organisation.id, { id: personId }) : null;
  const holds = other !== null && (await holdsSecondFactor(db, organisation.id, other.id));
  return found(holds ? other : null, 'holder');
}

async function showReset(
  visit: SignedInVisit,
  other: Credentials,
  ...refusals: FactorRefusal[]
): Promise<Answer> {
  const title = m.factor_reset_title({ nickname: other.nickname });
  return showProveAgain(
    title,
    <ProveAgainPage
      title={title}
      lead={m.factor_reset_lead()}
      submit={m.factor_reset_submit()}
      byPasskey={m.factor_reset_by_passkey()}
      danger
      action={urls.adminResetFactors({ person: other.id })}
      back={{ label: m.access_title(), href: urls.adminAccess() }}
      factors={await loadFactors(visit)}
      refusals={refusals}
    />,
    refusals,
  );
}
