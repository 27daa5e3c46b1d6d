/** A newsletter: own words, and what it tells of; to whom; and how its sending goes (R41). Pure. */
import type { Plan } from './plan.ts';

export interface OwnWords {
  subject: string;
  /** With the marks of `splitMarkup`; '' : none. */
  words: string;
}

/** Which of those who asked for it are written to: nobody else ever is. */
export type Segment =
  | { kind: 'all' }
  /** Who holds or supports an idea of it, holds a project, or follows a realisation. */
  | { kind: 'edition'; editionId: string }
  | { kind: 'category'; editionId: string; categoryId: string }
  /** Who holds a project of the frozen list there. */
  | { kind: 'district'; editionId: string; district: string }
  /** Who holds a project that won. */
  | { kind: 'winners'; editionId: string }
  /** Who took part in it, or follows it or a part of it. */
  | { kind: 'space'; spaceId: string }
  /** Who holds or supports a proposal of it, or follows it or a part of it. */
  | { kind: 'theme'; themeId: string }
  /** Who reads the site in it, with an account or by their address. */
  | { kind: 'language'; language: 'fr' | 'en' };

export interface WrittenNewsletter {
  /** In French; in English, '' : the French words are read. */
  own: { fr: OwnWords; en: OwnWords };
  /** Ids, in the order in which they are told. */
  news: readonly string[];
  posts: readonly string[];
  meetings: readonly string[];
  segment: Segment;
}

export interface Newsletter extends WrittenNewsletter {
  id: string;
  version: number;
  writtenAt: Date;
  /** null: not sent. */
  sending: Sending | null;
}

/** As every reader of a language receives it. */
export interface ReadyLetter {
  subject: string;
  text: string;
  html: string;
}
export type ReadyLetters = Record<'fr' | 'en', ReadyLetter>;

/** Accounts first, then those who gave an address. */
export type Part = 'accounts' | 'addresses';

export interface Sending {
  letters: ReadyLetters;
  /** Readers counted before it began. */
  counted: number;
  part: Part;
  place: string | null;
  written: number;
  begunAt: Date;
  endedAt: Date | null;
  stoppedAt: Date | null;
}

export type SendingState = 'draft' | 'planned' | 'held' | 'going' | 'sent' | 'stopped';

/** `waiting`: letters that no server has been given yet. */
export function stateOf(
  sending: Sending | null,
  waiting: number,
  plan: Pick<Plan, 'heldFor'> | null = null,
): SendingState {
  if (!sending) return plan ? (plan.heldFor ? 'held' : 'planned') : 'draft';
  if (sending.stoppedAt) return 'stopped';
  return sending.endedAt && waiting === 0 ? 'sent' : 'going';
}

/** Characters at most; items at most of each kind. */
export const LONGEST = { subject: 120, words: 5000 } as const;
export const MOST_ITEMS = 20;

export type LetterField = 'subject' | 'words' | 'subject-en' | 'words-en' | 'items' | 'segment';
export type LetterRefusal =
  | 'missing'
  | 'too-long'
  | 'line-break'
  | 'says-nothing'
  | 'too-many'
  | 'segment-unknown';

export function checkNewsletter(
  written: Omit<WrittenNewsletter, 'segment'> & { segment: Segment | null },
): Partial<Record<LetterField, LetterRefusal>> {
  const problems: Partial<Record<LetterField, LetterRefusal>> = {};
  const { fr, en } = written.own;
  for (const [field, words, longest] of [
    ['subject', fr.subject, LONGEST.subject],
    ['words', fr.words, LONGEST.words],
    ['subject-en', en.subject, LONGEST.subject],
    ['words-en', en.words, LONGEST.words],
  ] as const)
    if ([...words].length > longest) problems[field] = 'too-long';
  // a line break in a subject would let a writer add recipients (W13)
  if (/[\r\n\0]/.test(fr.subject)) problems.subject = 'line-break';
  if (/[\r\n\0]/.test(en.subject)) problems['subject-en'] = 'line-break';
  if (fr.subject.trim() === '') problems.subject = 'missing';
  const items = [written.news, written.posts, written.meetings];
  if (items.some((ids) => ids.length > MOST_ITEMS)) problems.items = 'too-many';
  else if (fr.words === '' && items.every((ids) => ids.length === 0))
    problems.words = 'says-nothing';
  if (!written.segment) problems.segment = 'segment-unknown';
  return problems;
}

/** Why a letter does not leave. */
export type SendRefusal =
  | 'nobody'
  | 'items-gone'
  | 'pause-unexplained'
  | 'changed-meanwhile'
  | 'sent-already';

/** As a form and an address hold it. */
export function writeSegment(segment: Segment): string {
  switch (segment.kind) {
    case 'all':
      return 'tous';
    case 'category':
      return `category:${segment.editionId}:${segment.categoryId}`;
    case 'district':
      return `district:${segment.editionId}:${segment.district}`;
    case 'space':
      return `space:${segment.spaceId}`;
    case 'theme':
      return `theme:${segment.themeId}`;
    case 'language':
      return `language:${segment.language}`;
    default:
      return `${segment.kind}:${segment.editionId}`;
  }
}
