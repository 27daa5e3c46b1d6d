import * as m from '../../paraglide/messages.js';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { isOwnAddress, page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { COMMENTS_SCRIPT } from '../comments/index.page.ts';
import { loadComments } from '../comments/index.routes.ts';
import { showHidden } from '../moderation/index.routes.ts';
import { loadFollowing } from '../notifications/index.routes.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { readNumber } from '../spaces/index.ts';
import { listOrigins } from './afterlife/origin.routes.ts';
import type { Board } from './boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from './boards/board-address.page.ts';
import { findBeside, loadBoard, mayDepositOn } from './boards/board-load.routes.ts';
import { asContribution } from './contribution.routes.ts';
import { heldPage } from './held/held-idea.page.tsx';
import { IdeaDetailPage } from './idea.page.tsx';
import { findIdeaByNumber } from './idea.store.ts';
import { type Idea, isOwn } from './idea.ts';
import { ideaSegment } from './idea-address.ts';
import { listIdeas, listLanguages } from './idea-list.store.ts';
import { OUTCOMES, readFilter } from './idea-list.ts';
import { IdeasPage } from './ideas.page.tsx';
import { showIdeasMap } from './place/ideas-map.routes.tsx';
import { findSupported, supportIdea, withdrawSupport } from './support.store.ts';

export const ideasRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(
    family.ideas,
    'anyone',
    async (visit) => {
      const { db, organisation, visitor, url } = visit;
      const board = await loadBoard(visit, { shared: true });
      if (url.searchParams.get('vue') === 'carte') return showIdeasMap(visit, board);
      const languages = await visit.share(`languages ${board.id}`, () =>
        listLanguages(db, organisation.id, board.id),
      );
      const filter = readFilter(url.searchParams, board.categories, languages);
      const query = {
        ...filter,
        editionId: board.id,
        categoryId: board.categories.find(({ slug }) => slug === filter.category)?.id ?? null,
        outcome: filter.outcome && OUTCOMES[filter.outcome],
      };
      const ideas = await visit.share(`ideas ${JSON.stringify(query)}`, () =>
        listIdeas(db, organisation.id, query),
      );
      const personId = visitor?.id ?? null;
      const supported = await findSupported(db, organisation.id, personId, ideas.ideas);
      return page({
        title: board.kind === 'edition' ? m.ideas_title() : board.title,
        section: sectionOf(board),
        body: (
          <IdeasPage
            {...{ board, filter, languages, ideas, personId, supported }}
            beside={await findBeside(visit, board)}
            following={await loadFollowingOf(visit, board)}
            mayDeposit={mayDepositOn(visit, board)}
          />
        ),
      });
    },
    { cached: true },
  ),

  get(
    family.idea,
    'anyone',
    async (visit) => {
      const { board, idea } = await loadAnyIdea(visit);
      const to = addressesOf(board);
      if (idea.held && isOwn(idea, visit.visitor?.id ?? null))
        return heldPage(board, { ...idea, files: idea.attachments }, idea.held);
      if (idea.isHidden)
        return showHidden(visit, {
          kind: 'idea',
          id: idea.id,
          authorId: idea.authorId,
          spaceId: board.kind === 'component' ? board.space.id : null,
          address: to.idea({ idea: String(idea.number) }),
        });
      const address = { idea: ideaSegment(idea) };
      const wanted = visit.url.searchParams.get('soutenir') === 'oui';
      if (visit.params.idea !== address.idea) {
        return seeOther(visit, to.idea(address, { soutenir: wanted ? 'oui' : undefined }));
      }
      return ideaPage(visit, board, idea, { wantsToSupport: wanted });
    },
    { cached: true },
  ),

  post(family.supportIdea, 'anyone', async (visit) => {
    const { board, idea } = await loadIdea(visit);
    const to = addressesOf(board);
    const address = { idea: ideaSegment(idea) };
    const list = await readBack(visit);
    if (!visit.visitor) {
      const back = to.idea(address, { soutenir: 'oui' });
      return seeOther(visit, urls.signIn({ vers: back }), 'ideas-sign-in-to-support');
    }
    const support = await supportIdea(visit.db, {
      organisationId: visit.organisation.id,
      ideaId: idea.id,
      personId: visit.visitor.id,
    });
    if (support.ok || support.refusal === 'already-supported') {
      return seeOther(visit, list ?? to.idea(address), 'ideas-supported');
    }
    const page = await ideaPage(visit, board, idea, { refusal: support.refusal });
    return { ...page, status: 409 };
  }),

  post(family.withdrawSupport, 'signed-in', async (visit) => {
    const { board, idea } = await loadIdea(visit);
    const to = addressesOf(board);
    const list = await readBack(visit);
    const withdrawal = await withdrawSupport(visit.db, {
      organisationId: visit.organisation.id,
      ideaId: idea.id,
      personId: visit.visitor.id,
    });
    if (withdrawal.ok || withdrawal.refusal === 'not-supported') {
      const address = to.idea({ idea: ideaSegment(idea) });
      return seeOther(visit, list ?? address, 'ideas-withdrawn');
    }
    const page = await ideaPage(visit, board, idea, { refusal: withdrawal.refusal });
    return { ...page, status: 409 };
  }),
]);

/** An edition is followed on its own page. */
const loadFollowingOf = async (visit: Visit, board: Board) =>
  board.kind === 'edition' ? null : loadFollowing(visit, { kind: 'component', id: board.id });

/** One idea of a board, by the number that its address holds; what is hidden is gone. */
export async function loadIdea(visit: Visit<'idea'>) {
  const loaded = await loadAnyIdea(visit);
  if (loaded.idea.isHidden) throw new Refused(410, 'hidden');
  return loaded;
}

async function loadAnyIdea(visit: Visit<'idea'>) {
  const number = found(readNumber(visit.params.idea), 'idea');
  const board = await loadBoard(visit);
  const { db, organisation, visitor } = visit;
  const idea = await findIdeaByNumber(db, organisation.id, board.id, number, visitor?.id ?? null);
  return { board, idea: found(idea, 'idea') };
}

async function ideaPage(
  visit: Visit,
  board: Board,
  idea: Idea & { supported: boolean; now: Date },
  options: Pick<Parameters<typeof IdeaDetailPage>[0], 'wantsToSupport' | 'refusal'>,
) {
  const target = { kind: 'idea', id: idea.id } as const;
  const [comments, origins, related, standings, following, beside] = await Promise.all([
    loadComments(visit, asContribution(idea, board, idea.now)),
    listOrigins(visit, idea),
    visit.findRelated(target),
    visit.findStandings(target),
    loadFollowing(visit, target),
    findBeside(visit, board),
  ]);
  return page({
    title: idea.title,
    section: sectionOf(board),
    scripts: [
      ...(idea.place.point ? [MAP_SCRIPT] : []),
      ...(comments?.form ? [COMMENTS_SCRIPT] : []),
    ],
    body: (
      <IdeaDetailPage
        board={board}
        beside={beside}
        idea={idea}
        now={idea.now}
        personId={visit.visitor?.id ?? null}
        related={[...origins, ...related]}
        comments={comments}
        standings={standings}
        following={following}
        ground={drawnGround(await shareGround(visit))}
        {...options}
      />
    ),
  });
}

/** Where a button of a list leads back to, when it is an address of ours. */
async function readBack(visit: Visit): Promise<string | null> {
  const back = (await visit.form()).text('retour');
  return back.length < 4000 && isOwnAddress(back) ? back : null;
}
