import * as m from '../../../paraglide/messages.js';
import type { BallotLineProps } from '../../../ui/ballot-line.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { categoryLook, numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import type { BallotFrame, FrameOption } from './ballot-frame.ts';
import type { Basket } from './basket.ts';
import type { BallotWords } from './counted-words.ts';

/** What can be chosen, as the ballot shows it. Cost in cents. */
export interface BallotEntry extends FrameOption {
  title: string;
  /** Its number in the list; null for what is no project, which has no page, no cost and no summary. */
  number: number | null;
  /** The first lines of what it changes. */
  summary: string;
  categoryId: string | null;
}

/** What each of the screens is drawn from. */
export interface Ballot {
  edition: Edition;
  poll: Poll;
  frame: BallotFrame;
  words: BallotWords;
  basket: Basket;
  /** Everything that can be chosen, shown or not, in the order drawn for this voter. */
  all: readonly BallotEntry[];
  /** Address to which gestures are sent; it keeps the view. */
  action: string;
  /** By option: what was wrong with the last gesture. */
  problems: ReadonlyMap<string, string>;
  /** By option: what was typed and is no number. */
  typed: ReadonlyMap<string, string>;
}

export interface EntryProps {
  ballot: Ballot;
  entry: BallotEntry;
}

/** The parts that every card and line shows alike. */
export function entryLook(edition: Edition, entry: BallotEntry) {
  const { number, title } = entry;
  const project = number === null ? null : numberedSegment(number, title);
  const category = categoryLook(edition, entry.categoryId);
  return {
    title,
    ...(project !== null && {
      href: urls.project({ edition: edition.slug, project }),
      mark: String(number),
    }),
    ...(category && { category }),
    ...(entry.summary && { excerpt: entry.summary }),
  } satisfies Partial<BallotLineProps>;
}

export function costOf(edition: Edition, { number, cost }: BallotEntry): string | null {
  return number === null ? null : formatMoney(cost, edition.currency);
}

/** « Le verger », after the words of a button that stands many times. */
export const aboutEntry = ({ title }: Pick<BallotEntry, 'title'>) => m.polls_vote_about({ title });

/** Where a gesture comes back to. */
export const anchorOf = (key: string) => `choix-${key}`;
/** The field of an answer that is written: points, a mention, yes or no. */
export const fieldOf = (key: string) => `note-${key}`;
