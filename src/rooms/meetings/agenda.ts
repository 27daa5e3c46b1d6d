/** Which meetings of the public agenda are asked for, as its address says it. */
import { KIND_SEGMENTS, type MeetingKind, readKind } from './meeting.ts';

export interface AgendaFilter {
  when: 'coming' | 'past';
  /** The address of an edition; null: all of them, and what stands in none. */
  edition: string | null;
  kind: MeetingKind | null;
  /** The meeting after which the page begins: its id. */
  after: string | null;
}

/** Meetings on a page. */
export const PAGE_SIZE = 20;

type Query = Record<'quand' | 'edition' | 'genre' | 'apres', string | undefined>;

export function readFilter(get: (name: string) => string | null): AgendaFilter {
  const after = get('apres') ?? '';
  return {
    when: get('quand') === 'passes' ? 'past' : 'coming',
    edition: get('edition')?.slice(0, 80) || null,
    kind: readKind(get('genre') ?? ''),
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : null,
  };
}

/** The same as a query; what is usual is left out. */
export function writeFilter(filter: Partial<AgendaFilter>): Query {
  return {
    quand: filter.when === 'past' ? 'passes' : undefined,
    edition: filter.edition ?? undefined,
    genre: filter.kind ? KIND_SEGMENTS[filter.kind] : undefined,
    apres: filter.after ?? undefined,
  };
}
