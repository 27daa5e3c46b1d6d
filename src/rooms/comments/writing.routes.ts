import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/database.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { admitWritten } from '../moderation/index.routes.ts';
import { tellOfComment } from './comment.mails.ts';
import { findComment, findCommentOfForm } from './comment.store.ts';
import { alignmentOf, type Comment, type TypedComment } from './comment.ts';
import { showHeldComment } from './holding.store.ts';
import { keepMentions } from './mention.store.ts';
import { lockForm, publishComment } from './publishing.store.ts';
import { findCommented, keepReadersOf } from './reading.routes.ts';
import type { Commented } from './shown-comment.page.ts';

interface Writing {
  contribution: Commented;
  typed: TypedComment;
  formId: string;
  answers: Comment | null;
}

/** Writes a comment and tells of it; or keeps it until somebody has read it. null: a new account wrote enough for now. */
export async function writeComment(
  visit: SignedInVisit,
  { contribution, typed, formId, answers }: Writing,
): Promise<Comment | null> {
  const { db, organisation, visitor } = visit;
  return db.transaction().execute(async (tx) => {
    await lockForm(tx, formId);
    const known = await findCommentOfForm(tx, organisation.id, visitor.id, formId);
    if (known) return known;
    const id = randomUUID();
    const state = await admitWritten(visit, tx, {
      kind: 'comment',
      targetId: id,
      spaceId: contribution.spaceId,
      title: contribution.title,
      text: typed.body,
    });
    if (state === 'too-many-texts') return null;
    const { comment } = await publishComment(
      tx,
      organisation.id,
      { ...contribution, isConfidential: !!contribution.keepReaders },
      {
        id,
        isHeld: state === 'held',
        authorId: visitor.id,
        body: typed.body,
        lang: visit.locale,
        alignment: alignmentOf(typed, contribution.comments, answers),
        formId,
        answers,
        deepest: contribution.comments.depth,
      },
    );
    if (state === 'published') await announce(tx, visit, { contribution, comment, answers });
    return comment;
  });
}

/** Shows a comment that waited, and does what publishing it would have done; false: it waits no more. */
export async function releaseComment(visit: Visit, tx: Tx, id: string): Promise<boolean> {
  const { organisation } = visit;
  const comment = await showHeldComment(tx, organisation.id, id);
  if (!comment) return false;
  const contribution = await findCommented(visit, comment.targetKind, comment.targetId);
  const answers = comment.parentId
    ? await findComment(tx, organisation.id, comment.parentId)
    : null;
  // under what is gone meanwhile nobody is told of anything
  if (contribution) await announce(tx, visit, { contribution, comment, answers });
  return true;
}

async function announce(
  tx: Tx,
  visit: Visit,
  {
    contribution,
    comment,
    answers,
  }: { contribution: Commented; comment: Comment; answers: Comment | null },
): Promise<void> {
  const { organisation } = visit;
  const { spaceId } = contribution;
  if (spaceId) await visit.noteParticipation(tx, spaceId, comment.authorId);
  const keepReaders = keepReadersOf(visit, contribution, tx);
  const mentioned = await keepMentions(tx, organisation.id, comment, keepReaders);
  const about = { visit, contribution, comment, answers, mentioned, keepReaders };
  await tellOfComment(tx, about);
}
