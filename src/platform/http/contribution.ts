import type { Db } from '../database/database.ts';

/** What may be said under a contribution, as its own room settles it (R99, R128–R130). */
interface CommentTerms {
  /** false: what was said is read, and nothing is added. */
  isOpen: boolean;
  /** Whether comments say « pour », « contre » or neither. */
  aligned: boolean;
  /** How deep replies go: 1 to 3. */
  depth: number;
  rated: boolean;
}

/** Something that somebody published: what rooms that attach to it (comments, moderation) may know of it. */
export interface Contribution {
  kind: ContributionKind;
  id: string;
  title: string;
  /** What it says, plain: for who judges it. */
  text: string;
  /** Out of sight: nobody but who judges it may be told of it. */
  isHidden: boolean;
  /** Where it is read. */
  href: string;
  /** null: nobody's account. */
  authorId: string | null;
  /** The space of participation it stands in; null: none. */
  spaceId: string | null;
  /** The component of that space; null or left out: none. */
  componentId?: string | null;
  lang: string;
  /**
   * Of what only some readers of its space may read: those of some people who may. Nobody else is told of it, named under
   * it, nor finds it counted. Left out: every reader of its space.
   */
  keepReaders?(db: Db, personIds: readonly string[]): Promise<readonly string[]>;
  /** null: nothing is said under it. */
  comments: CommentTerms | null;
}
export type ContributionKind =
  | 'idea'
  | 'meeting'
  | 'comment'
  | 'document'
  | 'dossier'
  | 'request'
  | 'topic'
  | 'petition';
