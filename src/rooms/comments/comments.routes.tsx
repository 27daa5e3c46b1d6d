import * as m from '../../paraglide/messages.js';
import { countHit, waitOf } from '../../platform/http/limits.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { findComment, listThread } from './comment.store.ts';
import {
  ALIGNMENTS,
  type Comment,
  type CommentRefusal,
  LIMITS,
  pageBefore,
  refuseComment,
  type TypedComment,
} from './comment.ts';
import { COMMENT_NAMES, COMMENTS_SCRIPT } from './comment-form.page.tsx';
import { ALIGNMENT_NAMES, anchorOf, readFilter, refusalWords } from './comment-words.page.ts';
import { CommentsPage } from './comments.page.tsx';
import {
  loadComment,
  loadCommented,
  newForm,
  readComments,
  showComments,
} from './reading.routes.ts';
import type { Commented, CommentForm } from './shown-comment.page.ts';
import { ReplyPage, replyTitle, ThreadPage, threadTitle } from './thread.page.tsx';
import { writeComment } from './writing.routes.ts';

export const commentRoutes: readonly Route[] = [
  get(urls.comment, 'anyone', async (visit) => {
    const { db, organisation, url } = visit;
    const { comment, contribution } = await loadComment(visit);
    const root = found(
      comment.rootId ? await findComment(db, organisation.id, comment.rootId) : comment,
      'comment',
    );
    const after = readPath(url.searchParams.get('apres')) ?? pageBefore(comment, root);
    const { replies: seen, hasMore } = await listThread(db, organisation.id, root.id, after);
    // of what waits, the one that is asked for: its author's
    const replies = comment.rootId && comment.heldAt ? [...seen, comment] : seen;
    const shown = await showComments(visit, [root, ...replies]);
    const shownRoot = shown.get(root.id)!;
    return page({
      title: threadTitle(shownRoot),
      body: (
        <ThreadPage
          contribution={contribution}
          thread={{ root: shownRoot, replies: replies.map(({ id }) => shown.get(id)!) }}
          isSignedIn={visit.visitor !== null}
          isMidst={after !== null}
          next={hasMore ? seen.at(-1)!.path.join('.') : null}
        />
      ),
    });
  }),

  get(urls.replyComment, 'signed-in', async (visit) => {
    const { comment, contribution } = await loadComment(visit);
    const form = newForm(visit, contribution);
    if (!form || comment.hiddenAt) return seeOther(visit, urls.comment({ comment: comment.id }));
    return showReply(visit, contribution, comment, form);
  }),

  get(urls.comments, 'anyone', async (visit) => {
    const { kind, contribution: id } = visit.params;
    return showAll(visit, await loadCommented(visit, kind, id));
  }),

  post(urls.comments, 'signed-in', async (visit) => {
    const { kind, contribution: id } = visit.params;
    const contribution = await loadCommented(visit, kind, id);
    const form = await visit.form();
    const side = form.text(COMMENT_NAMES.alignment);
    const typed: TypedComment = {
      body: form.text(COMMENT_NAMES.body),
      alignment: ALIGNMENTS.find((one) => ALIGNMENT_NAMES[one] === side) ?? side,
    };
    const formId = form.text(COMMENT_NAMES.form);
    if (!isUuid(formId)) throw notFound('form');
    const answers = await findAnsweredOf(visit, contribution, form.text(COMMENT_NAMES.parent));
    const refusal = refuseComment(typed, contribution.comments, answers);
    if (refusal) return showAgain(visit, contribution, answers, { formId, typed, refusal });
    const wait = await waitOf(() => countWriting(visit));
    if (wait !== null) return showAgain(visit, contribution, answers, { formId, typed, wait });
    const comment = await writeComment(visit, { contribution, typed, formId, answers });
    if (!comment)
      return showAgain(visit, contribution, answers, { formId, typed, refusal: 'too-many-texts' });
    const address = comment.rootId ? urls.comment({ comment: comment.id }) : contribution.href;
    const notice = comment.heldAt ? 'comment-held' : 'comment-published';
    return seeOther(visit, `${address}#${anchorOf(comment)}`, notice);
  }),
];

async function findAnsweredOf(
  { db, organisation }: Visit,
  { kind, id }: Commented,
  commentId: string,
): Promise<Comment | null> {
  if (commentId === '') return null;
  const comment = await findComment(db, organisation.id, commentId);
  const isOfIt = comment?.targetKind === kind && comment.targetId === id;
  return found(isOfIt ? comment : null, 'comment');
}

/** By account, never by network: a class or a library writes from one address. */
async function countWriting({ db, organisation, visitor }: SignedInVisit): Promise<void> {
  const of = (name: string) => `${name}:${organisation.id}:${visitor.id}`;
  await countHit(db, { key: of('comment'), ...LIMITS.comments });
  await countHit(db, { key: of('comment-day'), ...LIMITS.commentsOfADay });
}

type Again = { formId: string; typed: TypedComment } & (
  | { refusal: CommentRefusal; wait?: undefined }
  | { wait: number; refusal?: undefined }
);

/** The form as it was typed, with what is wrong with it. */
async function showAgain(
  visit: SignedInVisit,
  contribution: Commented,
  answers: Comment | null,
  { formId, typed, refusal, wait }: Again,
): Promise<Answer> {
  const name =
    refusal === 'alignment-unknown'
      ? COMMENT_NAMES.alignment
      : refusal?.startsWith('text-')
        ? COMMENT_NAMES.body
        : 'form';
  const words = refusal
    ? refusalWords[refusal]()
    : m.comments_refused_often({ minutes: Math.ceil((wait ?? 0) / 60) });
  const form: CommentForm = { formId, typed, problems: { [name]: words } };
  const status = wait || refusal === 'too-many-texts' ? 429 : name === 'form' ? 409 : 422;
  return answers
    ? showReply(visit, contribution, answers, form, status)
    : showAll(visit, contribution, form, status);
}

async function showAll(
  visit: Visit,
  contribution: Commented,
  form = newForm(visit, contribution),
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Answer> {
  const filter = readFilter(visit.url.searchParams);
  const props = await readComments(visit, contribution, filter, form);
  return page({
    title: m.comments_title(),
    status,
    faulty: status !== 200,
    scripts: form ? [COMMENTS_SCRIPT] : [],
    body: <CommentsPage {...props} filter={filter} />,
  });
}

async function showReply(
  visit: Visit,
  contribution: Commented,
  comment: Comment,
  form: CommentForm,
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Answer> {
  const shown = (await showComments(visit, [comment])).get(comment.id)!;
  return page({
    title: replyTitle(shown),
    status,
    faulty: status !== 200,
    scripts: [COMMENTS_SCRIPT],
    body: <ReplyPage contribution={contribution} comment={shown} form={form} />,
  });
}

/** `3.12.15`: the place in a thread after which a page begins. */
function readPath(text: string | null): number[] | null {
  return text && /^[1-9]\d{0,8}(\.[1-9]\d{0,8}){0,2}$/.test(text)
    ? text.split('.').map(Number)
    : null;
}
