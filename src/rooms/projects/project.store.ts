import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Point } from '../ideas/index.ts';
import type { ListFreeze, Project, ProjectHolder } from './project.ts';

/** Every project of an edition with the ideas it comes from: in order of number, then of title. */
export async function listProjects(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Project[]> {
  const rows = await projects(db, organisationId)
    .where('p.edition_id', '=', editionId)
    .orderBy('p.number')
    .orderBy('p.title')
    .orderBy('p.id')
    .execute();
  return rows.map(asProject);
}

export async function findProject(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Project | null> {
  if (!isUuid(id)) return null;
  const row = await projects(db, organisationId).where('p.id', '=', id).executeTakeFirst();
  return row ? asProject(row) : null;
}

/** By its number in a frozen list. */
export async function findProjectByNumber(
  db: Db,
  organisationId: string,
  editionId: string,
  number: number,
): Promise<Project | null> {
  // of an address where words stand in its place
  if (!Number.isSafeInteger(number)) return null;
  const row = await projects(db, organisationId)
    .where('p.edition_id', '=', editionId)
    .where('p.number', '=', number)
    .executeTakeFirst();
  return row ? asProject(row) : null;
}

/** The projects that ideas became: at most one each. */
export async function findProjectsOfIdeas(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<(Project & { ideaId: string })[]> {
  if (ideaIds.length === 0) return [];
  const rows = await projects(db, organisationId)
    .innerJoin('project_source as of', (join) =>
      join
        .onRef('of.organisation_id', '=', 'p.organisation_id')
        .onRef('of.project_id', '=', 'p.id'),
    )
    .select('of.idea_id')
    .where('of.idea_id', 'in', [...ideaIds])
    .execute();
  return rows.map((row) => ({ ...asProject(row), ideaId: row.idea_id }));
}

/** Projects of frozen lists that somebody holds, the latest first. */
export async function listProjectsHeldBy(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<(Project & { number: number })[]> {
  const rows = await projects(db, organisationId)
    .innerJoin('project_holder as mine', (join) =>
      join
        .onRef('mine.organisation_id', '=', 'p.organisation_id')
        .onRef('mine.project_id', '=', 'p.id'),
    )
    .where('mine.person_id', '=', personId)
    .where('p.number', 'is not', null)
    .orderBy('p.deposited_at', 'desc')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({ ...asProject(row), number: row.number! }));
}

/** When the list was frozen, by whom, and how much it holds; null while it is being made. */
export async function findListFreeze(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<ListFreeze | null> {
  const row = await db
    .selectFrom('project_list')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return row
    ? {
        frozenAt: row.frozen_at,
        frozenBy: row.frozen_by,
        projects: row.projects,
        cost: row.cost,
        version: row.version,
      }
    : null;
}

/** What a ballot needs to know of a project of a frozen list. */
export interface BallotProject {
  id: string;
  number: number;
  title: string;
  summary: string;
  /** Cents. */
  cost: number;
  categoryId: string | null;
  place: string;
  /** '': the whole town. */
  district: string;
  point: Point | null;
  depositedAt: Date;
  holderId: string | null;
  holders: readonly ProjectHolder[];
  importedId: string | null;
  /** The pictures and documents that it shows, in order. */
  fileIds: readonly string[];
}

/** The frozen list in order of number; empty while it is not frozen. */
export async function listBallotProjects(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<BallotProject[]> {
  const rows = await projects(db, organisationId)
    .innerJoin('project_list as l', (join) =>
      join
        .onRef('l.organisation_id', '=', 'p.organisation_id')
        .onRef('l.edition_id', '=', 'p.edition_id'),
    )
    .where('p.edition_id', '=', editionId)
    .where('p.number', 'is not', null)
    .orderBy('p.number')
    .execute();
  return rows.map((row) => {
    const { editionId: _, ideaIds: __, ...project } = asProject(row);
    return { ...project, number: row.number! };
  });
}

interface ProjectCounts {
  projects: number;
  /** Cents. */
  cost: number;
  /** Ideas that some project comes from. */
  ideas: number;
}

const NO_PROJECTS: ProjectCounts = { projects: 0, cost: 0, ideas: 0 };

/** How many projects an edition has, what they cost together in cents, and how many ideas are in them. */
export async function countProjects(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<ProjectCounts> {
  const counts = await countProjectsOfEditions(db, organisationId, [editionId]);
  return counts.get(editionId) ?? NO_PROJECTS;
}

/** The same of many editions in one query; those without any are absent. */
export async function countProjectsOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, ProjectCounts>> {
  const rows = await db
    .selectFrom('project as p')
    .select(({ fn }) => ['p.edition_id', fn.countAll<number>().as('projects')])
    .select([
      sql<number>`coalesce(sum(p.cost), 0)::bigint`.as('cost'),
      sql<number>`coalesce(sum((select count(*) from project_source s
        where s.organisation_id = p.organisation_id and s.project_id = p.id)), 0)::bigint`.as(
        'ideas',
      ),
    ])
    .where('p.organisation_id', '=', organisationId)
    .where(sql<boolean>`p.edition_id = any(${[...editionIds]}::uuid[])`)
    .groupBy('p.edition_id')
    .execute();
  return new Map(rows.map(({ edition_id, ...counts }) => [edition_id, counts]));
}

/** Editions, among these, whose list is frozen. */
export async function listFrozenEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('project_list')
    .select('edition_id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ edition_id }) => edition_id));
}

function projects(db: Db, organisationId: string) {
  return db
    .selectFrom('project as p')
    .select([
      'p.id',
      'p.edition_id',
      'p.number',
      'p.title',
      'p.summary',
      'p.category_id',
      'p.cost',
      'p.place',
      'p.district',
      'p.longitude',
      'p.latitude',
      'p.holder_id',
      'p.deposited_at',
      'p.imported_id',
    ])
    .select([
      sql<
        ProjectHolder[]
      >`coalesce((select jsonb_agg(jsonb_build_object('personId', h.person_id, 'name', h.name)
          order by h.position) from project_holder h
        where h.organisation_id = p.organisation_id and h.project_id = p.id), '[]')`.as('holders'),
      sql<string[]>`array(select f.file_id::text from project_file f
        where f.organisation_id = p.organisation_id and f.project_id = p.id order by f.position)`.as(
        'file_ids',
      ),
      sql<string[]>`array(select s.idea_id::text from project_source s
        where s.organisation_id = p.organisation_id and s.project_id = p.id order by s.idea_id)`.as(
        'idea_ids',
      ),
    ])
    .where('p.organisation_id', '=', organisationId);
}

function asProject(row: {
  id: string;
  edition_id: string;
  number: number | null;
  title: string;
  summary: string;
  category_id: string | null;
  cost: number;
  place: string;
  district: string;
  longitude: number | null;
  latitude: number | null;
  holder_id: string | null;
  holders: ProjectHolder[];
  file_ids: string[];
  deposited_at: Date;
  imported_id: string | null;
  idea_ids: string[];
}): Project {
  return {
    id: row.id,
    editionId: row.edition_id,
    number: row.number,
    title: row.title,
    summary: row.summary,
    categoryId: row.category_id,
    cost: row.cost,
    place: row.place,
    district: row.district,
    point:
      row.longitude === null || row.latitude === null
        ? null
        : { longitude: row.longitude, latitude: row.latitude },
    holderId: row.holder_id,
    holders: row.holders,
    fileIds: row.file_ids,
    depositedAt: row.deposited_at,
    importedId: row.imported_id,
    ideaIds: row.idea_ids,
  };
}
