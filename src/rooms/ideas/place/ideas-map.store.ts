import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import {
  canPart,
  FEW,
  type Frame,
  GRID,
  MOST_LISTED,
  type PlacedGroup,
  widen,
} from './ideas-map.ts';

interface Asked {
  editionId: string;
  categoryId: string | null;
  frame: Frame;
}

/** Which ideas of an edition have a point in a frame. */
function inFrame(organisationId: string, { editionId, categoryId, frame }: Asked) {
  return sql`i.organisation_id = ${organisationId} and i.edition_id = ${editionId} and i.hidden_at is null
    and i.longitude between ${frame.west} and ${frame.east}
    and i.latitude between ${frame.south} and ${frame.north}
    ${categoryId === null ? sql`` : sql`and i.category_id = ${categoryId}`}`;
}

/** How many ideas have a point, and what holds them all; null: none has. */
export async function findPlacedFrame(
  db: Db,
  organisationId: string,
  editionId: string,
  categoryId: string | null,
): Promise<{ ideas: number; frame: Frame } | null> {
  const { rows } = await sql<{ ideas: number } & { [edge in keyof Frame]: number | null }>`
    select count(*)::int as ideas, min(longitude) as west, max(longitude) as east, min(latitude) as south, max(latitude) as north
    from idea i where i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
      and i.longitude is not null and i.hidden_at is null
      ${categoryId === null ? sql`` : sql`and i.category_id = ${categoryId}`}`.execute(db);
  const { ideas, ...frame } = rows[0]!;
  return ideas === 0 ? null : { ideas, frame: frame as Frame };
}

/**
 * The ideas of a frame, never more rows than there are squares: one by one where they are few, otherwise gathered
 * by squares, the largest groups first. `ideas`: how many there are in all.
 */
export async function listPlaced(
  db: Db,
  organisationId: string,
  asked: Asked,
): Promise<{ ideas: number; groups: PlacedGroup[] }> {
  const here = inFrame(organisationId, asked);
  const { rows: counted } = await sql<{ ideas: number }>`
    select count(*)::int as ideas from idea i where ${here}`.execute(db);
  const ideas = counted[0]!.ideas;
  if (ideas <= FEW || !canPart(asked.frame)) return { ideas, groups: await listEach(db, here) };
  const { west, south, east, north } = asked.frame;
  const { rows } = await sql<Square>`
    with squares as (
      select count(*)::int as ideas, avg(i.longitude) as longitude, avg(i.latitude) as latitude,
        min(i.longitude) as west, max(i.longitude) as east, min(i.latitude) as south,
        max(i.latitude) as north, min(i.number) as number
      from idea i where ${here}
      group by floor((i.longitude - ${west}) / ${(east - west) / GRID}),
        floor((i.latitude - ${south}) / ${(north - south) / GRID})
    )
    select s.*, i.title, i.lang from squares s
    left join idea i on s.ideas = 1 and i.organisation_id = ${organisationId}
      and i.edition_id = ${asked.editionId} and i.number = s.number
    order by s.ideas desc, s.number`.execute(db);
  return { ideas, groups: rows.map(asGroup) };
}

interface Square extends Frame {
  ideas: number;
  longitude: number;
  latitude: number;
  number: number;
  title: string | null;
  lang: string | null;
}

function asGroup(row: Square): PlacedGroup {
  const { ideas, longitude, latitude, number, title, lang } = row;
  return {
    ideas,
    longitude,
    latitude,
    idea: title === null ? null : { number, title, lang: lang ?? 'fr' },
    frame: widen(row, 0.1),
  };
}

async function listEach(db: Db, here: ReturnType<typeof inFrame>): Promise<PlacedGroup[]> {
  const { rows } = await sql<{
    number: number;
    title: string;
    lang: string;
    longitude: number;
    latitude: number;
  }>`
    select i.number, i.title, i.lang, i.longitude, i.latitude from idea i
    where ${here} order by i.number limit ${MOST_LISTED}`.execute(db);
  return rows.map(({ number, title, lang, longitude, latitude }) => ({
    ideas: 1,
    longitude,
    latitude,
    idea: { number, title, lang },
    frame: widen({ west: longitude, east: longitude, south: latitude, north: latitude }, 0),
  }));
}
