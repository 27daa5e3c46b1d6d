import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import type { ShownPart } from '../delivery/index.page.ts';
import { hasRealisations, listOwnParts } from '../delivery/index.ts';
import { listGroupsOf, type OwnGroup } from '../groups/index.ts';
import { findSeenBoards } from '../ideas/index.routes.ts';
import { type Board, listOwnDrafts, listOwnIdeas, listOwnSupports } from '../ideas/index.ts';
import { listOwnMeetings } from '../meetings/index.ts';
import { countToJudge } from '../moderation/index.ts';
import { findLetter, listLettersTo } from '../notifications/index.ts';
import { findOwnTurnout } from '../polls/index.ts';
import { findProjectsOfIdeas, listProjectsHeldBy } from '../projects/index.ts';
import { findMergesOf, listThreadsOf, mergeStateOf } from '../review/index.ts';
import { type Edition, listEditions } from '../spaces/index.ts';
import { listWaitingForTreasurer } from '../spending/index.ts';
import { MyLetterPage, MyLettersPage } from './my-letters.page.tsx';
import { MySpacePage } from './my-space.page.tsx';
import {
  listKnocking,
  listReturned,
  type MyIdea,
  type MyProject,
  type MySupport,
  type MyVote,
  orderWaiting,
  type Waiting,
} from './my-space.ts';

/** One's own page: nothing of it is anybody else's, and no log tells when it was read. */
export const mySpaceRoutes: readonly Route[] = [
  get(
    urls.mySpace,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const editions = await listEditions(db, organisation.id);
      const [ideas, supports, votes, meetings, parts, { letters }, groups] = await Promise.all([
        findIdeas(visit, editions),
        findSupports(visit, editions),
        listVotes(visit, editions),
        listOwnMeetings(db, organisation.id, visitor.id),
        findParts(visit, editions),
        listLettersTo(db, organisation.id, visitor.id),
        organisation.kind === 'movement' ? listGroupsOf(db, organisation.id, visitor.id) : null,
      ]);
      const [waiting, projects, toJudge] = await Promise.all([
        listWaiting(visit, editions, ideas),
        listHeldProjects(visit, editions, ideas),
        countToJudge(db, organisation.id, visitor),
      ]);
      return page({
        title: m.myspace_title(),
        section: 'my-space',
        body: (
          <MySpacePage
            nickname={visitor.nickname}
            waiting={orderWaiting([
              ...waiting,
              ...(await listSpendingWork(visit, groups ?? [])),
              ...(toJudge ? [{ kind: 'judgement' as const, count: toJudge }] : []),
              ...listKnocking(groups ?? []),
              ...listReturned(parts ?? []),
            ])}
            groups={groups}
            // a movement may have no budget at all: its members are asked for none
            ideas={groups && editions.length === 0 && ideas.length === 0 ? null : ideas}
            supports={supports}
            projects={projects}
            votes={votes}
            meetings={meetings}
            parts={parts}
            letters={letters.slice(0, LETTERS_SHOWN)}
          />
        ),
      });
    },
    { unlogged: true },
  ),

  get(urls.myLetters, 'signed-in', async ({ db, organisation, visitor, url }) => {
    const asked = url.searchParams.get('avant') ?? '';
    const before = isUuid(asked) ? asked : null;
    const { letters, next } = await listLettersTo(db, organisation.id, visitor.id, before);
    return page({
      title: m.myspace_letters(),
      section: 'my-space',
      body: (
        <MyLettersPage
          letters={letters}
          nextHref={next ? urls.myLetters({ avant: next }) : undefined}
        />
      ),
    });
  }),

  get(urls.myLetter, 'signed-in', async ({ db, organisation, visitor, params }) => {
    const letter = await findLetter(db, organisation.id, params.letter);
    const own = found(letter?.personId === visitor.id ? letter : null, 'letter');
    return page({
      title: own.subject,
      section: 'my-space',
      body: <MyLetterPage letter={own} />,
    });
  }),
];
/** On the page that holds everything; the others have their own. */
const LETTERS_SHOWN = 5;
/** Editions whose poll is looked at: those of today and of lately. */
const EDITIONS_LOOKED_AT = 6;

async function findIdeas(visit: SignedInVisit, editions: readonly Edition[]): Promise<MyIdea[]> {
  const { db, organisation, visitor } = visit;
  const own = await listOwnIdeas(db, organisation.id, visitor.id);
  const ids = own.map(({ id }) => id);
  const [threads, projects] = await Promise.all([
    listThreadsOf(db, organisation.id, visitor.id, ids),
    findProjectsOfIdeas(db, organisation.id, ids),
  ]);
  return Promise.all(
    (await placeOnBoards(visit, own, editions)).map(async (idea) => ({
      ...idea,
      related: await visit.findRelated({ kind: 'idea', id: idea.id }),
      threads: threads.filter(({ ideaId }) => ideaId === idea.id),
      projectId:
        projects.find(({ ideaId, number }) => ideaId === idea.id && number !== null)?.id ?? null,
    })),
  );
}

