/** What is said under a contribution (R127–R131): the rules, free of any page or store. */
import { nicknameKey } from '../identity/index.ts';

/** What comments may stand under: contributions of other rooms. */
export type CommentedKind =
  | 'idea'
  | 'meeting'
  | 'document'
  | 'dossier'
  | 'request'
  | 'topic'
  | 'petition';

export const ALIGNMENTS = ['neutral', 'pro', 'con'] as const;
/** How a comment stands to what it is about; a reply takes no side of its own. */
export type Alignment = (typeof ALIGNMENTS)[number];

export const SORTS = ['recent', 'oldest', 'best'] as const;
export type Sort = (typeof SORTS)[number];

/** Characters as a person counts them. */
export const LONGEST = 2000;
/** Threads of one page. */
export const PAGE_SIZE = 20;
/** Replies shown under each before one asks for the rest. */
export const FIRST_REPLIES = 3;
/** Replies of one page of a thread. */
export const REPLIES_PAGE = 100;
/** People that one comment may name. */
export const MOST_MENTIONS = 10;

/** Of one account, whatever network it writes from: a whole class or library shares one address. */
export const LIMITS = {
  comments: { hits: 20, seconds: 600 },
  commentsOfADay: { hits: 120, seconds: 24 * 3600 },
  ratings: { hits: 120, seconds: 600 },
  completions: { hits: 120, seconds: 60 },
} as const;

export interface Comment {
  id: string;
  targetKind: CommentedKind;
  targetId: string;
  spaceId: string | null;
  /** The comment that its thread begins with; null: itself. */
  rootId: string | null;
  /** What it answers; null: the target itself. */
  parentId: string | null;
  depth: number;
  /** In its target, in order of writing. */
  number: number;
  /** Its place in its thread, from under the root down. */
  path: readonly number[];
  authorId: string;
  body: string;
  lang: string;
  /** null: a reply, or nobody is asked here. */
  alignment: Alignment | null;
  up: number;
  down: number;
  /** Of a root: how many stand in its thread, itself left out. */
  replies: number;
  publishedAt: Date;
  /** Its words are out of sight; it keeps its place. */
  hiddenAt: Date | null;
  /** It waits to be read first: hidden, and of no list but its author's. */
  heldAt: Date | null;
  /** Somebody has read it, and it stays unseen. */
  refusedAt: Date | null;
}

/** What is said under one contribution, in numbers: without what is hidden. */
export interface Tally {
  comments: number;
  pro: number;
  con: number;
  neutral: number;
}

export const NO_TALLY: Tally = { comments: 0, pro: 0, con: 0, neutral: 0 };

/** As the form holds it. */
export interface TypedComment {
  body: string;
  alignment: string;
}

/** What a contribution's own room lets be said under it. */
export interface Terms {
  isOpen: boolean;
  aligned: boolean;
  depth: number;
}

export type CommentRefusal =
  | 'text-missing'
  | 'text-too-long'
  | 'text-unreadable'
  | 'alignment-unknown'
  | 'closed'
  | 'parent-gone'
  | 'too-many-texts';

export type RatingRefusal = 'not-rated-here' | 'closed' | 'own' | 'hidden';

/** Why it may not be published. `parent`: what it answers; null: nothing, a root. */
export function refuseComment(
  { body, alignment }: TypedComment,
  terms: Terms,
  parent: Pick<Comment, 'hiddenAt'> | null,
): CommentRefusal | null {
  if (!terms.isOpen) return 'closed';
  if (parent?.hiddenAt) return 'parent-gone';
  const text = checkText(body);
  if (text) return text;
  const isAsked = terms.aligned && parent === null;
  return isAsked && !isAlignment(alignment) ? 'alignment-unknown' : null;
}

/** The side that a comment takes, as it is kept: roots only, and only where one is asked. */
export function alignmentOf(
  { alignment }: TypedComment,
  terms: Terms,
  parent: object | null,
): Alignment | null {
  return terms.aligned && parent === null && isAlignment(alignment) ? alignment : null;
}

