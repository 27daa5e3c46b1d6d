/**
 * Days and times of day as the clock of a French town hall shows them (Europe/Paris), and the instants
 * they stand for. Pure: the language knows the zone, daylight saving included.
 */

/** A day `YYYY-MM-DD` and a time of day `HH:MM`. */
export interface LocalTime {
  day: string;
  time: string;
}

const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the clock shows at an instant. */
export function toLocalTime(at: Date): LocalTime {
  const parts = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
}

/** The day it is in Paris, `YYYY-MM-DD`. */
export function dayInParis(at: Date): string {
  return toLocalTime(at).day;
}

/**
 * The instant at which the clock shows this; null when it never does: 31 February, or 2.30 in the night
 * of spring when clocks go from 2 to 3. In the night of autumn, when it shows it twice, the first one.
 */
export function toInstant({ day, time }: LocalTime): Date | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // Paris is one or two hours ahead of UTC; the larger lead gives the earlier instant.
  for (const hours of [2, 1]) {
    const at = new Date(asUtc - hours * 3_600_000);
    const shown = toLocalTime(at);
    if (shown.day === day && shown.time === time) return at;
  }
  return null;
}

/** A day typed in three fields, as `YYYY-MM-DD`; null when it is no day between 1900 and 2199. */
export function readDay(typed: { day: string; month: string; year: string }): string | null {
  if (!/^\d{1,2}$/.test(typed.day) || !/^\d{1,2}$/.test(typed.month)) return null;
  if (!/^(?:19|20|21)\d\d$/.test(typed.year)) return null;
  const day = `${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`;
  const at = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day ? day : null;
}

/** A time typed `18:00`, `18h`, `18 h 05` or `9`, as `HH:MM`; null when it is none. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?$/i.exec(typed.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
