import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { type Edition, isOpen, readNumber } from '../spaces/index.ts';
import { DepositComparePage } from './deposit-compare.page.tsx';
import { stepTitles } from './deposit-frame.page.tsx';
import {
  afterComparing,
  type DepositVisit,
  loadDraft,
  seePublished,
  sendAway,
} from './deposit-visit.routes.ts';
import { markCompared } from './draft.store.ts';
import { type Draft, hasText } from './draft.ts';
import { findIdeaByNumber } from './idea.store.ts';
import type { SupportRefusal } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { findSimilar } from './similar/draft.store.ts';
import { findSupported, supportIdea } from './support.store.ts';

/** Comparing a draft with the ideas already there (R113). */
export const depositCompareRoutes: readonly Route[] = [
  get(urls.depositCompare, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, urls.depositText(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    return comparePage(visit, edition, draft);
  }),

  post(urls.depositCompare, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft) return sendAway(visit, urls.depositCompare(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    await markCompared(visit.db, visit.organisation.id, draft.id);
    return seeOther(visit, afterComparing(edition, draft.id));
  }),

  /** Supports an idea and stops there: the draft is kept, and they are told so. */
  post(urls.depositSupport, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const { db, organisation, visitor, params } = visit;
    const number = found(readNumber(params.idea), 'idea');
    const idea = found(await findIdeaByNumber(db, organisation.id, edition.id, number), 'idea');
    const at = { edition: edition.slug, draft: params.draft };
    if (!visitor) {
      const back = urls.depositCompare(at);
      return seeOther(visit, urls.signIn({ vers: back }), 'ideas-sign-in-to-support');
    }
    if (!draft) return sendAway(visit, urls.depositCompare(at));
    const support = await supportIdea(db, {
      organisationId: organisation.id,
      ideaId: idea.id,
      personId: visitor.id,
    });
    if (support.ok || support.refusal === 'already-supported') {
      const address = urls.idea({ edition: edition.slug, idea: ideaSegment(idea) });
      return seeOther(visit, address, 'ideas-stopped');
    }
    return comparePage(visit, edition, draft, support.refusal);
  }),
];

async function comparePage(
  visit: DepositVisit,
  edition: Edition,
  draft: Draft,
  refusal?: SupportRefusal,
): Promise<Answer> {
  const { db, organisation } = visit;
  const personId = visit.visitor?.id ?? null;
  const similar = await findSimilar(db, organisation.id, edition.id, draft);
  if (similar.length === 0) {
    return seeOther(visit, afterComparing(edition, draft.id));
  }
  return page({
    title: stepTitles.compare(),
    section: 'editions',
    ...(refusal && { status: 422, faulty: true }),
    body: (
      <DepositComparePage
        edition={edition}
        open={isOpen(edition, 'collection', await readNow(db))}
        draftId={draft.id}
        similar={similar}
        personId={personId}
        supported={await findSupported(db, organisation.id, personId, similar)}
        {...(refusal && { refusal })}
      />
    ),
  });
}
