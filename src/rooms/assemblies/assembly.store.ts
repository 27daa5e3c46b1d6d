import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Assembly, College, Item, Proxy, Voter } from './assembly.ts';

const COLUMNS = sql`a.id, a.space_id as "spaceId", a.component_id as "componentId", a.slug, a.title, a.introduction,
  a.meeting_id as "meetingId", a.quorum, a.most_proxies as "mostProxies", a.colleges, a.version,
  a.convened_at as "convenedAt", a.opened_at as "openedAt", a.closed_at as "closedAt", a.minutes, a.minutes_at as "minutesAt"`;

type Row = Omit<Assembly, 'colleges'> & { colleges: College[] };

/** By what its address says, in its component. */
export async function findAssembly(
  db: Db,
  organisationId: string,
  componentId: string,
  slug: string,
): Promise<Assembly | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from assembly a
    where a.organisation_id = ${organisationId} and a.component_id = ${componentId} and a.slug = ${slug}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** `id`: a uuid. */
export async function findAssemblyById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Assembly | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from assembly a
    where a.organisation_id = ${organisationId} and a.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** What one form made; null: nothing yet. */
export async function findMadeFrom(
  db: Db,
  organisationId: string,
  madeFrom: string,
): Promise<Assembly | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from assembly a
    where a.organisation_id = ${organisationId} and a.made_from = ${madeFrom}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** Holds an assembly until the transaction ends: its roll, proxies, agenda and votes change under this lock. */
export async function lockAssembly(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Assembly | null> {
  await sql`select 1 from assembly where organisation_id = ${organisationId} and id = ${id}::uuid for no key update`.execute(
    db,
  );
  return findAssemblyById(db, organisationId, id);
}

const PAGE = 20;

/** Those of a component, the newest first, a page at a time; drafts for its team. */
export async function listAssemblies(
  db: Db,
  organisationId: string,
  componentId: string,
  { withDrafts, after }: { withDrafts: boolean; after: string | null },
): Promise<{ assemblies: Assembly[]; next: string | null }> {
  const { rows } = await sql<Row>`select ${COLUMNS} from assembly a
    where a.organisation_id = ${organisationId} and a.component_id = ${componentId}
      and (${withDrafts} or a.convened_at is not null)
      and (${after}::uuid is null or (a.created_at, a.id) < (select b.created_at, b.id from assembly b
        where b.organisation_id = ${organisationId} and b.id = ${after}::uuid))
    order by a.created_at desc, a.id desc limit ${PAGE + 1}`.execute(db);
  const assemblies = rows.slice(0, PAGE);
  return { assemblies, next: rows.length > PAGE ? assemblies.at(-1)!.id : null };
}

/** How many that everybody inside finds stand in each of some components, by id. */
export async function countAssemblies(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select component_id as id, count(*)::int as count from assembly
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[])
      and convened_at is not null group by component_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The roll: some thousands at most, in no order. */
export async function listVoters(
  db: Db,
  organisationId: string,
  assemblyId: string,
): Promise<Voter[]> {
  const { rows } = await sql<Voter>`
    select person_id as "personId", college, votes, speaks_for as "speaksFor",
      (arrived_at is not null and left_at is null) as "isPresent"
    from assembly_voter where organisation_id = ${organisationId} and assembly_id = ${assemblyId}`.execute(
    db,
  );
  return rows;
}

export async function listProxies(
  db: Db,
  organisationId: string,
  assemblyId: string,
): Promise<Proxy[]> {
  const { rows } = await sql<Proxy>`
    select giver_id as "giverId", holder_id as "holderId" from assembly_proxy
    where organisation_id = ${organisationId} and assembly_id = ${assemblyId}`.execute(db);
  return rows;
}

/** The agenda in order. */
export async function listItems(
  db: Db,
  organisationId: string,
  assemblyId: string,
): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select id, kind, title, body, minutes_planned as "minutesPlanned", version from assembly_item
    where organisation_id = ${organisationId} and assembly_id = ${assemblyId}
    order by position, id`.execute(db);
  return rows;
}
