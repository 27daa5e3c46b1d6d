import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { searchWords } from '../../ideas/index.ts';
import type { StudiedIdea, StudyCounts, StudyFilter } from './study-list.ts';

const STUDY_PAGE_SIZE = 50;

const today = sql`(palabre_now() at time zone 'Europe/Paris')::date`;

/** Ideas of an edition in order of number, 50 at a time after the number `cursor`. */
export async function listStudiedIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
  filter: StudyFilter,
  cursor: number | null = null,
): Promise<{ ideas: StudiedIdea[]; next: number | null }> {
  const here = selectMatching(organisationId, editionId, { ...filter, search: '' });
  const onwards = sql`${columns} ${here} and s.number > ${cursor ?? 0}`;
  const words = searchWords(filter.search);
  const page =
    words.length === 0
      ? sql`select ${onwards} order by s.number limit ${STUDY_PAGE_SIZE + 1}`
      : selectFound(organisationId, editionId, words, onwards);
  const { rows } = await sql<StudiedIdea>`${page}`.execute(db);
  const ideas = rows.slice(0, STUDY_PAGE_SIZE);
  return { ideas, next: rows.length > STUDY_PAGE_SIZE ? ideas.at(-1)!.number : null };
}

const columns = sql`s.idea_id as id, s.number, i.title, i.lang, i.category_id as "categoryId", s.stage,
  s.due_on as "dueOn", t.admissible`;

/** So few ideas hold the words of a search that they are found by them, and put in order afterwards. */
const FEW = 1000;

/** Ideas that hold the words of a search: found by them when they are few, otherwise read in order until a page is full. */
function selectFound(
  organisationId: string,
  editionId: string,
  words: readonly string[],
  onwards: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const most = sql`limit ${STUDY_PAGE_SIZE + 1}`;
  return sql`with search as materialized (
      select * from idea_search(${organisationId}, ${editionId}, ${[...words]}::text[])
    )
    select id, number, title, lang, "categoryId", stage, "dueOn", admissible from (
      (select ${onwards} and (select ideas from search) <= ${FEW} and i.edition_id = ${editionId}
        and i.words @@ (select query from search))
      union all
      (select id, number, title, lang, "categoryId", stage, "dueOn", admissible from (
        select i.words, ${onwards} and (select ideas from search) > ${FEW} order by s.number offset 0
      ) o where o.words @@ (select query from search) ${most})
    ) found order by number ${most}`;
}

/** How many ideas a filter holds. */
export async function countStudiedIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
  filter: StudyFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${selectMatching(organisationId, editionId, filter)}`.execute(db);
  return rows[0]!.count;
}

/** Which of them are chosen: everything that a filter holds, or those ticked. */
export type Choice = { filter: StudyFilter } | { numbers: readonly number[] };

/** What a choice holds, as rows of `study_stage` under the name `s`. */
export function selectChosen(
  organisationId: string,
  editionId: string,
  choice: Choice,
): RawBuilder<unknown> {
  if ('filter' in choice) return selectMatching(organisationId, editionId, choice.filter);
  return sql`from study_stage s
    join studied_idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
    where s.organisation_id = ${organisationId} and s.edition_id = ${editionId}
      and s.number = any(${[...choice.numbers]}::int[])`;
}

/** As many titles as remind an officer of what they ticked. */
const TITLES_SHOWN = 5;

/** How many ideas a choice holds, how many of them somebody studies already, and the first titles. */
export async function describeChosen(
  db: Db,
  organisationId: string,
  editionId: string,
  choice: Choice,
): Promise<{ count: number; underStudy: number; titles: string[] }> {
  const chosen = selectChosen(organisationId, editionId, choice);
  const { rows } = await sql<{ count: number; underStudy: number; titles: string[] | null }>`
    select count(*) as count, count(*) filter (where s.stage in ('asked', 'answered')) as "underStudy",
      (select array_agg(title order by number) from (
        select i.title, s.number ${chosen} order by s.number limit ${TITLES_SHOWN}) t) as titles
    ${chosen}`.execute(db);
  const { count, underStudy, titles } = rows[0]!;
  return { count, underStudy, titles: titles ?? [] };
}

function selectMatching(
  organisationId: string,
  editionId: string,
  filter: StudyFilter,
): RawBuilder<unknown> {
  const words = searchWords(filter.search);
  const { state, admissible, categoryId, departmentId } = filter;
  const kept = [
    sql`s.organisation_id = ${organisationId} and s.edition_id = ${editionId}`,
    ...(state === 'late' ? [sql`s.due_on < ${today}`] : state ? [sql`s.stage = ${state}`] : []),
    ...(categoryId ? [sql`i.category_id = ${categoryId}`] : []),
    ...(admissible === 'unsaid' ? [sql`t.admissible is null`] : []),
    ...(admissible === 'yes'
      ? [sql`t.admissible`]
      : admissible === 'no'
        ? [sql`not t.admissible`]
        : []),
    ...(departmentId
      ? [
          sql`s.idea_id in (select o.idea_id from opinion o where o.organisation_id = ${organisationId}
            and o.edition_id = ${editionId} and o.department_id = ${departmentId} and o.state <> 'withdrawn')`,
        ]
      : []),
    ...(words.length > 0
      ? [
          sql`i.edition_id = ${editionId}
            and i.words @@ (select query from idea_search(${organisationId}, ${editionId}, ${words}::text[]))`,
        ]
      : []),
  ];
  return sql`from study_stage s
    join studied_idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
    left join study t on t.organisation_id = s.organisation_id and t.idea_id = s.idea_id
    where ${sql.join(kept, sql` and `)}`;
}

/** How an edition's ideas stand between departments: what dashboards show, each the length of a list (R197). */
export async function countStudy(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<StudyCounts> {
  return (await countStudyOfEditions(db, organisationId, [editionId])).get(editionId)!;
}

/** The same of many editions in one query: all of them are in the answer. */
export async function countStudyOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, StudyCounts>> {
  const { rows } = await sql<StudyCounts & { id: string }>`
    select e.id, count(s.idea_id) as ideas,
      count(*) filter (where stage = 'unassigned') as unassigned,
      count(*) filter (where stage = 'returned') as returned,
      count(*) filter (where stage = 'asked') as asked,
      count(*) filter (where stage = 'answered') as answered,
      count(*) filter (where stage = 'decided') as decided,
      count(*) filter (where due_on < ${today}) as late
    from unnest(${[...editionIds]}::uuid[]) as e (id)
    left join study_stage s on s.organisation_id = ${organisationId} and s.edition_id = e.id
    group by e.id`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Departments that something of an edition is asked of, and how many ideas each has in hand. */
export async function countByDepartment(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; asked: number }>`
    select department_id as id, count(*) as asked from opinion
    where organisation_id = ${organisationId} and edition_id = ${editionId} and state = 'asked'
    group by department_id`.execute(db);
  return new Map(rows.map(({ id, asked }) => [id, asked]));
}

/** Whether the list of projects is frozen: who studies what does not change any more. */
export async function isStudyOver(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<boolean> {
  const { rows } = await sql<{ over: boolean }>`
    select is_list_frozen(${organisationId}, ${editionId}) as over`.execute(db);
  return rows[0]!.over;
}
