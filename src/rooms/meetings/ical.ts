/** Calendars as every agenda program reads them (RFC 5545): lines of 75 octets at most, ended by CRLF, times in UTC. */

export interface CalendarEntry {
  /** Never changes: a second import moves the entry and adds none. */
  uid: string;
  /** Grows with each version. */
  sequence: number;
  changedAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  description: string;
  place: string;
  point: { latitude: number; longitude: number } | null;
  url: string;
  isCancelled: boolean;
}

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Palabre//Agenda//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    'X-WR-TIMEZONE:Europe/Paris',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function linesOf(entry: CalendarEntry): string[] {
  const { point } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${inUtc(entry.changedAt)}`,
    `DTSTART:${inUtc(entry.startsAt)}`,
    `DTEND:${inUtc(entry.endsAt)}`,
    `SUMMARY:${escape(entry.title)}`,
    ...(entry.description ? [`DESCRIPTION:${escape(entry.description)}`] : []),
    `LOCATION:${escape(entry.place)}`,
    ...(point ? [`GEO:${point.latitude};${point.longitude}`] : []),
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** `20261122T180000Z` */
function inUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Signs that would end a value, and line ends, which would begin a property of a writer's own. */
function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n');
}

/** A line goes on after a space; a character is never cut in two. */
function fold(line: string): string {
  const folded: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > 75) {
      folded.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...folded, part].join('\r\n');
}
