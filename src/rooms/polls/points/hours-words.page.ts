import * as m from '../../../paraglide/messages.js';
import { formatDate, formatList, formatTime } from '../../../ui/format.ts';
import type { Span, Standing } from './point.ts';

/** Opening hours as people read them, a line a day: « samedi 4 octobre, de 9 h à 13 h et de 14 h à 18 h ». */
export function hoursWords(slots: readonly Span[]): string[] {
  const days = new Map<string, string[]>();
  for (const slot of slots) {
    const day = formatDate(slot.opensAt, 'weekday');
    const hours = m.points_hours({ from: formatTime(slot.opensAt), to: formatTime(slot.closesAt) });
    days.set(day, [...(days.get(day) ?? []), hours]);
  }
  return [...days].map(([day, hours]) => m.points_day({ day, hours: formatList(hours) }));
}

/** The same, where it begins a line. */
export function slotTitle(slot: Span): string {
  const [first = '', ...rest] = slotWords(slot);
  return first.toLocaleUpperCase() + rest.join('');
}

/** One slot: « samedi 4 octobre, de 9 h à 13 h ». */
export function slotWords(slot: Span): string {
  return hoursWords([slot])[0]!;
}

export function standingWords(standing: Standing): string {
  if (standing.kind === 'open') return m.points_open_now({ until: formatTime(standing.until) });
  if (standing.kind === 'later')
    return m.points_opens_at({
      day: formatDate(standing.from, 'weekday'),
      time: formatTime(standing.from),
    });
  return standing.kind === 'over' ? m.points_over() : m.points_no_hours();
}
