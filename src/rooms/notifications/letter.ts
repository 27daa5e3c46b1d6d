/**
 * What a letter is about, as its reader may choose to receive it or not:
 * - `my-ideas`: what becomes of the ideas that one holds (decisions among them: always sent)
 * - `tasks`: what somebody's role asks them to do
 * - `exchanges`: messages of the office, of a holder, of a study team; mentions
 * - `merges`: proposals to bring ideas together, and their answers
 * - `supports`: how many more support one's ideas, once a day; never who
 * - `comments`: who answers or names one in a comment, or comments on one's idea
 * - `meetings`: the events that one is registered for (a change or a cancellation among them: always sent)
 * - `editions`: what happens in an edition that one takes part in
 * - `followed`: what happens to the things that one follows
 * - `calendar`: the same of every edition, for those who asked for it
 * - `digest`: what is told together, of topics chosen so; it is no choice of its own
 * - `week`: each Monday what advances, for the mayor's office, and for those of the office who asked for it
 */
export const TOPICS = [
  'my-ideas',
  'tasks',
  'exchanges',
  'merges',
  'comments',
  'supports',
  'meetings',
  'followed',
  'editions',
  'calendar',
  'newsletter',
  'week',
  'digest',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Sent to those who said that they want it, and to nobody else. The others are sent until somebody says no. */
export const ASKED_TOPICS: readonly Topic[] = ['calendar', 'newsletter'];

/** What somebody is in the office: only they choose about what is written to it. */
export interface OfficePart {
  /** Reads the office. */
  isReader: boolean;
  /** Of the mayor's office. */
  isCabinet: boolean;
}

/** Topics that somebody chooses among, and those of them that are sent to who asked for it only. */
export function topicsOf({ isReader, isCabinet }: OfficePart): {
  topics: readonly Topic[];
  asked: readonly Topic[];
} {
  return {
    topics: TOPICS.filter((topic) => topic !== 'digest' && (topic !== 'week' || isReader)),
    asked: isCabinet ? ASKED_TOPICS : [...ASKED_TOPICS, 'week'],
  };
}

/**
 * What the link at the foot of a letter stops: its topic. The steps of an edition have two, by why they are sent: who
 * says no to one would receive the very same mails under the other.
 */
export function topicsStoppedBy(topic: Topic): readonly Topic[] {
  const steps: readonly Topic[] = ['editions', 'calendar'];
  return steps.includes(topic) ? steps : [topic];
}

export interface Letter {
  organisationId: string;
  topic: Topic;
  /** null: somebody without an account. */
  personId: string | null;
  address: string;
  locale: 'fr' | 'en';
  subject: string;
  /** Plain text. The foot (why one receives it, how to stop) is added when it is sent. */
  text: string;
  /** What stands in the body of its HTML. */
  html?: string;
  target: { kind: string; id: string } | null;
  /** Owed whatever the reader prefers: a decision about their idea, an answer they asked for. */
  isOwed?: boolean;
  /** A second letter of the organisation under the same words is not written. */
  onceKey?: string;
  /** Written together with many others: it leaves after what is written to one person. */
  isOfMany?: boolean;
}

/** One of many who are written the same words. */
export interface LetterReader {
  /** null: somebody without an account, who asked for it by address. */
  personId: string | null;
  address: string;
  topic: Topic;
  /** A second letter of the organisation under it is not written. */
  onceKey: string;
  /** Without an account: the path of ours that stops such letters by one POST. */
  stopPath?: string;
}

/** A letter as it is sent. */
export interface UnsentLetter {
  personId: string | null;
  /** What stands in the body of its HTML; null: it has none. */
  html?: string | null;
  /** null: the reader has an account, or the letter is owed. */
  stopPath?: string | null;
  topic: Topic;
  isOwed: boolean;
  to: string;
  subject: string;
  text: string;
  locale: 'fr' | 'en';
  queuedAt: Date;
  tries: number;
}
