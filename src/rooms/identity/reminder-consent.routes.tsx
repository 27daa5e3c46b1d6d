import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { ReminderConsentPage } from './reminder-consent.page.tsx';
import { findReminderReader, saveReminderConsent } from './reminder-consent.store.ts';

/** « Recevoir les rappels de vote »: one's own choice, changed here or by the link in each mail. */
export const reminderConsentRoutes: readonly Route[] = [
  get(urls.accountReminders, 'signed-in', async ({ db, organisation, visitor }) => {
    const { agreed, email } = found(
      await findReminderReader(db, organisation.id, visitor.id),
      'person',
    );
    return page({
      title: m.reminders_setting_title(),
      body: <ReminderConsentPage agreed={agreed} email={email} />,
    });
  }),

  post(
    urls.accountReminders,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const agrees = (await visit.form()).text('rappels') === 'oui';
      await saveReminderConsent(db, organisation.id, visitor.id, agrees);
      return seeOther(visit, urls.account(), agrees ? 'reminders-on' : 'reminders-off');
    },
    { unlogged: true },
  ),
];
