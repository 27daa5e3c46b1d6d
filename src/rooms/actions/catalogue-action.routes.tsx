import { badRequest, found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findFundById } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listGroupsById } from '../groups/index.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findAction, listLines } from './action.store.ts';
import { actionSegment } from './action-address.ts';
import { answerClosed } from './catalogue.routes.tsx';
import { ActionPage } from './catalogue-action.page.tsx';
import { readCardPictures } from './catalogue-picture.routes.ts';
import { loadPublishedAction } from './commitment-load.routes.ts';
import { listReports } from './report.store.ts';
import { isSupported, supportAction, withdrawSupport } from './support.store.ts';

/** A published action, and what a member says of it. */
export const catalogueActionRoutes: readonly Route[] = inMovements([
  get(urls.fundAction, 'anyone', async (visit) => {
    const { fund, action, commitments, own, sees } = await loadPublishedAction(visit);
    if (!sees) return answerClosed(visit, fund);
    const { db, organisation, visitor, origin } = visit;
    const [lines, reports, pictures, supported, pause] = await Promise.all([
      listLines(db, organisation.id, action.id),
      listReports(db, organisation.id, action.id),
      readCardPictures(visit, fund, [action]),
      visitor ? isSupported(db, organisation.id, action.id, visitor.id) : null,
      findPromotionPause(db, organisation.id),
    ]);
    const named = [action, ...commitments, ...reports].map(({ groupId }) => groupId);
    const at = { fund: fund.slug, action: actionSegment(action) };
    const here = urls.fundAction(at);
    return page({
      title: action.title,
      section: 'funds',
      description: action.summary,
      scripts: ['copy-words.js'],
      ...(pause === null &&
        fund.visibleTo === 'public' && {
          picture: { path: urls.actionSharePicture(at), alt: action.title },
        }),
      body: (
        <ActionPage
          fund={fund}
          action={action}
          lines={lines}
          picture={pictures.get(action.id) ?? null}
          commitments={commitments}
          reports={reports}
          groups={await listGroupsById(db, organisation.id, named)}
          own={own}
          supported={supported}
          pause={pause}
          signInHref={visitor ? null : urls.signIn({ vers: here })}
          address={origin + here}
          short={origin + urls.actionShort({ action: action.number })}
        />
      ),
    });
  }),

  // to be read out and typed: it tells nothing that the page does not
  get(urls.actionShort, 'anyone', async (visit) => {
    const { db, organisation, params } = visit;
    const number = found(readNumber(params.action), 'action');
    const action = found(await findAction(db, organisation.id, number), 'action');
    const isThere = action.publishedAt !== null && action.state !== 'refused';
    const fund = isThere ? await findFundById(db, organisation.id, action.fundId) : null;
    // the number alone: its words are for those who may see it
    const at = { fund: found(fund, 'action').slug, action: action.number };
    return seeOther(visit, urls.fundAction(at));
  }),

  post(urls.actionSupport, 'signed-in', async (visit) => {
    const { fund, action, sees } = await loadPublishedAction(visit);
    if (!sees) throw new Refused(403, 'action');
    const gesture = (await visit.form()).text('geste');
    if (gesture !== 'soutenir' && gesture !== 'retirer') throw badRequest('gesture');
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id, actionId: action.id };
    const change = gesture === 'soutenir' ? supportAction : withdrawSupport;
    const here = urls.fundAction({ fund: fund.slug, action: actionSegment(action) });
    const isDone = await change(db, act);
    if (!isDone) return seeOther(visit, here, 'commit-not-open');
    const notice = gesture === 'soutenir' ? 'commit-supported' : 'commit-support-withdrawn';
    return seeOther(visit, here, notice);
  }),
]);
