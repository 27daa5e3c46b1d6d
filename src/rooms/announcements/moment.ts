/**
 * What an edition writes about by itself: its steps, as they open, are about to close, close (R134). Pure: the dates of
 * the edition and of its poll in, instants in UTC out. The dates decide at every round: one that the officer moves takes
 * what was not written yet along, and nothing is written twice.
 */
import { type Edition, findPhase } from '../spaces/index.ts';

export const MOMENTS = [
  'collection-opens',
  'collection-closes-soon',
  'collection-closed',
  'vote-opens',
  'vote-closes-soon',
  'vote-closed',
  'results-out',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** In the order in which they are written to; whoever is in two of them is written to as the first. */
export type Part = 'officers' | 'holders' | 'askers';

/**
 * Who is written to: those who run the edition, those who hold an idea in it, those who asked for the steps of every
 * edition. Before the close of a vote residents have their own reminder, asked for or agreed to (decision 014): only the
 * office is written to here.
 */
export const READERS: Record<Moment, readonly Part[]> = {
  'collection-opens': ['officers', 'askers'],
  'collection-closes-soon': ['officers', 'askers'],
  'collection-closed': ['officers', 'holders', 'askers'],
  'vote-opens': ['officers', 'holders', 'askers'],
  'vote-closes-soon': ['officers'],
  'vote-closed': ['officers'],
  'results-out': ['officers', 'holders', 'askers'],
};

/** Those whose residents' letter the office may word. */
export const WORDED_MOMENTS = MOMENTS.filter((moment) => READERS[moment].length > 1);

export interface Calendar {
  edition: Pick<Edition, 'phases' | 'openedAt' | 'archivedAt'>;
  /** null: nothing is put to the vote yet. */
  poll: {
    state: 'waiting' | 'open' | 'closed' | 'sealed' | 'counted' | 'published' | 'locked';
    opensAt: Date;
    closesAt: Date;
    publishedAt: Date | null;
  } | null;
}

/** From when to when a moment is written about: a server that was off in between says nothing of what is long past. */
export interface Window {
  from: Date;
  until: Date;
}

const DAY = 24 * 3_600_000;
/** How late something may still be told. */
const LATE = 3 * DAY;
/** Before the end of the collection: time for a text, and for the last supports. */
const WEEK = 7 * DAY;
/** Of a collection shorter than two weeks. */
const TWO_DAYS = 2 * DAY;

/** null: it has no date, or will not come. */
export function windowOf(moment: Moment, { edition, poll }: Calendar): Window | null {
  if (edition.openedAt === null || edition.archivedAt !== null) return null;
  const collection = findPhase(edition as Edition, 'collection');
  switch (moment) {
    case 'collection-opens':
    case 'collection-closes-soon':
    case 'collection-closed': {
      if (!collection?.endsAt) return null;
      // opened late, its steps begin then
      const startsAt = new Date(Math.max(+collection.startsAt, +edition.openedAt));
      if (startsAt >= collection.endsAt) return null;
      if (moment === 'collection-opens') return between(startsAt, LATE, collection.endsAt);
      if (moment === 'collection-closed') return between(collection.endsAt, LATE);
      const length = +collection.endsAt - +collection.startsAt;
      const before = length < 2 * WEEK ? TWO_DAYS : WEEK;
      return between(new Date(+collection.endsAt - before), before, collection.endsAt);
    }
    case 'vote-opens':
      return poll?.state === 'open' ? between(poll.opensAt, LATE, poll.closesAt) : null;
    case 'vote-closes-soon':
      return poll?.state === 'open'
        ? between(new Date(+poll.closesAt - LATE), LATE, poll.closesAt)
        : null;
    case 'vote-closed':
      return poll?.state === 'closed' ? between(poll.closesAt, LATE) : null;
    case 'results-out':
      return poll?.publishedAt ? between(poll.publishedAt, LATE) : null;
  }
}

function between(from: Date, length: number, end?: Date): Window {
  const until = new Date(+from + length);
  return { from, until: end && end < until ? end : until };
}

export function isDue(moment: Moment, calendar: Calendar, now: Date): boolean {
  const window = windowOf(moment, calendar);
  return window !== null && window.from <= now && now < window.until;
}

/** When the office may expect it, before the vote has a poll of its own: as the calendar of the edition says. */
export function expectedAt(moment: Moment, calendar: Calendar): Date | null {
  const { edition, poll } = calendar;
  const opened = { ...edition, openedAt: edition.openedAt ?? new Date(0) };
  const vote = findPhase(edition as Edition, 'vote');
  switch (moment) {
    case 'vote-opens':
      return poll?.opensAt ?? vote?.startsAt ?? null;
    case 'vote-closes-soon': {
      const end = poll?.closesAt ?? vote?.endsAt;
      return end ? new Date(+end - LATE) : null;
    }
    case 'vote-closed':
      return poll?.closesAt ?? vote?.endsAt ?? null;
    case 'results-out':
      return poll?.publishedAt ?? null;
    default:
      return windowOf(moment, { edition: opened, poll })?.from ?? null;
  }
}
