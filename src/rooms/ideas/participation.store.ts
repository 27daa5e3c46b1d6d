import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Point } from './place/place.ts';

/** People of one age, in whole years on a day; null: they did not say when they were born. */
export interface AgeCount {
  age: number | null;
  people: number;
  /** Of them, those who gave an idea, and those who support one: some did both. */
  authors: number;
  supporters: number;
}

/** Who gave ideas to an edition or supports one, by age; ideas without an account are nobody's here. */
export async function countParticipantsByAge(
  db: Db,
  organisationId: string,
  editionId: string,
  day: string,
): Promise<AgeCount[]> {
  const { rows } = await sql<AgeCount>`
    with act as (
      select author_id as person_id, true as wrote from idea
      where organisation_id = ${organisationId} and edition_id = ${editionId} and author_id is not null
      union all
      select s.person_id, false from idea i
      join idea_support s on s.organisation_id = i.organisation_id and s.idea_id = i.id
      where i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
    ), participant as (
      select person_id, bool_or(wrote) as wrote, bool_or(not wrote) as supports from act group by person_id
    )
    select extract(year from age(${day}::date, b.birth_date))::int as age, count(*)::int as people,
      count(*) filter (where p.wrote)::int as authors, count(*) filter (where p.supports)::int as supporters
    from participant p
    left join person_birth b on b.organisation_id = ${organisationId} and b.person_id = p.person_id
    group by 1 order by 1`.execute(db);
  return rows;
}

/** Ideas that came by one channel to one place. */
export interface PlacedIdeas {
  channel: string;
  place: string;
  point: Point | null;
  ideas: number;
  /** Of them, those that came without an account. */
  withoutAccount: number;
}

/** How the ideas of an edition came, and where they are: those alike are counted together. */
export async function countIdeasByPlace(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<PlacedIdeas[]> {
  const { rows } = await sql<PlacedIdeas & { longitude: number | null; latitude: number | null }>`
    select channel, place, longitude, latitude, count(*)::int as ideas,
      count(*) filter (where author_id is null)::int as "withoutAccount"
    from idea where organisation_id = ${organisationId} and edition_id = ${editionId} and hidden_at is null
    group by 1, 2, 3, 4`.execute(db);
  return rows.map(({ longitude, latitude, ...row }) => ({
    ...row,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
  }));
}

/** People who gave at least one idea, of many editions in one query; those without any are absent. */
export async function countAuthorsOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('idea')
    .select(['edition_id', sql<number>`count(distinct author_id)::int`.as('authors')])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`)
    .groupBy('edition_id')
    .execute();
  return new Map(rows.map(({ edition_id, authors }) => [edition_id, authors]));
}