async function findSupports(
  visit: SignedInVisit,
  editions: readonly Edition[],
): Promise<MySupport[]> {
  const { db, organisation, visitor } = visit;
  return placeOnBoards(visit, await listOwnSupports(db, organisation.id, visitor.id), editions);
}

/** Each with its board; what stands where its author may read no more leads nowhere, and is left out. */
async function placeOnBoards<T extends { boardId: string }>(
  visit: SignedInVisit,
  things: readonly T[],
  editions: readonly Edition[],
): Promise<(T & { board: Board })[]> {
  const ids = things.map(({ boardId }) => boardId);
  const boards = await findSeenBoards(visit, ids, editions);
  return things.flatMap((thing) => {
    const board = boards.get(thing.boardId);
    return board ? [{ ...thing, board }] : [];
  });
}

/** What they bring to realisations; null where nothing is realised: there is nothing to take part in. */
async function findParts(
  { db, organisation, visitor }: SignedInVisit,
  editions: readonly Edition[],
): Promise<ShownPart[] | null> {
  const [parts, has] = await Promise.all([
    listOwnParts(db, organisation.id, visitor.id),
    hasRealisations(db, organisation.id),
  ]);
  if (!has) return null;
  return parts.flatMap((part): ShownPart[] => {
    const edition = editions.find(({ id }) => id === part.editionId);
    return edition ? [{ ...part, edition }] : [];
  });
}

/** Those that come from no idea of theirs: the others stand under their idea. */
async function listHeldProjects(
  { db, organisation, visitor }: SignedInVisit,
  editions: readonly Edition[],
  ideas: readonly MyIdea[],
): Promise<MyProject[]> {
  const held = await listProjectsHeldBy(db, organisation.id, visitor.id);
  return held.flatMap(({ id, number, title, editionId }): MyProject[] => {
    const edition = editions.find((one) => one.id === editionId);
    const isShown = ideas.some(({ projectId }) => projectId === id);
    return edition && !isShown ? [{ id, number, title, edition }] : [];
  });
}

async function listWaiting(
  visit: SignedInVisit,
  editions: readonly Edition[],
  ideas: readonly MyIdea[],
): Promise<Waiting[]> {
  const { db, organisation, visitor } = visit;
  const ids = ideas.map(({ id }) => id);
  const [merges, threads, drafts] = await Promise.all([
    findMergesOf(db, organisation.id, ids),
    listThreadsOf(db, organisation.id, visitor.id, ids),
    listOwnDrafts(db, organisation.id, visitor.id),
  ]);
  const proposed = [...new Set(merges.values())].filter(
    (merge) =>
      mergeStateOf(merge) === 'proposed' &&
      merge.members.some(({ ideaId, answer }) => answer === null && ids.includes(ideaId)),
  );
  return [
    ...proposed.map(
      ({ id, title, answerBy }): Waiting => ({ kind: 'merge', mergeId: id, title, answerBy }),
    ),
    ...threads.flatMap(({ ideaId, channel, side, newest }): Waiting[] => {
      const idea = ideas.find(({ id }) => id === ideaId);
      return idea?.board.kind === 'edition' && channel === 'exchange' && side !== 'holder'
        ? [{ kind: 'message', idea, edition: idea.board.edition, since: newest }]
        : [];
    }),
    ...(await placeOnBoards(visit, drafts, editions)).map(
      ({ id, board, title, savedAt, isHeld }): Waiting =>
        isHeld
          ? { kind: 'held-idea', draftId: id, board, title }
          : { kind: 'draft', draftId: id, board, title, savedAt },
    ),
  ];
}

async function listVotes(
  { db, config, organisation, visitor }: SignedInVisit,
  editions: readonly Edition[],
): Promise<MyVote[]> {
  const live = editions
    .filter(({ archivedAt }) => archivedAt === null)
    .slice(0, EDITIONS_LOOKED_AT);
  const votes = await Promise.all(
    live.map(async (edition) => {
      const own = await findOwnTurnout(db, config, organisation.id, edition.id, visitor.id);
      return own ? [{ ...own, edition }] : [];
    }),
  );
  return votes.flat();
}

/** Spending requests that wait for something of this treasurer. */
async function listSpendingWork(
  { db, organisation, visitor }: SignedInVisit,
  groups: readonly OwnGroup[],
): Promise<Waiting[]> {
  const ids = groups.filter(({ isTreasurer }) => isTreasurer).map(({ id }) => id);
  const requests = await listWaitingForTreasurer(db, organisation.id, ids, visitor.id);
  return requests.map(({ number, title, step, bankAskedAt, sentAt, createdAt }) => ({
    kind: 'spending',
    request: number,
    title,
    step,
    since: bankAskedAt ?? sentAt ?? createdAt,
  }));
}
