import type { Contribution } from '../../platform/http/contribution.ts';
import type { Alignment, Comment, CommentedKind, Sort, Tally, TypedComment } from './comment.ts';

/** A comment as one reader sees it. */
export interface ShownComment extends Comment {
  /** null: somebody under fifteen, who has no public name. */
  nickname: string | null;
  /** Under which label its author speaks (R136); null: for themselves. */
  official: string | null;
  /** Where it does not answer what its thread begins with: whom it answers; null: not to be said. */
  answers: string | null;
  /** The reader's own. */
  isOwn: boolean;
  /** What the reader said of it. */
  rating: -1 | 0 | 1;
}

export interface ShownThread {
  root: ShownComment;
  /** In the order in which they are read; the first of them only, under a list of threads. */
  replies: readonly ShownComment[];
}

/** A contribution under which something may be said, or was. */
export interface Commented extends Contribution {
  kind: CommentedKind;
  comments: NonNullable<Contribution['comments']>;
}

export interface Filter {
  alignment: Alignment | null;
  sort: Sort;
  after: number | null;
}

/** The form of a comment: as it was typed, and what is wrong with it. */
export interface CommentForm {
  formId: string;
  typed: TypedComment;
  problems: Readonly<Record<string, string>>;
}

export const NOTHING_TYPED: TypedComment = { body: '', alignment: 'neutral' };

/** What a page shows of what is said under a contribution. */
export interface CommentsProps {
  contribution: Commented;
  tally: Tally;
  /** The reader's own that nobody else has read yet, the latest first. */
  waiting: readonly ShownComment[];
  threads: readonly ShownThread[];
  hasMore: boolean;
  isSignedIn: boolean;
  /** null: nobody may write here, or is not signed in. */
  form: CommentForm | null;
}
