import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { findPerson } from '../identity/index.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { dayInParis, isOutsideCommune } from '../spaces/index.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from './boards/board-address.page.ts';
import { isOfTeam } from './boards/board-load.routes.ts';
import { criteriaProblems, criterionField } from './deposit-criteria.page.tsx';
import { stepTitles } from './deposit-frame.page.tsx';
import { DepositPreviewPage } from './deposit-preview.page.tsx';
import {
  type DepositVisit,
  loadDraft,
  seePublished,
  seeSent,
  sendAway,
} from './deposit-visit.routes.ts';
import { tickCriteria } from './draft.store.ts';
import { type Draft, hasText, isSent } from './draft.ts';
import { heldPage } from './held/held-idea.page.tsx';
import { admitIdeaOf } from './held/held-ideas.routes.ts';
import { writeReceipt } from './idea.mails.ts';
import { checkText } from './idea.ts';
import { countIdeasOf } from './own-ideas.store.ts';
import { isPlaced } from './place/place.ts';
import { refuseProposer } from './proposer.ts';
import { publishDraft } from './publish.store.ts';
import { proposerWords, textProblems } from './words.page.ts';

/** Looking it over, signing in if need be, and publishing. */
export const depositPublishRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.depositPreview, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, to.depositText(at));
    if (draft.publishedIdeaId) return seePublished(visit, board, draft.publishedIdeaId);
    return draft.held ? heldPage(board, draft, draft.held) : previewPage(visit, board, draft, {});
  }),

  post(family.depositPublish, 'anyone', async (visit) => {
    const { draft, board, holder } = await loadDraft(visit);
    const to = addressesOf(board);
    const { db, organisation, visitor, origin } = visit;
    const back = to.depositPreview({ draft: visit.params.draft });
    if (!draft) return sendAway(visit, back);
    if (isSent(draft)) return seeSent(visit, board, draft);
    if (!visitor) {
      return seeOther(visit, urls.signIn({ vers: back }), 'ideas-sign-in-to-publish');
    }
    const form = await visit.form();
    const ticked = board.criteria
      .map(({ id }) => id)
      .filter((id) => form.text(criterionField(id)) === 'oui');
    await tickCriteria(db, organisation.id, draft.id, holder, ticked);
    const published = await publishDraft(db, organisation.id, draft.id, visitor.id, {
      writeReceipt: (idea) => writeReceipt({ ...idea, organisation, origin }),
      byTeam: isOfTeam(visit, board),
      admit: admitIdeaOf({ ...visit, visitor }, board),
    });
    if (published.ok)
      return published.ideaId
        ? seePublished(visit, board, published.ideaId, 'ideas-published')
        : seeOther(visit, back, 'ideas-held');
    if (published.refusal === 'criteria-unticked')
      return previewPage(
        visit,
        board,
        { ...draft, criteriaTicked: ticked },
        criteriaProblems(board, ticked),
      );
    if (published.refusal === 'not-found') throw notFound('draft');
    if (published.refusal === 'identity-missing') {
      return seeOther(visit, urls.accountIdentity({ vers: back }), 'ideas-identity');
    }
    const problems =
      published.refusal === 'too-many-texts'
        ? { form: m.ideas_refused_too_many_texts() }
        : published.refusal === 'text-refused'
          ? { form: Object.values(textProblems(published.text, board)).join(' ') }
          : { form: proposerWords(published.refusal, board) };
    return previewPage(visit, board, draft, problems);
  }),
]);

async function previewPage(
  visit: DepositVisit,
  board: Board,
  draft: Draft,
  problems: Record<string, string>,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const now = await readNow(db);
  const open = acceptsIdeas(board, now);
  const person = visitor && (await findPerson(db, organisation.id, visitor.id));
  const ideas = person ? await countIdeasOf(db, organisation.id, board.id, person.id) : 0;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: stepTitles.preview(),
    scripts: draft.place.point ? [MAP_SCRIPT] : [],
    section: sectionOf(board),
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositPreviewPage
        board={board}
        open={open}
        draft={draft}
        signedIn={person !== null}
        refusal={
          person &&
          refuseProposer(person, board, {
            today: dayInParis(now),
            collectionOpen: open,
            ideas,
            byTeam: isOfTeam(visit, board),
          })
        }
        incomplete={Object.keys(checkText(draft, board)).length > 0}
        placeMissing={board.ideaPlace === 'required' && !isPlaced(draft.place)}
        ground={drawnGround(await shareGround(visit))}
        outside={await isOutsideCommune(db, organisation.id, draft.place.point)}
        left={
          person && board.maximumIdeas !== null ? Math.max(0, board.maximumIdeas - ideas) : null
        }
        problems={problems}
      />
    ),
  });
}
