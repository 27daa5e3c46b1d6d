import type { Picture } from '../posts/post.ts';

/** What the holder of a source idea says of its realisation (R85): the office reads it before everybody does. */
export interface Testimony {
  id: string;
  realisationId: string;
  personId: string;
  body: string;
  picture: Picture | null;
  writtenAt: Date;
  version: number;
  acceptedAt: Date | null;
  returnedAt: Date | null;
  /** What its author is asked to change; '' unless returned. */
  returnReason: string;
}

export type TestimonyState = 'waiting' | 'accepted' | 'returned';

export function testimonyStateOf({
  acceptedAt,
  returnedAt,
}: Pick<Testimony, 'acceptedAt' | 'returnedAt'>): TestimonyState {
  if (acceptedAt !== null) return 'accepted';
  return returnedAt === null ? 'waiting' : 'returned';
}

/** Characters at most. */
export const LONGEST_TESTIMONY = { body: 2000, reason: 1000 } as const;

/** A testimony as everybody reads it, wherever it is shown. */
export interface ShownTestimony {
  id: string;
  realisationId: string;
  editionId: string;
  /** The number of its project in the list, which its page is found by. */
  project: number;
  /** Of the realisation. */
  title: string;
  body: string;
  picture: Picture | null;
  /** As its author may be called in public; '': they are not named. */
  author: string;
  acceptedAt: Date;
}

/** What is quoted of a testimony where there is room for a few words. */
export interface Quotation {
  body: string;
  /** As its author may be called in public; '': they are not named. */
  author: string;
}

export interface WrittenTestimony {
  body: string;
  /** Of a picture that comes with it, or of the one it keeps. */
  alt: string;
}
