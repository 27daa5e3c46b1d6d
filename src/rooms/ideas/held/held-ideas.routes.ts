import type { Tx } from '../../../platform/database/database.ts';
import type { Contribution } from '../../../platform/http/contribution.ts';
import { mayEverywhere, mayInSpace } from '../../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../../platform/http/visit.ts';
import { admitWritten } from '../../moderation/index.routes.ts';
import { findBoard } from '../boards/board.store.ts';
import type { Board } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { setHidden } from '../hiding.store.ts';
import { writeReceipt } from '../idea.mails.ts';
import { type AdmitIdea, publishHeldDraft, wordsOf } from '../publish.store.ts';
import { findHeldDraft } from './held-draft.store.ts';
import { showHeldIdea } from './held-idea.store.ts';

/** Ideas of new accounts as moderators let them through: the same admission as of every text. */
export const admitIdeaOf =
  (
    visit: Pick<SignedInVisit, 'organisation' | 'visitor' | 'withholdContributions'>,
    board: Board,
  ): AdmitIdea =>
  (tx, { id: targetId, title, text }) =>
    admitWritten(visit, tx, { kind: 'idea', targetId, spaceId: spaceOf(board), title, text });

const spaceOf = (board: Board): string | null =>
  board.kind === 'component' ? board.space.id : null;

/** Publishes an idea that waited, with the number that comes now; or shows again one that had its number. */
export async function releaseIdea(visit: Visit, tx: Tx, id: string): Promise<boolean> {
  const { organisation, origin } = visit;
  if (await showHeldIdea(tx, organisation.id, id)) return true;
  return publishHeldDraft(tx, organisation.id, id, (idea) =>
    writeReceipt({ ...idea, organisation, origin }),
  );
}

/** What a judgement takes out of sight, or brings back: what waited is then seen for the first time. */
export async function hideIdea(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  if (
    !isHidden &&
    ((await showHeldIdea(tx, organisationId, id)) ||
      (await publishHeldDraft(tx, organisationId, id, null)))
  )
    return;
  await setHidden(tx, organisationId, id, isHidden);
}

/** Whether this visitor may know of what waits: who wrote it, and who may judge it. */
export const seesHeld = (
  { visitor }: Pick<Visit, 'visitor'>,
  authorId: string | null,
  board: Board,
): boolean => {
  if (!visitor) return false;
  if (visitor.id === authorId) return true;
  const spaceId = spaceOf(board);
  return spaceId === null
    ? mayEverywhere('moderator', visitor)
    : mayInSpace('moderator', visitor, spaceId);
};

/** An idea that has no number yet, for whoever judges it; its author finds it in the last screen of its deposit. */
export async function findHeldContribution(visit: Visit, id: string): Promise<Contribution | null> {
  const { db, organisation } = visit;
  const draft = await findHeldDraft(db, organisation.id, id);
  const board = draft && (await findBoard(db, organisation.id, draft.editionId));
  if (!draft || !board || !seesHeld(visit, draft.personId, board)) return null;
  const to = addressesOf(board);
  const isAuthor = visit.visitor?.id === draft.personId;
  return {
    kind: 'idea',
    id,
    ...wordsOf(draft),
    isHidden: true,
    href: isAuthor ? to.depositPreview({ draft: draft.id }) : to.ideas({}),
    authorId: draft.personId,
    spaceId: spaceOf(board),
    componentId: board.kind === 'component' ? board.id : null,
    lang: draft.lang,
    comments: null,
  };
}
