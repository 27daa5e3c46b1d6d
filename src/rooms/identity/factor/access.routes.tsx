import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { ROLES } from '../../../platform/http/roles.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { renewSession, senderOf } from '../browser.routes.tsx';
import { readEmail } from '../mailbox.ts';
import { findCredentials } from '../person.store.ts';
import { grantRole, takeRole } from '../role.store.ts';
import { AccessPage, ROLE_FIELDS } from './access.page.tsx';
import { type Holder, listHolders } from './factor.store.ts';
import type { FactorRefusal } from './factor.ts';
import { showProveAgain } from './factors.routes.tsx';
import { ProveAgainPage } from './proof.page.tsx';
import { loadFactors, proveAndAct } from './proving.routes.tsx';
import { resetAndTell } from './reset.mails.ts';

/** Who has a role, and the help of an administrator for somebody who has lost what they prove it with. */
export const accessRoutes: readonly Route[] = [
  get(urls.adminAccess, 'administrator', (visit) => accessPage(visit)),

  post(urls.adminGrantRole, 'administrator', async (visit) => {
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const typed = { email: form.text(ROLE_FIELDS.email), role: form.text(ROLE_FIELDS.role) };
    const role = ROLES.find((one) => one === typed.role && one !== 'agent');
    const email = readEmail(typed.email);
    const person =
      typeof email === 'string'
        ? null
        : await findCredentials(db, organisation.id, { mailbox: email.mailbox });
    const problems: Problems = {
      ...(!person?.confirmedAt && { [ROLE_FIELDS.email]: m.factor_roles_unknown() }),
      ...(!role && { [ROLE_FIELDS.role]: m.factor_roles_choose() }),
    };
    if (!person?.confirmedAt || !role) return accessPage(visit, typed, problems);
    const organisationId = organisation.id;
    await grantRole(db, { organisationId, personId: person.id, role, grantedBy: visitor.id });
    return seeOther(visit, urls.adminAccess(), 'role-given');
  }),

  post(urls.adminRevokeRole, 'administrator', async (visit) => {
    const { db, organisation, visitor, params } = visit;
    const holders = await listHolders(db, organisation.id);
    const holder = found(
      holders.find(({ personId }) => personId === params.person),
      'holder',
    );
    const asked = (await visit.form()).text('role');
    const role = found(
      holder.roles.find((one) => one === asked),
      'role',
    );
    const refusal = await takeRole(db, {
      organisationId: organisation.id,
      personId: holder.personId,
      role,
      revokedBy: visitor.id,
    });
    if (refusal) return accessPage(visit, undefined, { form: m.factor_roles_last() });
    return seeOther(visit, urls.adminAccess(), 'role-taken');
  }),

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

async function accessPage(
  visit: SignedInVisit,
  typed = { email: '', role: '' },
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.factor_access_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <AccessPage
        holders={await listHolders(db, organisation.id)}
        ownId={visitor.id}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

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
