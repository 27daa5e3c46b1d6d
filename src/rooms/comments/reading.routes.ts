import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import type { Db } from '../../platform/database/database.ts';
import type { Contribution } from '../../platform/http/contribution.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import type { ProfilePart, Visit } from '../../platform/http/visit.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { listLabelsOf } from '../profiles/index.ts';
import {
  countCommentsOf,
  findAnswered,
  findComment,
  findTally,
  listFirstReplies,
  listOwnHeld,
  listRoots,
  type RootQuery,
} from './comment.store.ts';
import type { Comment } from './comment.ts';
import { sayCommenter } from './comment-words.page.ts';
import { findOwnRatings } from './rating.store.ts';
import {
  type Commented,
  type CommentForm,
  type CommentsProps,
  NOTHING_TYPED,
  type ShownComment,
} from './shown-comment.page.ts';

/** A contribution that the visitor may see and whose room has comments; anything else is not there. */
export const loadCommented = async (visit: Visit, kind: string, id: string): Promise<Commented> =>
  found(await findCommented(visit, kind, id), 'contribution');

/** The same; null: it is not there for this visitor. */
export const findCommented = async (visit: Visit, kind: string, id: string) =>
  asCommented(await visit.findContribution(kind, id));

/** A comment of the address, with what it is about, as the visitor may see that. */
export async function loadComment(
  visit: Visit<'comment'>,
): Promise<{ comment: Comment; contribution: Commented }> {
  const { db, organisation, params } = visit;
  const comment = found(await findComment(db, organisation.id, params.comment), 'comment');
  // what waits is there for its author only
  if (comment.heldAt && comment.authorId !== visit.visitor?.id) throw notFound('comment');
  return {
    comment,
    contribution: await loadCommented(visit, comment.targetKind, comment.targetId),
  };
}

/** Keeps of some people those who may read a contribution: what stands in a private space is told to nobody else. */
export const keepReadersOf =
  (
    visit: Visit,
    { spaceId, keepReaders }: Pick<Contribution, 'spaceId' | 'keepReaders'>,
    db: Db = visit.db,
  ) =>
  async (personIds: readonly string[]): Promise<readonly string[]> => {
    const readers = spaceId ? await visit.listSpaceReaders(db, spaceId, personIds) : personIds;
    return keepReaders ? keepReaders(db, readers) : readers;
  };

const asCommented = (contribution: Contribution | null): Commented | null =>
  contribution?.comments && contribution.kind !== 'comment' && !contribution.isHidden
    ? (contribution as Commented)
    : null;

/** An empty form of the visitor's; null: nobody may write here, or nobody is signed in. */
export const newForm = ({ visitor }: Visit, { comments }: Commented): CommentForm | null =>
  visitor && comments.isOpen ? { formId: randomUUID(), typed: NOTHING_TYPED, problems: {} } : null;

/** The block of comments under a contribution; null: nothing is said under it, nor ever was. */
export async function loadComments(
  visit: Visit,
  contribution: Contribution | null,
): Promise<CommentsProps | null> {
  const commented = asCommented(contribution);
  if (!commented) return null;
  const props = await readComments(visit, commented, {
    sort: 'recent',
    alignment: null,
    after: null,
  });
  return props.threads.length > 0 || commented.comments.isOpen ? props : null;
}

/** One page of what is said under a contribution. */
export async function readComments(
  visit: Visit,
  contribution: Commented,
  query: RootQuery,
  form: CommentForm | null = newForm(visit, contribution),
): Promise<CommentsProps> {
  const { db, organisation } = visit;
  const [tally, { roots, hasMore }, waiting] = await Promise.all([
    findTally(db, organisation.id, contribution),
    listRoots(db, organisation.id, contribution, query),
    visit.visitor && query.after === null
      ? listOwnHeld(db, organisation.id, contribution, visit.visitor.id)
      : [],
  ]);
  const answered = roots.flatMap(({ id, replies }) => (replies > 0 ? id : []));
  const replies = await listFirstReplies(db, organisation.id, answered);
  const shown = await showComments(visit, [
    ...waiting,
    ...roots,
    ...roots.flatMap(({ id }) => replies.get(id) ?? []),
  ]);
  const threads = roots.map(({ id }) => ({
    root: shown.get(id)!,
    replies: (replies.get(id) ?? []).map((reply) => shown.get(reply.id)!),
  }));
  return {
    contribution,
    tally,
    waiting: waiting.map(({ id }) => shown.get(id)!),
    threads,
    hasMore,
    isSignedIn: visit.visitor !== null,
    form,
  };
}

/** Comments as the visitor sees them, by id: with names, and what they said of each. */
export async function showComments(
  visit: Visit,
  comments: readonly Comment[],
): Promise<Map<string, ShownComment>> {
  const { db, organisation, visitor } = visit;
  const ids = comments.map(({ id }) => id);
  // what a thread begins with is seen above: whom it answers is said of the others
  const answeredIds = comments.flatMap(({ parentId, rootId }) =>
    parentId && parentId !== rootId ? parentId : [],
  );
  const answered = await findAnswered(db, organisation.id, answeredIds);
  const people = [...comments, ...answered.values()].map(({ authorId }) => authorId);
  const [nicknames, officials, ratings] = await Promise.all([
    listPublicNicknames(db, organisation.id, [...new Set(people)]),
    listLabelsOf(db, organisation.id, comments),
    findOwnRatings(db, organisation.id, visitor?.id ?? null, ids),
  ]);
  return new Map(
    comments.map((comment) => {
      const above =
        comment.parentId === comment.rootId ? null : answered.get(comment.parentId ?? '');
      return [
        comment.id,
        {
          ...comment,
          nickname: nicknames.get(comment.authorId) ?? null,
          official: officials.get(comment.id) ?? null,
          answers:
            above && !above.hiddenAt ? sayCommenter(nicknames.get(above.authorId) ?? null) : null,
          isOwn: comment.authorId === visitor?.id,
          rating: ratings.get(comment.id) ?? 0,
        },
      ];
    }),
  );
}

/** How many comments somebody wrote where everybody reads them, for their profile: the number alone. */
export async function countPublicComments(visit: Visit, personId: string): Promise<ProfilePart[]> {
  const { db, organisation } = visit;
  let count = 0;
  for (const { spaceId, comments } of await countCommentsOf(db, organisation.id, personId)) {
    // of a public space even nobody is a reader
    const isPublic =
      spaceId === null || (await visit.listSpaceReaders(db, spaceId, [NOBODY])).length > 0;
    if (isPublic) count += comments;
  }
  return count > 0
    ? [{ title: m.profiles_part_comments(), lead: m.profiles_comments({ count }), items: [] }]
    : [];
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
