import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { alignmentWords, anchorOf, sayCommenter } from './comment-words.page.ts';
import type { Commented, ShownComment, ShownThread } from './shown-comment.page.ts';

/** Where comments stand: what may be done with them, and where one comes back to. */
export interface Around {
  contribution: Commented;
  isSignedIn: boolean;
  /** The page itself, without what its address ends with after `#`. */
  here: string;
  /** What else may be done with what answers nothing: of the room of what is commented. */
  moreActs?: ((comment: ShownComment) => ComponentChildren) | undefined;
}

/** A comment and what answers it, each under what it answers. `rest`: how many more are on its own page. */
export function Thread({ thread, around }: { thread: ShownThread; around: Around }) {
  const { root, replies } = thread;
  const rest = root.replies - replies.length;
  return (
    <>
      <CommentItem comment={root} around={around} />
      {replies.length > 0 && (
        <ol class="comment-replies" aria-label={m.comments_replies_label({ number: root.number })}>
          {replies.map((reply) => (
            <li key={reply.id} class={`comment-depth-${reply.depth}`}>
              <CommentItem comment={reply} around={around} />
            </li>
          ))}
        </ol>
      )}
      {rest > 0 && (
        <p>
          <a href={urls.comment({ comment: root.id })}>
            {m.comments_see_replies({ count: root.replies })}
          </a>
        </p>
      )}
    </>
  );
}

/** One comment. Hidden, it keeps its place: a notice stands for its words and its author. */
export function CommentItem({ comment, around }: { comment: ShownComment; around: Around }) {
  const lang = comment.lang === getLocale() ? undefined : comment.lang;
  if (comment.hiddenAt && !(comment.heldAt && comment.isOwn))
    return (
      <article class="comment comment-hidden" id={anchorOf(comment)}>
        <p>
          <Icon name="eye-off" />{' '}
          {comment.heldAt ? m.comments_waiting_notice() : m.comments_hidden()}
        </p>
      </article>
    );
  return (
    <article class="comment" id={anchorOf(comment)}>
      <p class="comment-head">
        <strong>
          <PersonLink nickname={comment.nickname} official={comment.official}>
            {sayCommenter(comment.nickname)}
          </PersonLink>
        </strong>
        <AlignmentTag comment={comment} />
        {comment.heldAt && <HeldBadge comment={comment} />}
        <a class="hint" href={urls.comment({ comment: comment.id })}>
          <DateText at={comment.publishedAt} shape="moment" />
        </a>
        {comment.answers !== null && (
          <span class="hint">{m.comments_answers({ nickname: comment.answers })}</span>
        )}
      </p>
      <Prose text={comment.body} {...(lang && { lang })} />
      {comment.heldAt ? (
        <p class="hint">
          {comment.refusedAt ? m.comments_refused_words() : m.comments_waiting_words()}
        </p>
      ) : (
        <Acts comment={comment} around={around} />
      )}
    </article>
  );
}

function HeldBadge({ comment: { refusedAt } }: { comment: ShownComment }) {
  return refusedAt ? (
    <StateBadge tone="warning">{m.comments_refused_badge()}</StateBadge>
  ) : (
    <StateBadge tone="info">{m.comments_waiting()}</StateBadge>
  );
}

function AlignmentTag({ comment: { alignment } }: { comment: ShownComment }) {
  if (alignment === null || alignment === 'neutral') return null;
  return (
    <Tag icon={alignment === 'pro' ? 'plus' : 'minus'} tint={alignment === 'pro' ? 2 : 4}>
      {alignmentWords[alignment]()}
    </Tag>
  );
}

function Acts({ comment, around }: { comment: ShownComment; around: Around }) {
  const { contribution, isSignedIn, here, moreActs } = around;
  const { isOpen, rated } = contribution.comments;
  const about = m.comments_of({ nickname: sayCommenter(comment.nickname) });
  const mayRate = isOpen && isSignedIn && !comment.isOwn;
  const back = `${here}#${anchorOf(comment)}`;
  const rate = (value: 1 | -1, icon: 'arrow-up' | 'arrow-down', label: string) => (
    <ButtonForm
      action={urls.rateComment({ comment: comment.id })}
      values={{ note: comment.rating === value ? 0 : value, retour: back }}
      kind="quiet"
      size="small"
      icon={icon}
      pressed={comment.rating === value}
      about={about}
    >
      {label}
    </ButtonForm>
  );
  return (
    <div class="comment-acts">
      {rated && mayRate && (
        <>
          {rate(1, 'arrow-up', m.comments_useful({ count: comment.up }))}
          {rate(-1, 'arrow-down', m.comments_useless({ count: comment.down }))}
        </>
      )}
      {rated && !mayRate && comment.up + comment.down > 0 && (
        <p class="hint">{m.comments_rated({ up: comment.up, down: comment.down })}</p>
      )}
      {isOpen && (
        <ButtonLink
          kind="quiet"
          size="small"
          icon="comment"
          about={about}
          href={urls.replyComment({ comment: comment.id })}
        >
          {m.comments_reply()}
        </ButtonLink>
      )}
      {comment.rootId === null && moreActs?.(comment)}
    </div>
  );
}

/** What the reader wrote and nobody else has read yet. */
export function WaitingComments({
  waiting,
  around,
}: {
  waiting: readonly ShownComment[];
  around: Around;
}) {
  if (waiting.length === 0) return null;
  return (
    <ol class="comments" aria-label={m.comments_waiting_label()}>
      {waiting.map((comment) => (
        <li key={comment.id}>
          <CommentItem comment={comment} around={around} />
        </li>
      ))}
    </ol>
  );
}
