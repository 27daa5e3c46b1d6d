import * as m from '../../paraglide/messages.js';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { CommentFormPart, SignInToComment } from './comment-form.page.tsx';
import { type Around, Thread, WaitingComments } from './comment-item.page.tsx';
import { listAddress } from './comment-words.page.ts';
import type { CommentsProps } from './shown-comment.page.ts';
import { TallyBar } from './tally-bar.page.tsx';

type BlockProps = CommentsProps &
  Pick<Around, 'moreActs'> & {
    /** What comments are called here; left out: « Commentaires ». */
    heading?: string;
    /** Why this reader adds nothing; left out: that comments are closed. */
    closed?: string | undefined;
  };

/** What is said under a contribution, at the foot of its page: the newest first, and the form. */
export function CommentsBlock(props: BlockProps) {
  const { contribution, tally, threads, hasMore } = props;
  const here = contribution.href;
  const around = { contribution, isSignedIn: props.isSignedIn, here, moreActs: props.moreActs };
  return (
    <Section
      id="commentaires"
      title={props.heading ?? m.comments_title_count({ count: tally.comments })}
      {...(threads.length > 0 && {
        action: <a href={listAddress(contribution)}>{m.comments_see_all()}</a>,
      })}
    >
      <Stack>
        {contribution.comments.aligned && <TallyBar tally={tally} />}
        <WritingPart {...props} />
        <WaitingComments waiting={props.waiting} around={around} />
        {threads.length > 0 && (
          <ol class="comments" aria-label={m.comments_title()}>
            {threads.map((thread) => (
              <li key={thread.root.id}>
                <Thread thread={thread} around={around} />
              </li>
            ))}
          </ol>
        )}
        {hasMore && (
          <p>
            <a href={listAddress(contribution, { after: threads.at(-1)?.root.number ?? null })}>
              {m.comments_see_older()}
            </a>
          </p>
        )}
      </Stack>
    </Section>
  );
}

/** The form, the way to it, or that nothing is added any more. */
export function WritingPart({
  contribution,
  form,
  isSignedIn,
  threads,
  closed,
}: Pick<BlockProps, 'contribution' | 'form' | 'isSignedIn' | 'threads' | 'closed'>) {
  if (!contribution.comments.isOpen) return <p class="hint">{closed ?? m.comments_closed()}</p>;
  if (form) return <CommentFormPart contribution={contribution} form={form} parentId={null} />;
  if (isSignedIn) return null;
  const back = `${contribution.href}#commentaires`;
  if (threads.length > 0) return <SignInToComment back={back} />;
  return (
    <EmptyState
      icon="comment"
      title={m.comments_none()}
      level={3}
      actions={<SignInToComment back={back} />}
    >
      {m.comments_none_words()}
    </EmptyState>
  );
}
