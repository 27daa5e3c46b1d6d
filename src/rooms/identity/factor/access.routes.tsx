import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { renewSession, senderOf } from '../browser.routes.tsx';
import { findCredentials } from '../person.store.ts';
import { AccessPage } from './access.page.tsx';
import { type Holder, listHolders } from './factor.store.ts';
import type { FactorRefusal } from './factor.ts';
import { showProveAgain } from './factors.routes.tsx';
import { ProveAgainPage } from './proof.page.tsx';
import { loadFactors, proveAndAct } from './proving.routes.tsx';
import { resetAndTell } from './reset.mails.ts';

/** Who has a role, and the help of an administrator for somebody who has lost what they prove it with. */
export const accessRoutes: readonly Route[] = [
  get(urls.adminAccess, 'administrator', async ({ db, organisation, visitor }) =>
    page({
      title: m.factor_access_title(),
      section: 'admin',
      body: <AccessPage holders={await listHolders(db, organisation.id)} ownId={visitor.id} />,
    }),
  ),

  get(urls.adminResetFactors, 'administrator', async (visit) =>
    showReset(visit, await loadOther(visit, visit.params.person)),
  ),

  post(urls.adminResetFactors, 'administrator', async (visit) => {
    const { db, organisation, visitor } = visit;
    const other = await loadOther(visit, visit.params.person);
    const person = found(await findCredentials(db, organisation.id, { id: other.personId }));
    const refusal = await proveAndAct(visit, await visit.form(), async (tx) => {
      await resetAndTell(tx, organisation.id, person, visitor.id, senderOf(visit));
      await renewSession(visit, tx);
    });
    return refusal
      ? showReset(visit, other, refusal)
      : seeOther(visit, urls.adminAccess(), 'factor-reset');
  }),
];

/** Somebody else with a factor: one's own are removed on one's account. */
async function loadOther(visit: SignedInVisit, personId: string): Promise<Holder> {
  const holders = await listHolders(visit.db, visit.organisation.id);
  const other = holders.find((holder) => holder.personId === personId && holder.hasFactor);
  return found(other?.personId === visit.visitor.id ? null : other, 'holder');
}

async function showReset(
  visit: SignedInVisit,
  other: Holder,
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
      action={urls.adminResetFactors({ person: other.personId })}
      back={{ label: m.factor_access_title(), href: urls.adminAccess() }}
      factors={await loadFactors(visit)}
      refusals={refusals}
    />,
    refusals,
  );
}
