import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findPerson } from '../../identity/index.ts';
import { DELIVERIES, type Delivery } from '../list.ts';
import type { SeenPlace } from '../list-frame.page.tsx';
import { loadList } from '../load.routes.ts';
import { resume, subscribe, unsubscribe } from '../subscription.store.ts';
import { SUBSCRIPTION_NAMES, SubscriptionPage } from './subscription.page.tsx';

/** Nobody is subscribed without asking for it: these pages are where one asks, chooses and leaves. */
export const subscriptionRoutes: readonly Route[] = [
  get(urls.listSubscription, 'signed-in', async (visit) => {
    const { seen } = await loadList(visit);
    const { subscription } = seen;
    if (!subscription && !seen.isOpen)
      return seeOther(visit, urls.spaceList(seen.at), 'list-closed-now');
    return show(visit, seen, {
      delivery: subscription?.delivery ?? 'each',
      showsAddress: subscription?.showsAddress ?? false,
    });
  }),

  post(urls.listSubscription, 'signed-in', async (visit) => {
    const { list, seen } = await loadList(visit);
    if (!seen.subscription && !seen.isOpen)
      return seeOther(visit, urls.spaceList(seen.at), 'list-closed-now');
    const form = await visit.form();
    const delivery = form.text(SUBSCRIPTION_NAMES.delivery);
    const showsAddress = form.text(SUBSCRIPTION_NAMES.showsAddress) === 'oui';
    if (!isDelivery(delivery)) {
      const problems = { [SUBSCRIPTION_NAMES.delivery]: m.lists_refused_choice() };
      return show(visit, seen, { delivery, showsAddress }, problems);
    }
    const { db, organisation, visitor } = visit;
    await subscribe(db, organisation.id, list.id, visitor.id, { delivery, showsAddress });
    const notice = seen.subscription ? 'list-settings-saved' : 'list-subscribed';
    return seeOther(visit, urls.spaceList(seen.at), notice);
  }),

  post(urls.listUnsubscribe, 'signed-in', async (visit) => {
    const { seen } = await loadList(visit);
    const { db, organisation } = visit;
    if (seen.subscription) await unsubscribe(db, organisation.id, seen.subscription.id);
    return seeOther(visit, urls.spaceList(seen.at), 'list-left');
  }),

  post(urls.listResume, 'signed-in', async (visit) => {
    const { seen } = await loadList(visit);
    const { db, organisation } = visit;
    if (seen.subscription) await resume(db, organisation.id, seen.subscription.id);
    return seeOther(visit, urls.listSubscription(seen.at), 'list-resumed');
  }),
];

const isDelivery = (typed: string): typed is Delivery =>
  (DELIVERIES as readonly string[]).includes(typed);

async function show(
  { db, organisation, visitor }: SignedInVisit,
  seen: SeenPlace,
  typed: { delivery: string; showsAddress: boolean },
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  const person = await findPerson(db, organisation.id, visitor.id);
  return page({
    title: seen.subscription ? m.lists_settings_title() : m.lists_subscribe_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <SubscriptionPage seen={seen} typed={typed} email={person?.email ?? ''} problems={problems} />
    ),
  });
}
