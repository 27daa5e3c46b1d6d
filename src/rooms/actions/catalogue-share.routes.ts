import * as m from '../../paraglide/messages.js';
import { paintDrawing } from '../../platform/files/index.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { seeOther } from '../../platform/http/visit.ts';
import { FEED_SIZE } from '../../platform/text/atom.ts';
import { answerFeed } from '../../platform/text/feed-answer.ts';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import {
  answerPiece,
  describeSender,
  drawSharePicture,
  type PictureTerms,
  readLogo,
} from '../campaign/index.routes.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findPromotionPause } from '../organisations/index.ts';
import { actionSegment } from './action-address.ts';
import { listCatalogue } from './catalogue.store.ts';
import { NO_FILTER } from './catalogue.ts';
import { loadFundToRead, loadPublishedAction } from './commitment-load.routes.ts';
import { sayProgress } from './commitment-words.page.tsx';

/** How actions are told elsewhere: a picture for networks, a feed (R19). */
export const catalogueShareRoutes: readonly Route[] = inMovements([
  get(urls.actionSharePicture, 'anyone', async (visit) => {
    const { fund, action, sees } = await loadPublishedAction(visit);
    if (!sees) throw new Refused(403, 'action');
    // nothing promotes before an election; the page says why
    if (await findPromotionPause(visit.db, visit.organisation.id))
      return seeOther(visit, urls.fundAction({ fund: fund.slug, action: actionSegment(action) }));
    const terms: PictureTerms = {
      root: visit.config.root,
      organisation: describeSender(visit),
      number: {
        label: m.commit_groups(),
        figure:
          action.state === 'published'
            ? `${formatNumber(action.commitments)}/${formatNumber(fund.threshold)}`
            : formatNumber(action.commitments),
      },
      kicker: m.commit_share_kicker({ amount: formatMoney(action.maximum) }),
      title: action.title,
      foot:
        action.state === 'published'
          ? m.commit_share_foot({ progress: sayProgress(action, fund.threshold) })
          : sayProgress(action, fund.threshold),
    };
    return answerPiece(visit, {
      terms,
      piece: 'action',
      mediaType: 'image/png',
      fileName: `action-${action.number}.png`,
      make: async () =>
        paintDrawing(drawSharePicture('picture-wide', terms, await readLogo(visit))),
    });
  }),

  // of a fund that everybody reads alone: a feed knows nobody
  get(urls.fundActionsFeed, 'anyone', async (visit) => {
    const { fund } = await loadFundToRead(visit);
    found(fund.visibleTo === 'public' && fund.openedAt !== null ? fund : null, 'feed');
    const { db, organisation, origin } = visit;
    const { actions } = await listCatalogue(db, organisation.id, fund.id, NO_FILTER, {
      groupIds: null,
      limit: FEED_SIZE,
    });
    const at = { fund: fund.slug };
    return answerFeed(visit, {
      self: origin + urls.fundActionsFeed(at),
      page: origin + urls.fundActions(at),
      title: [m.commit_catalogue_title(), fund.name, organisation.name].join(' · '),
      entries: actions.map((action) => ({
        address: origin + urls.fundAction({ ...at, action: actionSegment(action) }),
        title: action.title,
        summary: action.summary,
        publishedAt: action.publishedAt!,
        updatedAt: action.fundableAt ?? action.publishedAt!,
      })),
    });
  }),
]);
