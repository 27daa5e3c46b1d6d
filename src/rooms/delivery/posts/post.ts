/** What is told of a realisation as it advances (R62, R81): a title, some words, pictures that say what they show. */

export interface Picture {
  fileId: string;
  mediaType: string;
  alt: string;
  width: number | null;
  height: number | null;
}

export interface Post {
  id: string;
  realisationId: string;
  title: string;
  body: string;
  writtenAt: Date;
  version: number;
  /** null: a draft, seen by its writers alone. */
  publishedAt: Date | null;
  /** Seen by the office alone from then on. */
  withdrawnAt: Date | null;
  /** In order. */
  pictures: readonly Picture[];
}

export type PostState = 'draft' | 'published' | 'withdrawn';

export function stateOf({
  publishedAt,
  withdrawnAt,
}: Pick<Post, 'publishedAt' | 'withdrawnAt'>): PostState {
  if (withdrawnAt !== null) return 'withdrawn';
  return publishedAt === null ? 'draft' : 'published';
}

/** Characters at most. */
export const LONGEST = { title: 120, body: 5000 } as const;
export const MOST_PICTURES = 6;

export interface PostText {
  title: string;
  body: string;
}
export type PostRefusal = 'missing' | 'too-long';

export function checkPost(post: PostText): Partial<Record<keyof PostText, PostRefusal>> {
  const problems: Partial<Record<keyof PostText, PostRefusal>> = {};
  for (const field of ['title', 'body'] as const) {
    if (post[field] === '') problems[field] = 'missing';
    else if ([...post[field]].length > LONGEST[field]) problems[field] = 'too-long';
  }
  return problems;
}

/** Whether one more picture may be added to those there are. */
export const mayAddPicture = (pictures: number): boolean => pictures < MOST_PICTURES;

export type PostAct = 'publish' | 'withdraw';

/** A draft is published once; what was published may be taken back, and stays so. */
export function mayAct(state: PostState, act: PostAct): boolean {
  return act === 'publish' ? state === 'draft' : state === 'published';
}
