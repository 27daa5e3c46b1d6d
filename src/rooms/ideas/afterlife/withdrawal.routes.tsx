import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { acceptsIdeas, type ComponentBoard } from '../boards/board.ts';
import { addressesOf, sectionOf } from '../boards/board-address.page.ts';
import type { Idea } from '../idea.ts';
import { ideaSegment } from '../idea-address.ts';
import { loadIdea } from '../ideas.routes.tsx';
import { WithdrawalPage } from './withdrawal.page.tsx';
import { withdrawIdea } from './withdrawal.store.ts';
import { refuseWithdrawal } from './withdrawal.ts';
import { withdrawalWords } from './withdrawal-words.page.ts';

type WithdrawalVisit = SignedInVisit<'space' | 'component' | 'idea'>;

/** Withdrawing one's idea: asked once more, then for good (R116). */
export const withdrawalRoutes: readonly Route[] = [
  get(urls.spaceWithdrawIdea, 'signed-in', async (visit) => {
    const { board, idea } = await loadOwnIdea(visit);
    if (idea.withdrawal) return seeOther(visit, ideaAddress(board, idea));
    const isOpen = acceptsIdeas(board, await readNow(visit.db));
    const refusal = refuseWithdrawal({ ...idea, isWithdrawn: false }, board, {
      personId: visit.visitor.id,
      isOpen,
      reason: '',
    });
    return withdrawalPage(board, idea, '', refusal ? { form: withdrawalWords(refusal) } : {});
  }),

  post(urls.spaceWithdrawIdea, 'signed-in', async (visit) => {
    const { board, idea } = await loadOwnIdea(visit);
    const reason = (await visit.form()).text('raison').trim();
    const withdrawn = await withdrawIdea(visit.db, visit.organisation.id, idea.id, {
      personId: visit.visitor.id,
      reason,
    });
    // sent twice: it is withdrawn, as was asked
    if (withdrawn.ok || withdrawn.refusal === 'already-withdrawn')
      return seeOther(visit, ideaAddress(board, idea), 'idea-withdrawn');
    const { refusal } = withdrawn;
    if (refusal === 'not-found' || refusal === 'not-the-author') throw notFound('idea');
    const field = refusal === 'reason-too-long' ? 'raison' : 'form';
    return withdrawalPage(board, idea, reason, { [field]: withdrawalWords(refusal) });
  }),
];

/** Somebody else's idea, and one that stands where nothing is withdrawn, has no such page. */
async function loadOwnIdea(visit: WithdrawalVisit) {
  const { board, idea } = await loadIdea(visit);
  const isOwn = idea.authorId === visit.visitor.id;
  if (board.kind !== 'component' || !board.mayWithdraw || !isOwn) throw notFound('idea');
  return { board, idea };
}

const ideaAddress = (board: ComponentBoard, idea: Idea): string =>
  addressesOf(board).idea({ idea: ideaSegment(idea) });

function withdrawalPage(
  board: ComponentBoard,
  idea: Idea,
  reason: string,
  problems: Record<string, string>,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.afterlife_withdraw_question(),
    section: sectionOf(board),
    ...(faulty && { status: 422, faulty }),
    body: <WithdrawalPage {...{ board, idea, reason, problems }} />,
  });
}
