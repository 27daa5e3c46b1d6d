import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { searchWords } from '../../ideas/index.ts';
import type { Stage } from '../realisation.ts';
import {
  type Cursor,
  type Followed,
  type FollowedFigures,
  type FollowedFilter,
  type FollowedGroup,
  NO_DEPARTMENT,
  PAGE_SIZE,
  type Sort,
  STANDINGS,
  WHOLE_TOWN,
  writeCursor,
} from './followed-list.ts';

/** A filter with the edition that its slug names; null: of all editions. */
export type FollowedQuery = FollowedFilter & { editionId: string | null };

/**
 * Late: the first planned day still to be met is past and nothing halts it; of a month that is all one knows, the
 * month is over. Of `realisation r`. (R81)
 */
export const late = sql<boolean>`(r.halted is null and r.next_on < palabre_today() and (
  r.next_on < date_trunc('month', palabre_today())::date
  or not exists (select 1 from realisation_step s where s.organisation_id = r.organisation_id
    and s.realisation_id = r.id and s.done_on is null and s.planned_on = r.next_on and s.planned_is_month)))`;

/** Everything of a query but its order and page. */
function here(organisationId: string, query: FollowedQuery): RawBuilder<boolean> {
  const { editionId, theme, district, department, stage, standing, search } = query;
  const words = searchWords(search);
  const parts = [
    sql`r.organisation_id = ${organisationId}`,
    ...(editionId ? [sql`r.edition_id = ${editionId}`] : []),
    ...(theme ? [sql`r.theme = ${theme}`] : []),
    ...(district ? [sql`r.district = ${district === WHOLE_TOWN ? '' : district}`] : []),
    ...(department === NO_DEPARTMENT ? [sql`r.department_id is null`] : []),
    ...(isUuid(department) ? [sql`r.department_id = ${department}`] : []),
    ...(stage ? [sql`r.stage = ${stage}`, sql`r.halted is null`] : []),
    ...(standing === null
      ? []
      : STANDINGS[standing] === 'late'
        ? [late]
        : [sql`r.halted = ${STANDINGS[standing]}`]),
    ...(words.length > 0
      ? [sql`r.words @@ to_tsquery('palabre_fr', palabre_fold(${words.join(' & ')}))`]
      : []),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** Those with a picture first, the newest of them before: 0 or 10 000, and how far the year is from 9999. */
const pictureKey = sql`(case when exists (select 1 from realisation_post n
  join realisation_picture i on i.organisation_id = n.organisation_id and i.post_id = n.id
  where n.organisation_id = r.organisation_id and n.realisation_id = r.id and n.published_at is not null
    and n.withdrawn_at is null) then 0 else 10000 end + 9999 - r.year)`;

const ORDER: Record<Sort, { key: RawBuilder<unknown>; rising: RawBuilder<unknown> }> = {
  recents: { key: sql`(-r.year)`, rising: sql`(-r.year), r.number, r.id` },
  budget: { key: sql`(-r.voted_cost)`, rising: sql`(-r.voted_cost), r.id` },
  pictures: { key: pictureKey, rising: sql`${pictureKey}, r.number, r.id` },
};

export interface FollowedPage {
  realisations: Followed[];
  previous: string | null;
  next: string | null;
}

/** One page of the list, by index of its order; a page is named by what stands at its edge, never by a number. */
export async function listFollowed(
  db: Db,
  organisationId: string,
  query: FollowedQuery,
  { limit = PAGE_SIZE }: { limit?: number } = {},
): Promise<FollowedPage> {
  const { sort, cursor } = query;
  const back = cursor?.direction === 'before';
  const { rows } = await sql<Row>`select ${listed}, ${ORDER[sort].key} as key from realisation r
    where ${here(organisationId, query)} ${cursor ? sql`and ${beyond(sort, cursor)}` : sql``}
    order by ${back ? falling[sort] : ORDER[sort].rising} limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  if (back) shown.reverse();
  // going back, what is left before a page may be less than one: the list then begins anew
  if (back && rows.length < limit)
    return listFollowed(db, organisationId, { ...query, cursor: null }, { limit });
  const more = rows.length > limit;
  const edge = (direction: Cursor['direction'], row: Row | undefined) =>
    row
      ? writeCursor({ direction, key: Math.abs(Number(row.key)), number: row.number, id: row.id })
      : null;
  return {
    realisations: shown.map(asFollowed),
    previous: (back ? more : cursor !== null) ? edge('before', shown[0]) : null,
    next: (back ? true : more) ? edge('after', shown.at(-1)) : null,
  };
}

const falling: Record<Sort, RawBuilder<unknown>> = {
  recents: sql`(-r.year) desc, r.number desc, r.id desc`,
  budget: sql`(-r.voted_cost) desc, r.id desc`,
  pictures: sql`${pictureKey} desc, r.number desc, r.id desc`,
};

function beyond(sort: Sort, { direction, key, number, id }: Cursor): RawBuilder<boolean> {
  const sign = direction === 'after' ? sql`>` : sql`<`;
  if (sort === 'pictures')
    return sql`(${pictureKey}, r.number, r.id) ${sign} (${key}::int, ${number}::int, ${id}::uuid)`;
  return sort === 'recents'
    ? sql`((-r.year), r.number, r.id) ${sign} (${-key}::int, ${number}::int, ${id}::uuid)`
    : sql`((-r.voted_cost), r.id) ${sign} (${-key}::bigint, ${id}::uuid)`;
}

const listed = sql`r.id, r.edition_id, r.number, r.title, r.theme, r.place, r.latitude, r.longitude, r.district, r.year,
  r.department_id,  r.stage, r.halted, r.next_on, r.voted_cost, r.committed_cost, r.spent_cost, r.in_priority_area, ${late} as late,
  exists (select 1 from realisation_step s where s.organisation_id = r.organisation_id and s.realisation_id = r.id
    and s.done_on is null and s.planned_on = r.next_on and s.planned_is_month) as next_is_month`;

/** How many, by year and stage, and what they cost; and how late those delivered were. */
export async function readFigures(
  db: Db,
  organisationId: string,
  query: FollowedQuery,
): Promise<FollowedFigures> {
  const where = here(organisationId, query);
  const [groups, delays] = await Promise.all([
    sql<FollowedGroup>`select r.year, r.stage, r.halted, count(*)::int as count,
        count(*) filter (where ${late})::int as late, coalesce(sum(r.voted_cost), 0)::bigint as voted,
        coalesce(sum(r.committed_cost), 0)::bigint as committed, coalesce(sum(r.spent_cost), 0)::bigint as spent,
        count(r.committed_cost)::int as "withCommitted", count(r.spent_cost)::int as "withSpent"
      from realisation r where ${where} group by 1, 2, 3`.execute(db),
    sql<{ months: number; count: number }>`select months::int, count(*)::int as count from (
        select (extract(year from d.done_on) - extract(year from d.planned_on)) * 12
          + extract(month from d.done_on) - extract(month from d.planned_on) as months
        from realisation r
        join realisation_step d on d.organisation_id = r.organisation_id and d.realisation_id = r.id
          and d.stage = 'delivered' and d.planned_on is not null and d.done_on is not null
        where ${where} and r.stage in ('delivered', 'inaugurated')) delay
      group by 1`.execute(db),
  ]);
  return { groups: groups.rows, delays: delays.rows };
}

/** What there is to choose from. */
export interface FollowedChoices {
  editionIds: string[];
  themes: string[];
  districts: string[];
  departmentIds: string[];
  wholeTown: boolean;
  withoutDepartment: boolean;
}

export async function listChoices(db: Db, organisationId: string): Promise<FollowedChoices> {
  const { rows } = await sql<FollowedChoices>`select
      array(select distinct edition_id::text from realisation where organisation_id = ${organisationId}) as "editionIds",
      array(select distinct theme from realisation
        where organisation_id = ${organisationId} and theme <> '' order by 1) as themes,
      array(select distinct district from realisation
        where organisation_id = ${organisationId} and district <> '' order by 1) as districts,
      array(select distinct department_id::text from realisation
        where organisation_id = ${organisationId} and department_id is not null) as "departmentIds",
      exists (select 1 from realisation where organisation_id = ${organisationId} and district = '') as "wholeTown",
      exists (select 1 from realisation
        where organisation_id = ${organisationId} and department_id is null) as "withoutDepartment"`.execute(
    db,
  );
  const natural = new Intl.Collator('fr', { numeric: true }).compare;
  const [choices] = rows as [FollowedChoices];
  return {
    ...choices,
    themes: choices.themes.sort(natural),
    districts: choices.districts.sort(natural),
  };
}

/** Those that a map shows: each where it stands. */
export interface FollowedPoint {
  id: string;
  editionId: string;
  number: number;
  title: string;
  longitude: number;
  latitude: number;
}

export async function listPlaces(
  db: Db,
  organisationId: string,
  query: FollowedQuery,
  most: number,
): Promise<{ points: FollowedPoint[]; districts: { district: string; count: number }[] }> {
  const where = here(organisationId, query);
  const [points, districts] = await Promise.all([
    sql<FollowedPoint>`select r.id, r.edition_id as "editionId", r.number, r.title, r.longitude, r.latitude
      from realisation r where ${where} and r.longitude is not null
      order by ${ORDER.recents.rising} limit ${most}`.execute(db),
    sql<{ district: string; count: number }>`select r.district, count(*)::int as count
      from realisation r where ${where} and r.longitude is null group by 1`.execute(db),
  ]);
  const natural = new Intl.Collator('fr', { numeric: true }).compare;
  return {
    points: points.rows,
    districts: districts.rows.sort((one, other) => natural(one.district, other.district)),
  };
}

interface Row {
  id: string;
  edition_id: string;
  number: number;
  title: string;
  theme: string;
  place: string;
  latitude: number | null;
  longitude: number | null;
  district: string;
  year: number;
  department_id: string | null;
  stage: Stage;
  halted: Followed['halted'];
  next_on: string | null;
  next_is_month: boolean;
  late: boolean;
  voted_cost: number;
  committed_cost: number | null;
  spent_cost: number | null;
  in_priority_area: boolean;
  key: number;
}

function asFollowed(row: Row): Followed {
  return {
    id: row.id,
    editionId: row.edition_id,
    number: row.number,
    title: row.title,
    theme: row.theme,
    place: row.place,
    latitude: row.latitude,
    longitude: row.longitude,
    district: row.district,
    year: row.year,
    departmentId: row.department_id,
    stage: row.stage,
    halted: row.halted,
    nextOn: row.next_on,
    nextIsMonth: row.next_is_month,
    late: row.late,
    votedCost: row.voted_cost,
    committedCost: row.committed_cost,
    spentCost: row.spent_cost,
    inPriorityArea: row.in_priority_area,
  };
}
