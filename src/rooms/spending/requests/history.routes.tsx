import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { actOf } from '../load.routes.ts';
import { listRequestActs } from '../request.store.ts';
import { isDeletable } from '../request.ts';
import { bookRequest } from '../request-decision.store.ts';
import { deleteRequest } from '../request-writing.store.ts';
import { DeleteButton, HistoryPage } from './history.page.tsx';
import { atOf, loadRequest, loadTreasurers, readVersion } from './load.routes.ts';
import { readSheet } from './sheet.routes.ts';
import { nameRequest, titleOf } from './words.page.ts';

/** The whole request with its history, and how a draft goes. */
export const historyRoutes: readonly Route[] = inMovements([
  get(urls.spendingHistory, 'signed-in', async (visit) => {
    const loaded = await loadRequest(visit);
    const { db, organisation } = visit;
    const acts = await listRequestActs(db, organisation.id, loaded.request.id);
    const writes = loaded.right.handlesMoney;
    const told = { acts, side: 'group', seesBank: writes } as const;
    return page({
      title: titleOf(loaded.request),
      section: 'groups',
      body: (
        <HistoryPage
          group={loaded.group}
          sheet={await readSheet(visit, loaded, told)}
          acts={acts}
          writes={writes}
        />
      ),
    });
  }),

  post(urls.requestBooking, 'signed-in', async (visit) => {
    const { request } = await loadTreasurers(visit);
    const at = { id: request.id, version: readVersion(await visit.form()) };
    const done = await bookRequest(visit.db, actOf(visit), at);
    const notice = done.ok ? 'request-booked' : 'request-not-now';
    return seeOther(visit, urls.spendingHistory(atOf(request)), notice);
  }),

  get(urls.requestDeletion, 'signed-in', async (visit) => {
    const { request } = await loadTreasurers(visit);
    const back = urls.spendingHistory(atOf(request));
    if (!isDeletable(request)) return seeOther(visit, back, 'request-not-now');
    return page({
      title: m.requests_delete_question(),
      section: 'groups',
      body: (
        <ConfirmPage
          question={m.requests_delete_question()}
          form={<DeleteButton number={request.number} version={request.version} />}
          cancelHref={back}
          cancelLabel={m.requests_delete_cancel()}
        >
          <p>{m.requests_delete_words({ title: nameRequest(request) })}</p>
        </ConfirmPage>
      ),
    });
  }),

  post(urls.requestDeletion, 'signed-in', async (visit) => {
    const { request, group } = await loadTreasurers(visit);
    const at = { id: request.id, version: readVersion(await visit.form()) };
    const done = await deleteRequest(visit.db, actOf(visit), at);
    if (!done.ok) return seeOther(visit, urls.spendingHistory(atOf(request)), 'request-not-now');
    return seeOther(visit, urls.groupRequests({ group: group.slug }), 'request-deleted');
  }),
]);
