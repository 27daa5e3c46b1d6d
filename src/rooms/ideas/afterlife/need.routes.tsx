import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { listComponents } from '../../consultations/index.ts';
import { readBoard } from '../boards/board.store.ts';
import { acceptsIdeas, type ComponentBoard } from '../boards/board.ts';
import { addressesOf, sectionOf } from '../boards/board-address.page.ts';
import { limitFrom } from '../deposit-visit.routes.ts';
import { saveDraft } from '../draft.store.ts';
import type { Idea } from '../idea.ts';
import { loadIdea } from '../ideas.routes.tsx';
import { NeedPage } from './need.page.tsx';
import { noteNeedOfDraft } from './need.store.ts';

type NeedVisit = SignedInVisit<'space' | 'component' | 'idea'>;

/** As for any other way to begin one. */
const DRAFTS_AN_HOUR = 200;

/** A need becomes an idea (R181): one chooses where it goes, then deposits as usual, from the words of the need. */
export const needRoutes: readonly Route[] = [
  get(urls.spaceNeedToIdea, 'signed-in', async (visit) => {
    const { board, need } = await loadNeed(visit);
    return needPage(board, need, await listTargets(visit, board), randomUUID(), {});
  }),

  post(urls.spaceNeedToIdea, 'signed-in', async (visit) => {
    const { board, need } = await loadNeed(visit);
    const form = await visit.form();
    const targets = await listTargets(visit, board);
    const asked = form.text('brouillon');
    const draft = isUuid(asked) ? asked : randomUUID();
    const target =
      targets.length === 1 ? targets[0] : targets.find(({ id }) => id === form.text('composante'));
    if (!target)
      return needPage(board, need, targets, draft, {
        composante: targets.length > 0 ? m.afterlife_need_choose() : m.afterlife_need_none(),
      });
    await limitFrom(visit, 'draft', DRAFTS_AN_HOUR);
    const { db, organisation, visitor } = visit;
    const isThere = target.categories.some(({ id }) => id === need.categoryId);
    await db.transaction().execute(async (tx) => {
      const saved = await saveDraft(
        tx,
        organisation.id,
        { id: draft, editionId: target.id },
        { personId: visitor.id, tokenHash: null },
        {
          title: need.title,
          body: need.body,
          categoryId: isThere ? need.categoryId : null,
          lang: need.lang,
        },
      );
      if (saved.ok) await noteNeedOfDraft(tx, organisation.id, draft, need.id);
    });
    // the same form sent again leads to the same draft, or to the idea it has become
    return seeOther(visit, addressesOf(target).depositText({ draft }), 'need-begun');
  }),
];

/** What stands on a component of needs, in sight and not withdrawn. */
async function loadNeed(visit: NeedVisit): Promise<{ board: ComponentBoard; need: Idea }> {
  const { board, idea } = await loadIdea(visit);
  if (board.kind !== 'component' || board.component.kind !== 'needs' || idea.withdrawal)
    throw notFound('idea');
  return { board, need: idea };
}

/** Components of ideas of the same space that take some now. */
async function listTargets(visit: NeedVisit, { space }: ComponentBoard): Promise<ComponentBoard[]> {
  const { db, organisation } = visit;
  const now = await readNow(db);
  const components = (await listComponents(db, organisation.id, space.id)).filter(
    ({ kind, isHidden }) => kind === 'ideas' && !isHidden,
  );
  const boards = await Promise.all(
    components.map((component) => readBoard(db, organisation.id, space, component)),
  );
  return boards.filter((board) => board !== null).filter((board) => acceptsIdeas(board, now));
}

function needPage(
  board: ComponentBoard,
  need: Idea,
  targets: readonly ComponentBoard[],
  draft: string,
  problems: Record<string, string>,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.afterlife_need_title(),
    section: sectionOf(board),
    ...(faulty && { status: 422, faulty }),
    body: <NeedPage {...{ board, need, targets, draft, problems }} />,
  });
}
