/** What a resident can do now in an edition: the biggest thing on its pages (R31, R50). */
import { type Edition, findPhase, isOpen, phaseState } from '../spaces/index.ts';

export type NextAct =
  /** Nothing has begun yet. */
  | { kind: 'soon'; from: Date }
  | { kind: 'deposit'; until: Date | null }
  | { kind: 'study'; until: Date | null }
  /** The list is public, the vote not yet open. */
  | { kind: 'discover'; voteFrom: Date | null }
  | { kind: 'vote'; until: Date }
  /** The poll is over, its result is not published. */
  | { kind: 'counting' }
  | { kind: 'results' }
  /** Nothing to do and nothing to come. */
  | { kind: 'over' };

export interface Standing {
  edition: Edition;
  now: Date;
  /** The frozen list may be seen. */
  listPublic: boolean;
  poll: {
    state: 'waiting' | 'open' | 'closed' | 'sealed' | 'counted' | 'published' | 'locked';
    closesAt: Date;
  } | null;
}

export function chooseNextAct({ edition, now, listPublic, poll }: Standing): NextAct {
  if (poll?.state === 'published') return { kind: 'results' };
  if (edition.archivedAt !== null) return { kind: 'over' };
  if (poll?.state === 'open') return { kind: 'vote', until: poll.closesAt };
  if (poll && ['closed', 'sealed', 'counted', 'locked'].includes(poll.state))
    return { kind: 'counting' };
  const endOf = (step: 'collection' | 'study') => findPhase(edition, step)?.endsAt ?? null;
  if (isOpen(edition, 'collection', now)) return { kind: 'deposit', until: endOf('collection') };
  const collection = findPhase(edition, 'collection');
  if (collection && phaseState(collection, now) === 'next')
    return { kind: 'soon', from: collection.startsAt };
  const vote = findPhase(edition, 'vote');
  const voteIsOver = vote !== null && phaseState(vote, now) === 'past';
  if (voteIsOver) return { kind: 'over' };
  if (listPublic) {
    const from = vote && phaseState(vote, now) === 'next' ? vote.startsAt : null;
    return { kind: 'discover', voteFrom: from };
  }
  return { kind: 'study', until: isOpen(edition, 'study', now) ? endOf('study') : null };
}

const URGENCY: readonly NextAct['kind'][] = [
  'vote',
  'deposit',
  'discover',
  'counting',
  'soon',
  'study',
  'results',
  'over',
];

/** The edition that the home page is about: the one where most can be done now; of equals, the newest. */
export function chooseMainEdition<T extends { act: NextAct }>(newestFirst: readonly T[]): T | null {
  const place = (one: T) => URGENCY.indexOf(one.act.kind);
  return newestFirst.reduce<T | null>(
    (best, one) => (best === null || place(one) < place(best) ? one : best),
    null,
  );
}

/**
 * A few of many, turning every hour, so that in the end each has been shown as often as the others: no
 * project owes its place on the home page to anything.
 */
export function takeTurns<T>(items: readonly T[], count: number, now: Date): T[] {
  if (items.length <= count) return [...items];
  const hour = Math.floor(now.getTime() / 3_600_000);
  const first = (hour * count) % items.length;
  return Array.from({ length: count }, (_, index) => items[(first + index) % items.length]!);
}
