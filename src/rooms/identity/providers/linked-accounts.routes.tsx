import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { urls } from '../../../urls.ts';
import { findProvider, listProviders } from '../../organisations/index.ts';
import { senderOf, showForm } from '../browser.routes.tsx';
import { identityUnlinkedMail } from '../identity.mails.ts';
import { loadSelf, refuseCurrentPassword } from '../password.routes.tsx';
import { FIELDS, type Refusals } from '../words.page.ts';
import { LinkedAccountsPage, type LinkLine, UnlinkPage } from './linked-accounts.page.tsx';
import { deleteLink, listLinks } from './linked-identity.store.ts';

/** One's accounts elsewhere that open the one here. The code by mail always remains: no link is the only way in. */
export const linkedAccountsRoutes: readonly Route[] = [
  get(urls.linkedAccounts, 'signed-in', async (visit) => {
    const { email } = await loadSelf(visit);
    return page({
      title: m.providers_linked_title(),
      body: <LinkedAccountsPage lines={await listLines(visit)} email={email} />,
    });
  }),

  get(urls.unlinkAccount, 'signed-in', (visit) => showUnlink(visit)),

  post(urls.unlinkAccount, 'signed-in', async (visit) => {
    const { db, organisation } = visit;
    const provider = await loadLinked(visit);
    const person = await loadSelf(visit);
    const typed = (await visit.form()).raw(FIELDS.currentPassword);
    const refused = await refuseCurrentPassword(visit, person, typed);
    if (refused) return showUnlink(visit, { currentPassword: refused });
    await db.transaction().execute(async (tx) => {
      if (await deleteLink(tx, organisation.id, person.id, provider.id))
        await queueMail(tx, identityUnlinkedMail(senderOf(visit), person, provider.name));
    });
    return seeOther(visit, urls.linkedAccounts(), 'provider-unlinked');
  }),
];

/** Providers that are offered, and those that were once and are still linked. */
export async function listLines({ db, organisation, visitor }: SignedInVisit): Promise<LinkLine[]> {
  const [providers, links] = await Promise.all([
    listProviders(db, organisation.id),
    listLinks(db, organisation.id, visitor.id),
  ]);
  return providers.flatMap(({ id, name, enabled }) => {
    const linkedOn = links.find((link) => link.providerId === id)?.linkedOn ?? null;
    return enabled || linkedOn ? [{ providerId: id, name, linkedOn }] : [];
  });
}

async function loadLinked(visit: SignedInVisit<'provider'>) {
  const { db, organisation, visitor, params } = visit;
  const links = await listLinks(db, organisation.id, visitor.id);
  found(
    links.find((link) => link.providerId === params.provider),
    'link',
  );
  return found(await findProvider(db, organisation.id, params.provider), 'provider');
}

async function showUnlink(visit: SignedInVisit<'provider'>, refusals: Refusals = {}) {
  const provider = await loadLinked(visit);
  const { email, passwordHash } = await loadSelf(visit);
  return showForm(
    m.providers_unlink_title({ name: provider.name }),
    <UnlinkPage
      provider={provider}
      email={email}
      hasPassword={passwordHash !== null}
      refusals={refusals}
    />,
    refusals,
  );
}
