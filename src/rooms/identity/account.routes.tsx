import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { AccountPage, SessionsPage } from './account.page.tsx';
import { holdsSecondFactor } from './factor/factor.store.ts';
import { loadSelf } from './password.routes.tsx';
import { listLines } from './providers/linked-accounts.routes.tsx';
import { findReminderReader } from './reminder-consent.store.ts';
import { closeOtherSessions, closeSession, listSessions, markSeen } from './session.store.ts';

/** One's account and one's devices. */
export const accountRoutes: readonly Route[] = [
  get(urls.account, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    await markSeen(db, organisation.id, visitor.sessionId);
    const { passwordHash, ...person } = await loadSelf(visit);
    const reader = await findReminderReader(db, organisation.id, visitor.id);
    const sessions = await listSessions(db, organisation.id, visitor.id);
    const lines = await listLines(visit);
    const linked = lines.filter(({ linkedOn }) => linkedOn).map(({ name }) => name);
    const secondFactor = await holdsSecondFactor(db, organisation.id, visitor.id);
    return page({
      title: m.identity_account_title(),
      body: (
        <AccountPage
          person={person}
          hasPassword={passwordHash !== null}
          organisationName={organisation.name}
          devices={sessions.length}
          secondFactor={secondFactor}
          reminders={reader?.agreed ?? false}
          linked={lines.length > 0 ? linked : null}
        />
      ),
    });
  }),

  get(urls.accountSessions, 'signed-in', async ({ db, organisation, visitor }) => {
    await markSeen(db, organisation.id, visitor.sessionId);
    const sessions = await listSessions(db, organisation.id, visitor.id);
    return page({
      title: m.identity_devices_title(),
      body: <SessionsPage sessions={sessions} currentId={visitor.sessionId} />,
    });
  }),

  post(urls.accountSessions, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    await closeOtherSessions(db, organisation.id, visitor.id, visitor.sessionId);
    return seeOther(visit, urls.accountSessions(), 'identity-devices-closed');
  }),

  post(urls.closeSession, 'signed-in', async (visit) => {
    const { db, organisation, visitor, params } = visit;
    const closed = await closeSession(db, organisation.id, visitor.id, params.session);
    found(closed || null, 'session');
    return seeOther(visit, urls.accountSessions(), 'identity-device-closed');
  }),
];
