import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import {
  findReminderReader,
  type ReminderReader,
  saveReminderConsent,
} from '../../identity/index.ts';
import { findOwnStanding, loadPoll } from '../ballot/voter.routes.tsx';
import { readStopToken } from './reminder.crypto.ts';
import { RemindersStoppedPage, StopRemindersPage } from './reminder.page.tsx';
import { recordRequest, withdrawRequest } from './reminder.store.ts';
import { findOffer } from './reminder-offer.routes.ts';

/** Asking for a reminder of one vote, taking it back, and stopping all of them from a mail. */
export const reminderRoutes: readonly Route[] = [
  post(
    urls.voteReminder,
    'signed-in',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const poll = found(loaded.poll, 'poll');
      const standing = await findOwnStanding(visit, poll, loaded.now);
      // pressed twice, after the mailing, after voting: the page that follows says what holds
      const offer = await findOffer(visit, { ...loaded, poll }, standing);
      const asks = offer === 'may-ask';
      const at = { organisationId: visit.organisation.id, pollId: poll.id };
      if (asks) await recordRequest(visit.db, at, visit.visitor.id);
      return seeOther(visit, await backFrom(visit), asks ? 'reminder-asked' : undefined);
    },
    { unlogged: true },
  ),

  post(
    urls.voteReminderUndo,
    'signed-in',
    async (visit) => {
      const poll = found((await loadPoll(visit)).poll, 'poll');
      await withdrawRequest(visit.db, visit.organisation.id, visit.visitor.id, poll.id);
      return seeOther(visit, await backFrom(visit), 'reminder-withdrawn');
    },
    { unlogged: true },
  ),

  get(
    urls.stopReminders,
    'anyone',
    async (visit) => {
      const { locale } = await findReader(visit);
      const { url, cookies, params, organisation } = visit;
      // in the language of the account, unless this browser chose one; the mark ends the turn without cookies
      if (locale !== visit.locale && !cookies.get('langue') && !url.searchParams.has('langue')) {
        cookies.set('langue', locale);
        return seeOther(visit, urls.stopReminders({ token: params.token }, { langue: locale }));
      }
      return page({
        title: m.reminders_stop_title(),
        body: <StopRemindersPage token={params.token} organisation={organisation.name} />,
      });
    },
    { unlogged: true },
  ),

  post(
    urls.stopReminders,
    'anyone',
    async (visit) => {
      const { db, organisation } = visit;
      const { id } = await findReader(visit);
      await saveReminderConsent(db, organisation.id, id, false);
      await withdrawRequest(db, organisation.id, id, null);
      return page({
        title: m.reminders_stopped_title(),
        body: <RemindersStoppedPage organisation={organisation.name} />,
      });
    },
    { unlogged: true, withoutOrigin: true },
  ),
];

async function backFrom(visit: SignedInVisit<'edition'>): Promise<string> {
  const at = { edition: visit.params.edition };
  return (await visit.form()).text('vers') === 'bulletin' ? urls.voteReview(at) : urls.vote(at);
}

/** Whose link this is: of this organisation, made by us, and for this only. */
async function findReader(visit: Visit<'token'>): Promise<ReminderReader> {
  const { db, config, organisation, params } = visit;
  const rollKey = openKeys(config.keysFolder).rollKey();
  const personId = found(readStopToken(rollKey, organisation.id, params.token), 'token');
  return found(await findReminderReader(db, organisation.id, personId), 'person');
}
