import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { closeSession } from '../../identity/index.ts';
import { forgetLast } from '../desk/desk-showing.routes.tsx';
import { serve } from '../desk/desk-visit.routes.tsx';
import { TurnIntoKioskPage } from './kiosk.page.tsx';
import { closeKiosk, openKiosk } from './kiosk.store.ts';
import { KIOSK } from './kiosk.ts';
import { forgetVoter } from './kiosk-visit.routes.ts';

/** What an officer on shift does with the kiosks of their point (R79). */
export const deskKioskRoutes: readonly Route[] = [
  get(urls.deskKiosk, 'officer', (visit) =>
    serve(visit, ({ point, until }) =>
      page({
        title: m.kiosk_turn_question(),
        section: 'admin',
        body: <TurnIntoKioskPage point={point} until={until} />,
      }),
    ),
  ),

  // the officer's session is closed on the server: whatever this browser kept of it is worth nothing
  post(urls.deskKiosk, 'officer', (visit) =>
    serve(visit, async ({ at, point, until, edition, now }) => {
      const { db, organisation, visitor, cookies } = visit;
      const opening = { by: visitor.id, pointName: point.name, endsAt: until };
      const token = await openKiosk(db, at, opening);
      await closeSession(db, organisation.id, visitor.id, visitor.sessionId);
      for (const name of cookies.names()) cookies.clear(name);
      forgetLast(visit, point);
      forgetVoter(visit, { edition });
      const maxAge = Math.ceil((until.getTime() - now.getTime()) / 1000);
      cookies.set(KIOSK, token, { maxAge });
      return seeOther(visit, urls.kiosk());
    }),
  ),

  post(urls.deskCloseKiosk, 'officer', (visit) =>
    serve(visit, async ({ at, point }) => {
      const kioskId = visit.params.kiosk;
      await closeKiosk(visit.db, at, { kioskId, by: at.personId, pointName: point.name });
      return seeOther(visit, urls.desk({ point: point.id }), 'kiosk-closed');
    }),
  ),
];
