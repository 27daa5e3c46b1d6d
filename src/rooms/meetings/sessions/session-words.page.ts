import * as m from '../../../paraglide/messages.js';
import { formatDate, formatTime } from '../../../ui/format.ts';
import type { Session } from './session.ts';

/** « 14 h 00 – 15 h 30 » */
export const hoursWords = ({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string =>
  `${formatTime(startsAt)} – ${formatTime(endsAt)}`;

/** Places left, and who waits; nothing where there is no limit. */
export function seatWords({ capacity, seated, waiting }: Session): string {
  if (capacity === null) return m.congress_seats_open();
  const left = Math.max(0, capacity - seated);
  return left > 0
    ? m.congress_seats_left({ left, capacity })
    : m.congress_seats_none({ capacity, waiting });
}

/** What is said where somebody is expected elsewhere at these hours. */
export const overlapWords = (other: Pick<Session, 'title' | 'startsAt' | 'endsAt'>): string =>
  m.congress_problem_overlap({
    session: other.title,
    day: formatDate(other.startsAt),
    hours: hoursWords(other),
  });
