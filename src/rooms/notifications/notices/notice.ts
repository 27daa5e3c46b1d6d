import type { Topic } from '../letter.ts';

/** What happened, as the sign before a notice says it. */
const NOTICE_KINDS = [
  'comment',
  'moderation',
  'support',
  'decision',
  'idea',
  'merge',
  'exchange',
  'meeting',
  'step',
  'news',
  'space',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How its reader hears of it by mail; in the application they always do. */
const RHYTHMS = ['immediate', 'daily', 'weekly', 'none'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** A thing of any room. */
interface Target {
  kind: string;
  id: string;
}

/** An act that somebody is told of. */
export interface Act {
  topic: Topic;
  kind: NoticeKind;
  target: Target;
  /** A path of ours: where it is seen. */
  href: string;
}

/** What a notice says in each language: plain, on one line, and never who did it. */
export type NoticeWords = Readonly<Record<'fr' | 'en', string>>;

/** A line of somebody's notices. */
export interface Notice extends Pick<Act, 'topic' | 'kind' | 'href'> {
  id: string;
  words: NoticeWords;
  at: Date;
  readAt: Date | null;
}

/** Longer titles are cut: a notice is one line of a list, or of a mail. */
export const NOTICE_LENGTH = 240;

/** Counted no further: the sign says « 99+ ». */
export const MOST_COUNTED = 100;
