import { openKeys } from '../../src/platform/keys/keys.ts';
import { askSubscription } from '../../src/rooms/news/subscribers/subscriber.store.ts';
import { writeLinkToken } from '../../src/rooms/news/subscribers/subscriber-token.crypto.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import type { Particulars } from './stage.ts';

/** The two pages that only a mail about the newsletter leads to. */
export async function subscribeSome(site: BrowserSite): Promise<Particulars> {
  const email = 'abonnee@exemple.fr';
  const { id } = await site.db
    .transaction()
    .execute((tx) =>
      askSubscription(tx, site.organisationId, { email, mailbox: email, locale: 'fr' }),
    );
  const key = openKeys(site.config.keysFolder).rollKey();
  const token = (use: 'confirm' | 'stop') => writeLinkToken(key, site.organisationId, id, use);
  return {
    [urls.subscribeConfirm.pattern]: {
      path: urls.subscribeConfirm({ token: token('confirm') }),
      roles: ['anonymous'],
    },
    [urls.unsubscribe.pattern]: {
      path: urls.unsubscribe({ token: token('stop') }),
      roles: ['anonymous'],
    },
  };
}
