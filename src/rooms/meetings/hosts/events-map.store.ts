import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { canPart, type Frame, widen } from '../../spaces/index.ts';
import { type AskedEvents, askedEvents } from './hosting.store.ts';

/** One event, or several that lie near each other. */
export interface PlacedEvents {
  latitude: number;
  longitude: number;
  events: number;
  /** Of a single event. */
  event: { number: number; title: string; lang: string | null } | null;
  /** What holds those of this group, a little larger. */
  frame: Frame;
}

/** Up to this many, each event is a pin of its own. */
const FEW = 40;
/** In a frame so small that squares would not part them, this many are listed. */
const MOST_LISTED = 100;
/** Squares across and down: never more than 196 pins. */
const GRID = 14;

const placedIn = (organisationId: string, asked: AskedEvents, frame: Frame | null) =>
  sql`organisation_id = ${organisationId} and ${askedEvents(asked)} and longitude is not null
    and ${
      frame === null
        ? sql`true`
        : sql`longitude between ${frame.west} and ${frame.east} and latitude between ${frame.south} and ${frame.north}`
    }`;

/** Events with a place and what holds them; null: none has one. */
export async function findEventsFrame(
  db: Db,
  organisationId: string,
  asked: AskedEvents,
  frame: Frame | null,
): Promise<{ events: number; frame: Frame } | null> {
  const { rows } = await sql<{ events: number } & Frame>`
    select count(*)::int as events, min(longitude) as west, max(longitude) as east, min(latitude) as south, max(latitude) as north
    from meeting where ${placedIn(organisationId, asked, frame)}`.execute(db);
  const { events, ...bounds } = rows[0]!;
  return events === 0 ? null : { events, frame: bounds };
}

/** The events of a frame: one by one where they are few, otherwise gathered by squares, the largest groups first. */
export async function listPlacedEvents(
  db: Db,
  organisationId: string,
  asked: AskedEvents,
  { events, frame }: { events: number; frame: Frame },
): Promise<PlacedEvents[]> {
  const here = placedIn(organisationId, asked, frame);
  const { west, south, east, north } = frame;
  const squares =
    events <= FEW || !canPart(frame)
      ? sql`number`
      : sql`least(floor((longitude - ${west}) / ${Math.max(east - west, 1e-6) / GRID}), ${GRID - 1}),
          least(floor((latitude - ${south}) / ${Math.max(north - south, 1e-6) / GRID}), ${GRID - 1})`;
  const { rows } = await sql<Square>`
    select count(*)::int as events, avg(longitude) as longitude, avg(latitude) as latitude, min(longitude) as west,
      max(longitude) as east, min(latitude) as south, max(latitude) as north, min(number) as number,
      min(title) as title, min(lang) as lang
    from meeting where ${here}
    group by ${squares} order by 1 desc, 8 limit ${canPart(frame) ? GRID * GRID : MOST_LISTED}`.execute(
    db,
  );
  return rows.map(asGroup);
}

interface Square extends Frame {
  events: number;
  longitude: number;
  latitude: number;
  number: number;
  title: string;
  lang: string | null;
}

const asGroup = ({
  events,
  longitude,
  latitude,
  number,
  title,
  lang,
  ...frame
}: Square): PlacedEvents => ({
  events,
  longitude,
  latitude,
  event: events === 1 ? { number, title, lang } : null,
  frame: widen(frame, 0.1),
});
