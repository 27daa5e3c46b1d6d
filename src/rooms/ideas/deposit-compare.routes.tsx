import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { readNumber } from '../spaces/index.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from './boards/board-address.page.ts';
import { DepositComparePage } from './deposit-compare.page.tsx';
import { stepTitles } from './deposit-frame.page.tsx';
import {
  afterComparing,
  type DepositVisit,
  loadDraft,
  seeSent,
  sendAway,
} from './deposit-visit.routes.ts';
import { markCompared } from './draft.store.ts';
import { type Draft, hasText, isSent } from './draft.ts';
import { findIdeaByNumber } from './idea.store.ts';
import type { SupportRefusal } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { findSimilar } from './similar/draft.store.ts';
import { findSupported, supportIdea } from './support.store.ts';

/** Comparing a draft with the ideas already there (R113). */
export const depositCompareRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.depositCompare, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, to.depositText(at));
    if (isSent(draft)) return seeSent(visit, board, draft);
    return comparePage(visit, board, draft);
  }),

  post(family.depositCompare, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft) return sendAway(visit, to.depositCompare(at));
    if (isSent(draft)) return seeSent(visit, board, draft);
    await markCompared(visit.db, visit.organisation.id, draft.id);
    return seeOther(visit, afterComparing(board, draft.id));
  }),

  /** Supports an idea and stops there: the draft is kept, and they are told so. */
  post(family.depositSupport, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const { db, organisation, visitor, params } = visit;
    const number = found(readNumber(params.idea), 'idea');
    const idea = found(await findIdeaByNumber(db, organisation.id, board.id, number), 'idea');
    const at = { draft: params.draft };
    if (!visitor) {
      const back = to.depositCompare(at);
      return seeOther(visit, urls.signIn({ vers: back }), 'ideas-sign-in-to-support');
    }
    if (!draft) return sendAway(visit, to.depositCompare(at));
    const support = await supportIdea(db, {
      organisationId: organisation.id,
      ideaId: idea.id,
      personId: visitor.id,
    });
    if (support.ok || support.refusal === 'already-supported') {
      const address = to.idea({ idea: ideaSegment(idea) });
      return seeOther(visit, address, 'ideas-stopped');
    }
    return comparePage(visit, board, draft, support.refusal);
  }),
]);

async function comparePage(
  visit: DepositVisit,
  board: Board,
  draft: Draft,
  refusal?: SupportRefusal,
): Promise<Answer> {
  const { db, organisation } = visit;
  const personId = visit.visitor?.id ?? null;
  const similar = board.compares ? await findSimilar(db, organisation.id, board, draft) : [];
  if (similar.length === 0) {
    return seeOther(visit, afterComparing(board, draft.id));
  }
  return page({
    title: stepTitles.compare(),
    section: sectionOf(board),
    ...(refusal && { status: 422, faulty: true }),
    body: (
      <DepositComparePage
        board={board}
        open={acceptsIdeas(board, await readNow(db))}
        draftId={draft.id}
        similar={similar}
        personId={personId}
        supported={await findSupported(db, organisation.id, personId, similar)}
        {...(refusal && { refusal })}
      />
    ),
  });
}
