import * as m from '../../paraglide/messages.js';
import { ErrorSummary } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { CommentFormPart } from './comment-form.page.tsx';
import { CommentItem } from './comment-item.page.tsx';
import { listAddress, sayCommenter } from './comment-words.page.ts';
import type { Commented, CommentForm, ShownComment, ShownThread } from './shown-comment.page.ts';

interface Props {
  contribution: Commented;
  /** The comment of the address, or what it stands in. */
  thread: ShownThread;
  isSignedIn: boolean;
  /** The page begins in the midst of the thread. */
  isMidst: boolean;
  /** Where the next page of it begins; null: this is the last. */
  next: string | null;
}

const crumbs = (contribution: Commented) => [
  { label: contribution.title, href: contribution.href },
  { label: m.comments_title(), href: listAddress(contribution) },
];

/** What the page of a comment is called. */
export const threadTitle = ({ hiddenAt, nickname }: ShownComment): string =>
  hiddenAt ? m.comments_hidden_title() : m.comments_of_title({ nickname: sayCommenter(nickname) });

export const replyTitle = ({ nickname }: ShownComment): string =>
  m.comments_reply_to({ nickname: sayCommenter(nickname) });

/** A comment with all that answers it. */
export function ThreadPage({ contribution, thread, isSignedIn, isMidst, next }: Props) {
  const { root, replies } = thread;
  const here = urls.comment({ comment: root.id });
  const around = { contribution, isSignedIn, here };
  return (
    <Column>
      <PageHeader title={threadTitle(root)} breadcrumb={crumbs(contribution)} />
      <CommentItem comment={root} around={around} />
      {replies.length > 0 && (
        <section>
          <h2>{m.comments_replies_count({ count: root.replies })}</h2>
          {isMidst && (
            <p>
              <a href={here}>{m.comments_thread_begin()}</a>
            </p>
          )}
          <ol class="comment-replies">
            {replies.map((reply) => (
              <li key={reply.id} class={`comment-depth-${reply.depth}`}>
                <CommentItem comment={reply} around={around} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Pagination
        nextHref={next === null ? undefined : urls.comment({ comment: root.id }, { apres: next })}
      />
    </Column>
  );
}

/** Where one answers a comment: what it says, and the form. */
export function ReplyPage({
  contribution,
  comment,
  form,
}: {
  contribution: Commented;
  comment: ShownComment;
  form: CommentForm;
}) {
  // what is answered is read here, not acted upon
  const around = {
    contribution: { ...contribution, comments: { ...contribution.comments, isOpen: false } },
    isSignedIn: true,
    here: urls.comment({ comment: comment.id }),
  };
  return (
    <Column>
      <ErrorSummary problems={form.problems} />
      <PageHeader title={replyTitle(comment)} breadcrumb={crumbs(contribution)} />
      <CommentItem comment={comment} around={around} />
      <CommentFormPart contribution={contribution} form={form} parentId={comment.id} />
    </Column>
  );
}