export const isAlignment = (text: string): text is Alignment =>
  (ALIGNMENTS as readonly string[]).includes(text);

export interface Place {
  rootId: string | null;
  parentId: string | null;
  depth: number;
  /** Without its own number, which is given as it is written. */
  under: readonly number[];
}

/** Where an answer stands: under what it answers, or beside it where replies go no deeper. */
export function placeUnder(
  parent: Pick<Comment, 'id' | 'rootId' | 'depth' | 'path'> | null,
  deepest: number,
): Place {
  if (!parent) return { rootId: null, parentId: null, depth: 0, under: [] };
  const depth = Math.min(parent.depth + 1, Math.max(1, deepest));
  return {
    rootId: parent.rootId ?? parent.id,
    parentId: parent.id,
    depth,
    under: parent.path.slice(0, depth - 1),
  };
}

/** After which place of a long thread the page begins that shows a comment; null: at its beginning. */
export function pageBefore(
  { path }: Pick<Comment, 'path'>,
  root: Pick<Comment, 'replies'>,
): readonly number[] | null {
  const [first] = path;
  // just before the answer to the root that it stands under, whatever stands under the one before
  return first === undefined || root.replies <= REPLIES_PAGE ? null : [first - 1, 2 ** 31 - 1];
}

/** Why somebody may not say whether a comment is useful (R130). */
export function refuseRating(
  comment: Pick<Comment, 'authorId' | 'hiddenAt'>,
  terms: { isOpen: boolean; rated: boolean },
  personId: string,
): RatingRefusal | null {
  if (!terms.rated) return 'not-rated-here';
  if (!terms.isOpen) return 'closed';
  if (comment.hiddenAt) return 'hidden';
  return comment.authorId === personId ? 'own' : null;
}

/** No sign of any language or emoji needs more code units; towers of accents do. */
const LONGEST_SIGN = 24;
const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

function checkText(body: string): CommentRefusal | null {
  if (body === '') return 'text-missing';
  let count = 0;
  // looks at no more of a long text than it needs to (W9)
  for (const { segment } of segmenter.segment(body)) {
    if (segment.length > LONGEST_SIGN) return 'text-unreadable';
    count += 1;
    if (count > LONGEST) return 'text-too-long';
  }
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body) ? null : 'text-unreadable';
}

/** Looked at in one text, whoever they lead to. */
const MOST_SIGNS = 30;
/** Of a nickname, as typed. */
const LONGEST_NICKNAME = 48;

/**
 * For each `@` of a text, the keys of the nicknames that may follow it, the longest first: nicknames hold spaces, so only
 * who has one knows where it ends. An address of mail names nobody.
 */
export function readMentions(body: string): string[][] {
  const signs = [
    ...body.matchAll(/(?<![\p{L}\p{N}._-])@([\p{L}\p{N}][\p{L}\p{M}\p{N} ._'’·-]+)/gu),
  ];
  return signs.slice(0, MOST_SIGNS).map(([, following]) => {
    const words = following!.slice(0, LONGEST_NICKNAME);
    const keys = new Set<string>();
    for (const { index } of [...words.matchAll(/(?<=[\p{L}\p{M}\p{N}])(?![\p{L}\p{M}\p{N}])/gu)])
      keys.add(nicknameKey(words.slice(0, index)));
    return [...keys].filter((key) => key.length > 1).reverse();
  });
}

/** Who is named, once each and in order: the longest nickname that somebody has. */
export function chooseMentioned(
  mentions: readonly (readonly string[])[],
  people: ReadonlyMap<string, string>,
): string[] {
  const named = new Set<string>();
  for (const keys of mentions) {
    const key = keys.find((one) => people.has(one));
    if (key) named.add(people.get(key)!);
  }
  return [...named].slice(0, MOST_MENTIONS);
}
